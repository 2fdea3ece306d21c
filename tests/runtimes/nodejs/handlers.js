// Handlers for the table: each shows one thing that a function can do.
'use strict';

let count = 0;

exports.echo = async (event) => event;
exports.counts = async () => ++count;
exports.size = async (event) => event.text.length;
exports.big = async (event) => 'x'.repeat(event.size);
exports.wide = async (event) => '€😀'.repeat(event.size);

// The context object

exports.contextJson = async (event, context) => context;
exports.contextKeys = async (event, context) => {
    const own = Object.keys(context).map((key) => [key, typeof context[key]]);
    return own.sort((a, b) => (a[0] < b[0] ? -1 : 1));
};
exports.remainingTime = async (event, context) => {
    const left = context.getRemainingTimeInMillis();
    return [typeof left, left > 0, left <= 60000];
};
exports.clientContext = async (event, context) => [context.clientContext, context.identity, context.tenantId];
exports.traceId = async (event, context) => [process.env._X_AMZN_TRACE_ID, context.xRayTraceId];
exports.invokeStore = async () => {
    const store = globalThis.awslambda.InvokeStore;
    store.set('mine', 7);
    let refused;
    try {
        store.set(Symbol.for('_AWS_LAMBDA_REQUEST_ID'), 'x');
    } catch (error) {
        refused = error.message;
    }
    const ids = [store.getRequestId(), store.getXRayTraceId(), store.getTenantId()];
    return [ids, store.get('mine'), store.hasContext(), Object.keys(store.getContext()), refused];
};
exports.globals = async () => [typeof awslambda, Object.keys(globalThis.awslambda || {}).sort(), typeof require.main];
exports.environment = async () => ['_LAMBDA_TELEMETRY_LOG_FD' in process.env, process.env.NODE_PATH === undefined];

// Errors

exports.throws = async (event) => {
    throw new TypeError(`no such thing: ${JSON.stringify(event)}`);
};
exports.throwsAtOnce = () => {
    throw new RangeError('not in a promise');
};
exports.throwsDeep = async () => {
    const third = () => null.missing;
    const second = () => third();
    second();
};
class OrderError extends Error {
    constructor(message) {
        super(message);
        this.name = 'OrderError';
        this.code = 'E17';
        this.details = { order: 17, list: [1] };
    }
}
exports.throwsOwnClass = async () => {
    throw new OrderError('order is wrong');
};
class Silent extends Error {}
exports.throwsSubclass = async () => {
    throw new Silent('class without a name of its own');
};
exports.throwsWithCause = async () => {
    throw new Error('outer', { cause: new Error('inner') });
};
exports.throwsAggregate = async () => Promise.any([Promise.reject(new Error('a')), Promise.reject(new Error('b'))]);
exports.throwsText = async () => {
    throw 'just text';
};
exports.throwsNumber = async () => {
    throw 42;
};
exports.throwsObject = async () => {
    throw { name: 'Odd', message: 'no stack' };
};
exports.throwsLikeError = async () => {
    throw { name: 'Like', message: 'an error', stack: 'Like: an error\n    at somewhere (file.js:1:2)' };
};
exports.throwsNull = async () => {
    throw null;
};
exports.throwsUndefined = async () => Promise.reject();
exports.throwsCircular = async () => {
    const error = new Error('circular');
    error.self = error;
    throw error;
};
exports.throwsWithoutMessage = async () => {
    throw new Error();
};
exports.throwsLines = async () => {
    throw new Error('first\n  second\n\nlast');
};
exports.throwsUnicode = async () => {
    throw new Error('größer € 😀 \x7f');
};
exports.throwsWithoutStack = async () => {
    const error = new Error('no stack');
    error.stack = undefined;
    throw error;
};
exports.throwsFromLibrary = async () => JSON.parse('{nope');
exports.throwsSystemError = async () => require('fs').readFileSync('/no/such/file');
exports.throwsOnce = async (event) => {
    if (event.fail) {
        throw new Error('once');
    }
    return 'fine';
};
exports.throwsHuge = async () => {
    throw new Error('x'.repeat(10000));
};
exports.uncaught = () => {
    setTimeout(() => {
        throw new Error('outside');
    }, 1);
};
exports.uncaughtText = () => {
    setTimeout(() => {
        throw 'text outside';
    }, 1);
};
exports.uncaughtWhileWaiting = () =>
    new Promise(() => {
        setTimeout(() => {
            throw new Error('while waiting');
        }, 1);
    });
exports.unhandledRejection = () =>
    new Promise(() => {
        Promise.reject(new Error('nobody cares'));
    });
exports.unhandledRejectionOfText = () =>
    new Promise(() => {
        Promise.reject('text');
    });
exports.crashesWhenIdle = (event, context, callback) => {
    context.callbackWaitsForEmptyEventLoop = false;
    setTimeout(() => {
        throw new Error('after the answer');
    }, 100);
    callback(null, 'answered');
};
exports.rejectsWhenIdle = (event, context, callback) => {
    context.callbackWaitsForEmptyEventLoop = false;
    setTimeout(() => Promise.reject(new Error('after the answer')), 100);
    callback(null, 'answered');
};
exports.exits = async (event) => process.exit(event.status);
exports.neverSettles = () => new Promise(() => {});
exports.handlesOwnRejections = async () => {
    Promise.reject(new Error('caught later')).catch(() => {});
    return 'fine';
};

// Results

exports.nothing = async () => {};
exports.plainReturn = () => 'returned at once';
exports.isNull = async () => null;
exports.text = async () => 'quotes " \\ / \b \f \n \r \t \x00 \x1f \x7f \u2028 é € 😀';
exports.loneSurrogate = async () => 'a\ud83d';
exports.numbers = async () => [1, 1.0, 0.1, 1e21, 1e-7, -0, NaN, Infinity, 2 ** 53];
exports.values = async () => ({
    undefined,
    list: [undefined, () => 1, Symbol('s')],
    date: new Date(0),
    map: new Map([[1, 2]]),
    set: new Set([1]),
    buffer: Buffer.from('hi'),
    regexp: /x/g,
    error: new Error('e'),
    toJSON: undefined,
    typed: new Uint8Array([1, 2]),
});
exports.toJson = async () => ({ toJSON: () => ({ from: 'toJSON' }) });
exports.aFunction = async () => () => 1;
exports.aSymbol = async () => Symbol('s');
exports.bigInt = async () => ({ n: 10n });
exports.circular = async () => {
    const loop = {};
    loop.self = loop;
    return loop;
};
exports.thenable = () => ({ then: (resolve) => resolve('from a thenable') });
exports.generator = function* () {
    yield 1;
};

// Callbacks, and the ways of the context

exports.callback = (event, context, callback) => callback(null, { by: 'callback' });
exports.callbackLater = (event, context, callback) => {
    setTimeout(() => callback(undefined, 'later'), 2);
    setTimeout(() => console.log('after the callback'), 6);
};
exports.callbackNow = (event, context, callback) => {
    context.callbackWaitsForEmptyEventLoop = false;
    const open = setInterval(() => {}, 1000);
    callback(null, ['not waiting', context.callbackWaitsForEmptyEventLoop, typeof open]);
};
exports.callbackError = (event, context, callback) => callback(new TypeError('by callback'));
exports.callbackText = (event, context, callback) => callback('text error');
exports.callbackTwice = (event, context, callback) => {
    callback(null, 'first');
    callback(null, 'second');
};
exports.callbackErrorTwice = (event, context, callback) => {
    callback(new Error('first'));
    callback(null, 'second');
};
exports.callbackBadResult = (event, context, callback) => callback(null, 1n);
exports.callbackAndPromise = async (event, context, callback) => {
    callback(null, 'callback');
    return 'promise';
};
exports.noAnswer = (event, context, callback) => {
    setTimeout(() => console.log('the loop is empty after this', typeof callback), 2);
};
exports.done = (event, context) => {
    setInterval(() => {}, 1000);
    context.done(null, 'done');
};
exports.doneError = (event, context) => context.done(new Error('not done'));
exports.succeed = (event, context) => context.succeed({ by: 'succeed' });
exports.fail = (event, context) => context.fail(new Error('failed'));
exports.failWithNothing = (event, context) => context.fail();
exports.failText = (event, context) => context.fail('text');
exports.succeedTwice = (event, context) => {
    context.succeed(1);
    context.succeed(2);
    context.done(null, 3);
};
exports.threeParameters = async (event, context, callback) => typeof callback;

// Nested and other exports

exports.nested = { deep: { handler: async () => 'nested', value: 1 } };
exports.notAFunction = { a: 1 };
class Methods {
    constructor() {
        this.word = 'bound';
    }

    handler() {
        return Promise.resolve(this && this.word);
    }
}
exports.instance = new Methods();
exports.sees = function () {
    return Promise.resolve([typeof this, arguments.length]);
};
