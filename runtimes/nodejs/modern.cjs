// The loop for runtimes from nodejs24.x: handlers are async (or return at once); callbacks are refused at the start.
//
// A crash outside the handler's promise is Node's own: the process ends, and the platform reports how.
'use strict';

const { contextData, setTrace, pathOf, noteRefusal } = require('./context.cjs');
const { loadHandler } = require('./loader.cjs');
const { fault, logError, postError } = require('./faults.cjs');
const { invocation } = require('./console.cjs');
const { store, contextOf } = require('./invoke-store.cjs');

const DEPRECATED =
    'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need ' +
    'to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see ' +
    'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.';
const HEADERS = { ClientContext: 'lambda-runtime-client-context', CognitoIdentity: 'lambda-runtime-cognito-identity' };

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function parseHeader(text, name) {
    if (!text) {
        return undefined;
    }
    try {
        return JSON.parse(text);
    } catch (error) {
        throw fault('PlatformError', `Failed to parse ${HEADERS[name]} as JSON: ${error.message}`, true);
    }
}

function stringify(result) {
    let body;
    try {
        body = JSON.stringify(result === undefined ? null : result);
    } catch {
        throw fault('JSONStringifyError', 'Unable to stringify response body', true);
    }
    if (body === undefined) {
        throw new TypeError('Wrong arguments'); // a function or a symbol
    }
    return body;
}

async function fail(api, id, error) {
    await nextTurn();
    logError('Invoke Error', error, true);
    postError(api, `${pathOf(id)}/error`, error, true);
}

class BufferedInvokeProcessor {
    constructor(api, handler) {
        this.api = api;
        this.handler = handler;
    }

    async processInvoke(context, event) {
        const id = context.awsRequestId;
        try {
            const result = await this.handler(event, context);
            await nextTurn();
            this.api.respond(`${pathOf(id)}/response`, stringify(result), true, noteRefusal);
        } catch (error) {
            await fail(this.api, id, error);
        }
    }
}

class StreamingInvokeProcessor {
    constructor(api, handler, highWaterMark) {
        this.api = api;
        this.handler = handler;
        this.highWaterMark = highWaterMark;
    }

    async processInvoke(context, event) {
        const stream = require('./streaming.cjs').open(this, context.awsRequestId, true);
        const { responseStream, responseDone, failStream } = stream;
        try {
            const result = this.handler(event, responseStream, context);
            if (typeof result !== 'object' || result === null || typeof result.then !== 'function') {
                throw new Error('Streaming does not support non-async handlers.');
            }
            if (typeof (await result) !== 'undefined') {
                console.warn('Streaming handlers ignore return values.');
            }
            await responseDone;
            if (!responseStream.writableFinished) {
                throw new Error('Response stream is not finished.');
            }
        } catch (error) {
            await nextTurn();
            logError('Invoke Error', error, true);
            await failStream(error);
        }
    }
}

async function serve(api, processor) {
    for (;;) {
        const { status, headers, body } = await api.next();
        if (status !== 200) {
            process.exit(1);
        }
        const data = contextData(headers, parseHeader);
        const { clientContext, identity, invokedFunctionArn, awsRequestId, tenantId, getRemainingTimeInMillis } = data;
        const xRayTraceId = headers['lambda-runtime-trace-id'];
        const first = { clientContext, identity, invokedFunctionArn, awsRequestId, tenantId, xRayTraceId };
        const { functionName, functionVersion, memoryLimitInMB, logGroupName, logStreamName } = data;
        const environment = { functionName, functionVersion, memoryLimitInMB, logGroupName, logStreamName };
        const context = { ...first, getRemainingTimeInMillis, ...environment };
        setTrace(xRayTraceId);
        const event = JSON.parse(body);
        invocation.requestId = awsRequestId;
        await store.run(contextOf(awsRequestId, xRayTraceId), () => processor.processInvoke(context, event));
    }
}

async function start(api, appRoot, name, streamingOf) {
    let processor;
    try {
        const handler = await loadHandler(appRoot, name, true);
        const { streaming, highWaterMark } = streamingOf(handler, true);
        if (handler.length >= 3 && !streaming) {
            throw fault('CallbackHandlerDeprecated', DEPRECATED, true);
        }
        processor = streaming
            ? new StreamingInvokeProcessor(api, handler, highWaterMark)
            : new BufferedInvokeProcessor(api, handler);
    } catch (error) {
        logError('Init Error', error, true);
        await postError(api, 'init/error', error, true);
        process.exit(1);
    }
    await serve(api, processor);
}

module.exports = { start };
