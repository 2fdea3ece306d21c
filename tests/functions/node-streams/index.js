// Streams what its event asks for. `opened` waits for the test: until the gate, a function URL, lets everybody in.
'use strict';

const http = require('http');
const { once } = require('events');

function status(host) {
    const { hostname, port } = new URL(process.env.AWS_ENDPOINT_URL);
    return new Promise((resolve, reject) => {
        const take = (answer) => answer.resume().on('end', () => resolve(answer.statusCode));
        http.get({ hostname, port, headers: { host }, agent: false }, take).on('error', reject);
    });
}

async function opened(gate) {
    while ((await status(gate)) === 403) {
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

const STREAMS = {
    async wait(stream, { gate }) {
        stream.write('first');
        await opened(gate);
        console.log('finished');
        stream.end('second');
    },
    async binary(stream) {
        stream.write(Buffer.from(Array.from({ length: 256 }, (_, n) => n)));
        stream.end(Buffer.alloc(9));
    },
    // `count` blocks of 64 KiB, each of one byte; then something else, or the end.
    async blocks(stream, { count, then }) {
        for (let n = 0; n < Number(count); n++) {
            if (!stream.write(Buffer.alloc(65536, n % 251))) {
                await once(stream, 'drain');
            }
        }
        if (then) {
            return STREAMS[then](stream, {});
        }
        stream.end();
    },
    async typed(stream) {
        stream.setContentType('text/event-stream');
        stream.end('data: 1\n\n');
    },
    async prelude(stream, { gate }) {
        const headers = { 'content-type': 'text/plain', 'x-own': '1' };
        stream = awslambda.HttpResponseStream.from(stream, { statusCode: 203, headers, cookies: ['a=1', 'b=2'] });
        stream.write('first');
        await opened(gate);
        stream.end('second');
    },
    async malformed(stream) {
        awslambda.HttpResponseStream.from(stream, { statusCode: 'high' }).end('never seen');
    },
    async empty(stream) {
        stream.end();
    },
    async failFirst() {
        throw new TypeError('before the start');
    },
    async fail(stream, { gate }) {
        stream.write('half');
        await opened(gate);
        throw new TypeError('in the middle');
    },
    async exit(stream, { gate }) {
        stream.write('half');
        await opened(gate);
        process.exit(3);
    },
    async hang(stream) {
        stream.write('half');
        await new Promise((resolve) => setTimeout(resolve, 100000));
    },
};

exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    const asked = event.rawPath ? { do: event.rawPath.slice(1), ...event.queryStringParameters } : event;
    await STREAMS[asked.do](stream, asked);
});
