// The console of a function: every record with time, request id and level, as text or JSON, written whole.
//
// Records go as frames to the telemetry descriptor if there is one: type (4 bytes), length (4), microseconds since the
// epoch (8), all big-endian, then the message. The type's low bits are the format (text 3, JSON 2) and the level.
// Otherwise a record is one line on standard output, with line ends inside it turned into carriage returns.
'use strict';

const fs = require('fs');
const { format } = require('util');

const LEVELS = { TRACE: 1, DEBUG: 2, INFO: 3, WARN: 4, ERROR: 5, FATAL: 6 };
const REQUEST_ID = Symbol.for('aws.lambda.runtime.requestId');
const TENANT_ID = Symbol.for('aws.lambda.runtime.tenantId');

// What records say about the invocation that is running.
const invocation = {
    requestId: undefined,
    tenantId: undefined,
    // The symbols are where logging libraries look.
    set(requestId, tenantId) {
        this.requestId = globalThis[REQUEST_ID] = requestId;
        this.tenantId = globalThis[TENANT_ID] = tenantId;
    },
};

let json = false;
const isJson = () => json;

function writeAll(descriptor, data) {
    let at = 0;
    while (at < data.length) {
        try {
            at += fs.writeSync(descriptor, data, at);
        } catch (error) {
            if (error.code !== 'EAGAIN') {
                return; // nobody reads any more; a log record must not end the function
            }
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
        }
    }
}

function writeFrame(descriptor, type, date, message) {
    const size = Buffer.byteLength(message);
    const frame = Buffer.allocUnsafe(16 + size);
    frame.writeUInt32BE(type >>> 0, 0);
    frame.writeUInt32BE(size, 4);
    frame.writeBigInt64BE(BigInt(date.valueOf()) * 1000n, 8);
    frame.write(message, 16);
    writeAll(descriptor, frame);
}

function describeErrors(_, value) {
    if (!(value instanceof Error)) {
        return value;
    }
    const stackTrace = typeof value.stack === 'string' ? value.stack.split('\n') : value.stack;
    return { errorType: className(value), errorMessage: value.message, stackTrace, ...value };
}

function className(error) {
    return error.constructor?.name ?? 'UnknownError';
}

function jsonRecord(time, level, params) {
    const record = { timestamp: time, level, requestId: invocation.requestId };
    if (invocation.tenantId !== undefined && invocation.tenantId !== null) {
        record.tenantId = invocation.tenantId;
    }
    if (params.length === 1) {
        record.message = params[0];
        try {
            return JSON.stringify(record, describeErrors);
        } catch {
            record.message = format(record.message);
            return JSON.stringify(record);
        }
    }
    record.message = format(...params);
    const error = params.find((param) => param instanceof Error);
    if (error) {
        record.errorType = className(error);
        record.errorMessage = error.message;
        record.stackTrace = typeof error.stack === 'string' ? error.stack.split('\n') : [];
    }
    return JSON.stringify(record);
}

function patchConsole(modern) {
    const given = process.env._LAMBDA_TELEMETRY_LOG_FD;
    delete process.env._LAMBDA_TELEMETRY_LOG_FD;
    const descriptor = given === undefined ? undefined : Number(given);
    json = (process.env.AWS_LAMBDA_LOG_FORMAT || '').toUpperCase() === 'JSON';
    if (modern) {
        invocation.requestId = '-';
    }
    const log = (level, mask, params) => {
        const date = new Date();
        const time = date.toISOString();
        const text = json
            ? jsonRecord(time, level, params)
            : `${time}\t${invocation.requestId}\t${level}\t${format(...params)}`;
        if (descriptor === undefined) {
            writeAll(1, Buffer.from(text.replace(/\n/g, '\r') + '\n'));
        } else if (json) {
            writeFrame(descriptor, 0xa55a0002 | mask, date, text);
        } else {
            writeFrame(descriptor, 0xa55a0003 | mask, date, text + '\n');
        }
    };
    const least = LEVELS[(process.env.AWS_LAMBDA_LOG_LEVEL || '').toUpperCase()] || LEVELS.TRACE;
    for (const [level, priority] of Object.entries(LEVELS)) {
        console[level.toLowerCase()] =
            priority < least
                ? () => {}
                : (message, ...params) => log(level, priority << 2, [message, ...params]);
    }
    console.log = console.info;
}

module.exports = { patchConsole, invocation, isJson };
