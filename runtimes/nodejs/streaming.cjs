// Response streams: what the handler writes goes to the Runtime API as it comes, chunked, on a connection of its own.
// An error after the start travels in trailers.
'use strict';

const http = require('http');
const net = require('net');
const { API } = require('./runtime-api.cjs');
const { pathOf } = require('./context.cjs');
const { fault, toResult } = require('./faults.cjs');

const ERROR_TYPE = 'Lambda-Runtime-Function-Error-Type';
const ERROR_BODY = 'Lambda-Runtime-Function-Error-Body';
const PRELUDE_TYPE = 'application/vnd.awslambda.http-integration-response';
const PRELUDE_END = new Uint8Array(8);

// What a handler sees of the request: a writable stream and nothing else.
const METHODS =
    'cork destroy end uncork write addListener emit eventNames getMaxListeners listenerCount listeners off on once ' +
    'prependListener prependOnceListener rawListeners removeAllListeners removeListener setMaxListeners setContentType';
const SETTABLE = ['destroyed', 'writable', '_onBeforeFirstWrite'];
const READABLE =
    'writableFinished writableObjectMode writableBuffer writableEnded writableNeedDrain writableHighWaterMark ' +
    'writableCorked writableLength';

let agent;

class HttpResponseStream {
    // Status code, headers and cookies (`prelude`) go before the first bytes of the body.
    static from(stream, prelude) {
        stream.setContentType(PRELUDE_TYPE);
        const text = JSON.stringify(prelude);
        stream._onBeforeFirstWrite = (write) => {
            write(text);
            write(PRELUDE_END);
        };
        return stream;
    }
}

function isBytes(chunk) {
    return typeof chunk === 'string' || chunk instanceof Uint8Array;
}

function writableOnly(request) {
    const stream = {};
    for (const name of METHODS.split(' ')) {
        stream[name] = request[name].bind(request);
    }
    for (const name of SETTABLE) {
        const set = (value) => {
            request[name] = value;
        };
        Object.defineProperty(stream, name, { get: () => request[name], set });
    }
    for (const name of READABLE.split(' ')) {
        Object.defineProperty(stream, name, { get: () => request[name] });
    }
    return stream;
}

// The stream for invocation `id`: { responseStream, responseDone, failStream }. `failStream(error)` ends the stream
// with the error, and resolves once the Runtime API has answered: the next event is asked for on another connection,
// and must not overtake this response.
function open({ api, highWaterMark }, id, modern) {
    agent = agent || new http.Agent({ keepAlive: true, maxSockets: 1 });
    agent.createConnection = (options, done) => net.createConnection({ ...options, highWaterMark }, done);
    const headers = {
        'Lambda-Runtime-Function-Response-Mode': 'streaming',
        Trailer: [ERROR_TYPE, ERROR_BODY],
        'Content-Type': 'application/octet-stream',
        'Transfer-Encoding': 'chunked',
    };
    const path = `${API}${pathOf(id)}/response`;
    const request = http.request({ agent, method: 'POST', hostname: api.host, port: api.port, path, headers });
    const responseDone = new Promise((resolve, reject) => {
        request.on('response', (response) => {
            response.on('aborted', reject).on('end', resolve).resume();
        });
        request.on('error', (error) => {
            reject(error);
            request.destroy(error);
        });
    });
    // Reported where it is awaited, if it ever is; until then it must not count as unhandled.
    responseDone.catch(() => {});
    let started = false;
    request.setContentType = (type) => {
        if (started) {
            throw fault('InvalidStreamingOperation', 'Cannot set content-type, too late.', modern);
        }
        request.setHeader('Content-Type', type);
    };
    const write = request.write.bind(request);
    request.write = (chunk, encoding, callback) => {
        const data = isBytes(chunk) ? chunk : JSON.stringify(chunk);
        if (!started && typeof request._onBeforeFirstWrite === 'function') {
            request._onBeforeFirstWrite((part) => write(part));
        }
        const more = write(data, encoding, callback);
        started = true;
        return more;
    };
    if (!modern) {
        // The classic client's `end` returns nothing, which handlers that return its result rely on.
        const end = request.end.bind(request);
        request.end = (...args) => {
            end(...args);
        };
    }
    const failStream = (error) => {
        const result = toResult(error, modern);
        const body = Buffer.from(JSON.stringify(result)).toString('base64');
        request.addTrailers({ [ERROR_TYPE]: result.errorType, [ERROR_BODY]: body });
        request.end();
        return responseDone.catch(() => {});
    };
    return { responseStream: writableOnly(request), responseDone, failStream };
}

module.exports = { open, HttpResponseStream };
