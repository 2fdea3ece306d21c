// Handlers that log.
'use strict';

exports.levels = async () => {
    console.trace('trace %s', 1);
    console.debug('debug %d', 2);
    console.info('info %j', { a: 3 });
    console.log('log', 4, [5], null, undefined, true);
    console.warn('warn %o', [6]);
    console.error('error', { deep: { deeper: { deepest: { hidden: 1 } } } });
    console.fatal('fatal');
};
exports.lines = async () => {
    console.log('first\nsecond\n\tthird é € 😀\r\nfourth');
    console.log({ key: 'a\nb', long: 'x'.repeat(100) });
};
exports.nothing = async () => {
    console.log();
    console.log('');
    console.log(undefined);
    console.log(null);
};
exports.errors = async () => {
    const error = new TypeError('logged');
    error.code = 'E1';
    console.error(error);
    console.error('with text', error);
    console.error('two', new Error('first'), new Error('second'));
    console.log({ inside: new RangeError('nested') });
};
exports.objects = async () => {
    console.log({ a: 1, b: [null, 'é'], date: new Date(0), none: undefined });
    console.log(['list', 1]);
    console.log(17);
    console.log(true);
    console.log(10n);
    console.log(() => 1);
    console.log(Symbol('s'));
    console.log(new Map([[1, { a: 2 }]]));
    const loop = { name: 'loop' };
    loop.self = loop;
    console.log(loop);
    console.log('%s is %d%%', 'half', 50, 'extra');
};
exports.raw = async () => {
    process.stdout.write('raw to stdout\n');
    process.stderr.write('raw to stderr\n');
    console.log('then the console');
    process.stdout.write('two\nlines\n');
};
exports.others = async () => {
    console.table([{ a: 1 }]);
    console.dir({ a: { b: { c: {} } } });
    console.group('group');
    console.info('inside the group');
    console.groupEnd();
    console.assert(false, 'assertion');
    console.count('counter');
};
exports.many = async () => {
    for (let i = 0; i < 150; i++) {
        console.log(`line ${i} ${'y'.repeat(200)}`);
    }
};
exports.background = (event, context, callback) => {
    context.callbackWaitsForEmptyEventLoop = false;
    console.log('before');
    callback(null, 'ok');
    console.log('after');
};
exports.throwsAfterLogging = async () => {
    console.error('about to fail');
    throw new Error('failed\nin two lines');
};
