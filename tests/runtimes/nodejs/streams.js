// Handlers that stream their response.
'use strict';

const { Readable } = require('stream');
const { pipeline } = require('stream/promises');

const stream = (handler, options) => awslambda.streamifyResponse(handler, options);

exports.writes = stream(async (event, responseStream) => {
    responseStream.write('one ');
    responseStream.write(Buffer.from('two '));
    responseStream.write(new Uint8Array([51, 32]));
    responseStream.write({ four: 4 });
    responseStream.end();
});
exports.endsWithData = stream(async (event, responseStream) => {
    responseStream.write('start ');
    responseStream.end('end');
});
exports.pipes = stream(async (event, responseStream) => {
    await pipeline(Readable.from([Buffer.from(JSON.stringify(event)), Buffer.from('!')]), responseStream);
});
exports.contentType = stream(async (event, responseStream) => {
    responseStream.setContentType('text/html; charset=utf-8');
    responseStream.write('<b>é</b>');
    responseStream.end();
});
exports.contentTypeTooLate = stream(async (event, responseStream) => {
    responseStream.write('x');
    responseStream.setContentType('text/html');
});
exports.prelude = stream(async (event, responseStream) => {
    const metadata = { statusCode: 201, headers: { 'x-a': '1' }, cookies: ['c=1'] };
    const out = awslambda.HttpResponseStream.from(responseStream, metadata);
    out.write('body');
    out.end();
});
exports.empty = stream(async (event, responseStream) => responseStream.end());
exports.returnsValue = stream(async (event, responseStream) => {
    responseStream.end('x');
    return 'ignored';
});
exports.notAsync = stream((event, responseStream) => {
    responseStream.write('x');
});
exports.throwsBefore = stream(async () => {
    throw new TypeError('before the first byte');
});
exports.throwsMidway = stream(async (event, responseStream) => {
    responseStream.write('half');
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw new Error('midway');
});
exports.large = stream(
    async (event, responseStream) => {
        for (let i = 0; i < 200; i++) {
            if (!responseStream.write('z'.repeat(10000))) {
                await new Promise((resolve) => responseStream.once('drain', resolve));
            }
        }
        responseStream.end();
    },
    { highWaterMark: 4096 },
);
exports.shape = stream(async (event, responseStream, context) => {
    const methods = ['write', 'end', 'on', 'once', 'emit', 'cork', 'destroy', 'setContentType', 'pipe', 'setHeader'];
    const known = methods.map((name) => [name, typeof responseStream[name]]);
    const state = [responseStream.writable, responseStream.writableEnded, responseStream.destroyed];
    responseStream.write(JSON.stringify([known, state, typeof context.getRemainingTimeInMillis, context.awsRequestId]));
    responseStream.end();
});
exports.badMode = Object.assign(async () => 1, {
    [Symbol.for('aws.lambda.runtime.handler.streaming')]: 'request',
});
