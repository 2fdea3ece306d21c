// What both loops need to know of an invocation: the data of its context object, its trace, its path.
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

// A result that the Runtime API did not take, such as one that is too large, is for the function's log.
function noteRefusal(status) {
    process.stderr.write(`LAMBDA_RUNTIME Failed to post handler result. Http response code: ${status}.\n`);
}

module.exports = { contextData, setTrace, pathOf, noteRefusal };
