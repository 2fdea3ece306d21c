// The data of a handler's context object, from the environment and the headers of one event.
'use strict';

// `parse(text, header)` reads a JSON header. The deadline is in milliseconds since the epoch.
function contextData(headers, parse) {
    const deadline = Number(headers['lambda-runtime-deadline-ms']);
    return {
        functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
        functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
        memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
        logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
        logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
        clientContext: parse(headers['lambda-runtime-client-context'], 'ClientContext'),
        identity: parse(headers['lambda-runtime-cognito-identity'], 'CognitoIdentity'),
        invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
        awsRequestId: headers['lambda-runtime-aws-request-id'],
        tenantId: headers['lambda-runtime-aws-tenant-id'],
        getRemainingTimeInMillis: () => deadline - Date.now(),
    };
}

// The XRay SDK reads the trace of the invocation from the environment.
function setTrace(traceId) {
    if (traceId) {
        process.env._X_AMZN_TRACE_ID = traceId;
    } else {
        delete process.env._X_AMZN_TRACE_ID;
    }
}

const pathOf = (requestId) => `invocation/${encodeURIComponent(requestId)}`;

module.exports = { contextData, setTrace, pathOf };
