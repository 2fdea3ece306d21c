// Errors on their way out: the runtime's own kinds, the body posted for an error, its log record and its XRay cause.
//
// `modern` picks the official client of nodejs24.x and later; the generations differ in small things that tools see.
'use strict';

const { isNativeError } = require('util').types;
const { isJson } = require('./console.cjs');

// HTTP servers bound the size of a head: characters of a cause's message, and bytes of a cause that is sent at all.
const MAX_CAUSE_MESSAGE = 4096;
const MAX_CAUSE = 64 * 1024;
const UNREADABLE =
    'callback called with Error argument, but there was a problem while retrieving one or more of its message, ' +
    'name, and stack';

const classes = {};

// An error of the runtime's own: its name is `Runtime.` and the kind.
function fault(kind, message, modern, original) {
    if (!classes[kind]) {
        // Class names are part of JSON log records.
        const name = modern && !/Error$|Streaming/.test(kind) ? `${kind}Error` : kind;
        classes[kind] = { [name]: class extends Error {} }[name];
        if (!modern) {
            // On the prototype, so that the stack's first line has the name.
            classes[kind].prototype.name = `Runtime.${kind}`;
        }
    }
    const error = new classes[kind](message);
    Error.captureStackTrace(error, fault);
    if (modern) {
        error.name = `Runtime.${kind}`;
        if (kind === 'UserCodeSyntaxError') {
            error.stack = original.stack;
        }
    }
    return error;
}

const clean = (text) => text?.replace(/\x7f/g, '%7F');

function looksLikeError(value) {
    const isText = (text) => text && typeof text === 'string';
    return value && isText(value.name) && isText(value.message) && isText(value.stack);
}

// The body for the Runtime API.
function toResult(error, modern) {
    try {
        if (modern ? error instanceof Error : isNativeError(error) || looksLikeError(error)) {
            const trace = modern ? clean(error.stack)?.split('\n') || [] : clean(error.stack).split('\n');
            return { errorType: clean(error.name), errorMessage: clean(error.message), trace };
        }
        const errorMessage = modern ? String(error) : error.toString();
        return { errorType: typeof error, errorMessage, trace: [] };
    } catch {
        const result = { errorType: 'handled', errorMessage: UNREADABLE };
        return modern ? { ...result, trace: [] } : result;
    }
}

function xrayCause(error) {
    try {
        const [, ...lines] = error.stack ? clean(error.stack).split('\n') : [];
        const stack = lines.map(parseFrame);
        const paths = [...new Set(stack.map((frame) => frame.path))];
        const message = clean(error.message)?.slice(0, MAX_CAUSE_MESSAGE);
        const exceptions = [{ type: clean(error.name), message, stack }];
        const cause = JSON.stringify({ working_directory: process.cwd(), exceptions, paths });
        // Header bytes are ASCII; what is beyond is spelled as JSON escapes.
        const escape = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
        return cause.replace(/[^\x20-\x7e]/g, escape);
    } catch {
        return '';
    }
}

// `at label (path:line:column)` of a stack.
function parseFrame(line) {
    const text = line.trim().replace(/[()]/g, '');
    const rest = text.slice(text.indexOf(' ') + 1);
    const space = rest.lastIndexOf(' ');
    const label = space > 0 ? rest.slice(0, space) : '';
    const [path, number] = (label ? rest.slice(space + 1) : rest).split(':');
    return { path, line: parseInt(number, 10), label: label || 'anonymous' };
}

function describe(_, value) {
    if (!(value instanceof Error)) {
        return value;
    }
    const out = { errorType: value.name, errorMessage: value.message, code: value.code, ...value };
    if (typeof value.stack === 'string') {
        out.stack = value.stack.split('\n');
    }
    return out;
}

// Logs `error` under `title`, as the official clients do.
function logError(title, error, modern) {
    const given = error instanceof Error ? error : new Error(modern ? String(error) : error);
    if (isJson()) {
        console.error(given);
        return;
    }
    let text;
    try {
        text = JSON.stringify(given, describe);
    } catch {
        text = JSON.stringify(toResult(given, modern));
    }
    console.error(title, `\t${text}`);
}

// A header line, or nothing if `value` cannot be one.
function header(name, value) {
    return value && /^[\x20-\x7e]+$/.test(value) ? `${name}: ${value}\r\n` : '';
}

// Posts `error` to `path`, which is `init/error` or that of an invocation.
function postError(api, path, error, modern) {
    const result = toResult(error, modern);
    let headers = header('Lambda-Runtime-Function-Error-Type', result.errorType);
    const cause = xrayCause(error);
    if (path !== 'init/error' && cause.length < MAX_CAUSE) {
        headers += header('Lambda-Runtime-Function-XRay-Error-Cause', cause);
    }
    return api.post(path, JSON.stringify(result), headers);
}

module.exports = { fault, toResult, logError, postError };
