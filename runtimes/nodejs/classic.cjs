// The loop for runtimes up to nodejs22.x: handlers answer with a promise, a callback, `context.done` and its kin, or
// with nothing, in which case the answer is null once the event loop is empty.
'use strict';

const { contextData, setTrace, pathOf, noteRefusal } = require('./context.cjs');
const { loadHandler } = require('./loader.cjs');
const { fault, logError, postError } = require('./faults.cjs');
const { invocation } = require('./console.cjs');

const BEFORE_EXIT = Symbol.for('aws.lambda.beforeExit');
const doNothing = () => {};
const onEmptyLoop = (listener) => {
    globalThis[BEFORE_EXIT] = listener;
};

function parseHeader(text, name) {
    if (text === undefined) {
        return undefined;
    }
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new Error(`Cannot parse ${name} as json: ${error.toString()}`);
    }
}

function stringify(result) {
    let body;
    try {
        body = JSON.stringify(result === undefined ? null : result);
    } catch {
        throw new Error('Unable to stringify response body');
    }
    if (body === undefined) {
        throw new TypeError('Wrong arguments'); // a function or a symbol
    }
    return body;
}

// The three ways to answer that a handler gets: its callback and the methods of its context.
function answers(runtime, id) {
    let waits = true;
    let completed = false;
    const scheduleNext = () => runtime.schedule();
    // `last`: no code of the function follows in this turn, so that the next event may be asked for with the response.
    const complete = (result, last) => {
        if (completed) {
            console.error(
                'Invocation has already been reported as done. Cannot call complete more than once per invocation.',
            );
            return;
        }
        completed = true;
        runtime.respond(id, stringify(result), last);
        scheduleNext();
    };
    const fail = (error) => {
        logError('Invoke Error', error, false);
        postError(runtime.api, `${pathOf(id)}/error`, error, false);
        scheduleNext();
    };
    const isError = (error) => error !== undefined && error !== null;
    const callback = (error, result) => {
        onEmptyLoop(doNothing);
        if (isError(error)) {
            fail(error);
        } else if (waits) {
            onEmptyLoop(() => setImmediate(complete, result, true));
        } else {
            complete(result, false);
        }
    };
    const done = (error, result, last = false) => {
        onEmptyLoop(doNothing);
        if (isError(error)) {
            fail(error);
        } else {
            complete(result, last);
        }
    };
    let finished = false;
    // An answer that throws (a result that cannot be serialised) does not count as the first.
    const once = (answer) =>
        function (...args) {
            if (!finished) {
                answer(...args);
                finished = true;
            }
        };
    const context = {
        get callbackWaitsForEmptyEventLoop() {
            return waits;
        },
        set callbackWaitsForEmptyEventLoop(value) {
            waits = value;
        },
        succeed: once((result) => done(null, result)),
        fail: once((error) => (isError(error) ? done(error, null) : done('handled'))),
        done: once((error, result) => done(error, result)),
    };
    const resolved = once((result) => done(null, result, true));
    const markCompleted = () => {
        completed = true;
    };
    return { callback: once(callback), context, resolved, markCompleted };
}

class Runtime {
    constructor(api, handler, streaming, onCrash) {
        this.api = api;
        this.handler = handler;
        this.onCrash = onCrash;
        this.handleOnce = streaming.streaming ? this.handleOnceStreaming : this.handleOnceNonStreaming;
        this.highWaterMark = streaming.highWaterMark;
    }

    schedule() {
        setImmediate(() => {
            this.handleOnce().catch((error) => {
                console.log(`Unexpected Top Level Error: ${error}`);
                this.onCrash.report(error, 129);
            });
        });
    }

    respond(id, body, last) {
        // What the function has left for the end of the turn runs after the response and before the next event is asked for.
        const isLast = last && !process.getActiveResourcesInfo().includes('Immediate');
        this.api.respond(`${pathOf(id)}/response`, body, isLast, noteRefusal);
    }

    // The next event; from here on a crash is reported as this invocation's error.
    async next() {
        const { status, headers, body } = await this.api.next();
        if (status !== 200) {
            process.exit(1);
        }
        const id = headers['lambda-runtime-aws-request-id'];
        invocation.set(id, headers['lambda-runtime-aws-tenant-id']);
        this.onCrash.report = (error, code) =>
            postError(this.api, `${pathOf(id)}/error`, error, false).then(() => process.exit(code));
        return { id, headers, body };
    }

    attach(context, headers) {
        setTrace(headers['lambda-runtime-trace-id']);
        return Object.assign(context, contextData(headers, parseHeader));
    }

    async handleOnceNonStreaming() {
        const { id, headers, body } = await this.next();
        const { callback, context, resolved, markCompleted } = answers(this, id);
        try {
            onEmptyLoop(() => {
                markCompleted();
                this.respond(id, 'null', true);
                this.schedule();
            });
            const result = this.handler(JSON.parse(body), this.attach(context, headers), callback);
            if (result && typeof result.then === 'function') {
                result.then(resolved, context.fail).catch(context.fail);
            }
        } catch (error) {
            callback(error);
        }
    }

    async handleOnceStreaming() {
        const { id, headers, body } = await this.next();
        const { responseStream, responseDone, failStream } = require('./streaming.cjs').open(this, id, false);
        let waits = true;
        const context = {
            get callbackWaitsForEmptyEventLoop() {
                return waits;
            },
            set callbackWaitsForEmptyEventLoop(value) {
                waits = value;
            },
        };
        const scheduleNext = () => {
            onEmptyLoop(doNothing);
            if (waits) {
                onEmptyLoop(() => setImmediate(() => this.schedule()));
            } else {
                this.schedule();
            }
        };
        const fail = (error) => {
            logError('Invoke Error', error, false);
            failStream(error).then(scheduleNext);
        };
        try {
            onEmptyLoop(() => this.schedule());
            this.attach(context, headers);
            const result = this.handler(JSON.parse(body), responseStream, context);
            if (!result || typeof result.then !== 'function') {
                return fail('Streaming does not support non-async handlers.');
            }
            if (typeof (await result) !== 'undefined') {
                console.warn('Streaming handlers ignore return values.');
            }
            await responseDone;
            if (!responseStream.writableFinished) {
                return fail('Response stream is not finished.');
            }
            scheduleNext();
        } catch (error) {
            fail(error);
        }
    }
}

async function start(api, appRoot, name, streamingOf) {
    const onCrash = {
        report: (error, code) => postError(api, 'init/error', error, false).then(() => process.exit(code)),
    };
    process.on('uncaughtException', (error) => {
        logError('Uncaught Exception', error, false);
        onCrash.report(error, 129);
    });
    process.on('unhandledRejection', (reason, promise) => {
        const error = Object.assign(fault('UnhandledPromiseRejection', reason, false), { reason, promise });
        logError('Unhandled Promise Rejection', error, false);
        onCrash.report(error, 128);
    });
    onEmptyLoop(doNothing);
    process.on('beforeExit', () => globalThis[BEFORE_EXIT]());
    try {
        const handler = await loadHandler(appRoot, name, false);
        new Runtime(api, handler, streamingOf(handler, false), onCrash).schedule();
    } catch (error) {
        logError('Uncaught Exception', error, false);
        onCrash.report(error, 129);
    }
}

module.exports = { start };
