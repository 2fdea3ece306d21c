// One kept-alive HTTP/1.1 connection to the Runtime API, on a bare socket.
//
// Requests may be sent before the answers to earlier ones are there; answers come in the order of the requests. While
// none is outstanding the socket does not keep the event loop alive. It never retries: a lost connection ends the
// process, unless the server announced its end.
'use strict';

const net = require('net');

const API = '/2018-06-01/runtime/';
const NEXT = 'invocation/next';
// Header bytes that an answer may have before its blank line.
const MAX_HEAD = 1024 * 1024;
const READ_SIZE = 64 * 1024;
const BLANK_LINE = Buffer.from('\r\n\r\n');
const NOTHING = Buffer.alloc(0);

class RuntimeApi {
    constructor(address) {
        this.address = address;
        const colon = address.lastIndexOf(':');
        this.host = address.slice(0, colon);
        this.port = Number(address.slice(colon + 1));
        const agent = `aws-lambda-nodejs/${process.versions.node}-tenfold`;
        this.tail = ` HTTP/1.1\r\nHost: ${address}\r\nUser-Agent: ${agent}\r\n`;
        this.ahead = null; // the answer to a response that asks for the next event
        this.asks = undefined; // whether responses may ask: known with the first one
        this.connect();
    }

    // Resolves once connected. What reads answers has been compiled by then: it was called with one.
    ready() {
        this.waiting.push({ resolve: () => {}, awaitsEvent: false, text: null });
        this.takeAnswer(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'));
        this.socket.ref();
        return new Promise((resolve) => this.socket.once('connect', resolve));
    }

    connect() {
        this.waiting = [];
        this.pending = NOTHING;
        this.missing = 0; // bytes of the current body that are still to come, when they are collected in `parts`
        this.parts = null;
        this.closing = false;
        const socket = net.connect({
            host: this.host,
            port: this.port,
            noDelay: true,
            onread: {
                buffer: Buffer.allocUnsafe(READ_SIZE),
                callback: (count, buffer) => {
                    if (socket === this.socket) {
                        this.onData(buffer.subarray(0, count));
                    }
                    return true;
                },
            },
        });
        const gone = () => {
            if (socket === this.socket) {
                this.onGone();
            }
        };
        socket.setNoDelay(true);
        socket.on('error', gone).on('end', gone).on('close', gone);
        this.socket = socket;
    }

    // The next event: { headers (names in lower case), body (string) }. Keeps asking on a new connection if the server
    // announced the end of this one.
    async next() {
        const { ahead } = this;
        this.ahead = null;
        const answer = await ahead;
        if (answer?.headers['lambda-runtime-aws-request-id'] !== undefined) {
            return answer;
        }
        return this.request(`GET ${API}${NEXT}${this.tail}\r\n`, true);
    }

    // Posts a response (a string). Where `last`, nothing of the function follows it, and it asks for the next event as well, for
    // `next`: where the Runtime API knows of that, its answer is the event. `refused` is told the status of one that is not taken.
    respond(path, body, last, refused) {
        // A wrapper may have put something between us and the Runtime API, to which these are two requests.
        this.asks ??= !process.env.AWS_LAMBDA_EXEC_WRAPPER;
        const asks = last && this.asks;
        const text = this.message(path, body, asks ? 'Tenfold-Runtime-Then: next\r\n' : '');
        const answered = this.request(text, false, asks).then((answer) => {
            if (answer.status >= 300) {
                refused(answer.status);
            }
            return answer;
        });
        if (asks) {
            this.ahead = answered;
        }
    }

    // Posts `body` (a string); resolves with the status once the server has it.
    post(path, body, headers = '') {
        return this.request(this.message(path, body, headers), false);
    }

    message(path, body, headers) {
        const size = Buffer.byteLength(body);
        const head = `POST ${API}${path}${this.tail}Content-Type: application/json\r\n${headers}`;
        return `${head}Content-Length: ${size}\r\n\r\n${body}`;
    }

    // `awaitsEvent`: it may take as long as until there is an event.
    request(text, repeatable, awaitsEvent = repeatable) {
        if (!repeatable && this.waiting.some((request) => request.awaitsEvent)) {
            // A crash between invocations: its report must not wait until the next event has come.
            return new RuntimeApi(this.address).request(text, false);
        }
        if (this.closing) {
            const old = this.socket;
            this.connect();
            old.destroy();
        }
        return new Promise((resolve) => {
            if (this.waiting.push({ resolve, awaitsEvent, text: repeatable ? text : null }) === 1) {
                this.socket.ref();
            }
            this.socket.write(text, 'utf8');
        });
    }

    onData(chunk) {
        if (this.parts) {
            if (chunk.length < this.missing) {
                this.parts.push(Buffer.from(chunk)); // the read buffer is used again
                this.missing -= chunk.length;
                return;
            }
            chunk = Buffer.concat([...this.parts, chunk]);
            this.parts = null;
        } else if (this.pending.length) {
            chunk = Buffer.concat([this.pending, chunk]);
        }
        this.pending = NOTHING;
        let used;
        while (chunk.length && (used = this.takeAnswer(chunk)) > 0) {
            chunk = chunk.subarray(used);
        }
        if (chunk.length && !this.parts) {
            this.pending = Buffer.from(chunk);
        }
    }

    // Handles the answer at the start of `data`; how many bytes it took, 0 if it is not whole yet.
    takeAnswer(data) {
        const end = data.indexOf(BLANK_LINE);
        if (end < 0) {
            if (data.length > MAX_HEAD) {
                this.onGone();
            }
            return 0;
        }
        const lines = data.toString('utf8', 0, end).split('\r\n');
        const headers = {};
        for (let i = 1; i < lines.length; i++) {
            const colon = lines[i].indexOf(':');
            headers[lines[i].slice(0, colon).toLowerCase()] = lines[i].slice(colon + 1).trim();
        }
        let start = end + 4;
        let size = Number(headers['content-length'] || 0);
        let body;
        if (/chunked/i.test(headers['transfer-encoding'])) {
            const chunks = readChunks(data, start);
            if (!chunks) {
                return 0;
            }
            body = chunks.body;
            size = chunks.end - start;
        } else if (data.length - start < size) {
            this.missing = size - (data.length - start);
            this.parts = [Buffer.from(data)];
            return 0;
        } else {
            body = data.toString('utf8', start, start + size);
        }
        this.answer(Number(lines[0].split(' ')[1]), headers, body);
        return start + size;
    }

    answer(status, headers, body) {
        this.closing = /^close$/i.test(headers.connection);
        const request = this.waiting.shift();
        if (!request) {
            return this.onGone(); // an answer to nothing: the two sides no longer agree
        }
        const left = this.waiting;
        if (this.closing && left.length) {
            // What was sent ahead is lost with this connection; only a request for an event is ever sent ahead.
            const old = this.socket;
            this.connect();
            old.destroy();
            for (const lost of left) {
                if (!lost.text) {
                    return this.onGone();
                }
                this.request(lost.text, true).then(lost.resolve);
            }
        } else if (left.length === 0) {
            this.socket.unref();
        }
        request.resolve({ status, headers, body });
    }

    onGone() {
        if (this.closing && this.waiting.length === 0) {
            return; // announced; the next request connects again
        }
        process.exit(1);
    }
}

// A chunked body from `at`: { body, end }, or undefined if it is not whole yet.
function readChunks(data, at) {
    const parts = [];
    for (;;) {
        const line = data.indexOf('\r\n', at);
        if (line < 0) {
            return undefined;
        }
        const size = parseInt(data.toString('latin1', at, line), 16) || 0;
        at = line + 2;
        if (size === 0) {
            const end = data.indexOf('\r\n', at);
            if (end < 0) {
                return undefined;
            }
            if (end === at) {
                return { body: Buffer.concat(parts).toString('utf8'), end: end + 2 };
            }
            const trailers = data.indexOf(BLANK_LINE, at);
            return trailers < 0 ? undefined : { body: Buffer.concat(parts).toString('utf8'), end: trailers + 4 };
        }
        if (data.length < at + size + 2) {
            return undefined;
        }
        parts.push(data.subarray(at, at + size));
        at += size + 2;
    }
}

module.exports = { RuntimeApi, API };
