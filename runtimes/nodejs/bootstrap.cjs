// Runs a Node.js function: fetches events from the Runtime API, calls the handler, posts what it returns.
//
// Behaves as AWS's runtime interface client does, on the interpreter alone (Node.js 16 to 24). There are two official
// generations, and each runtime gets its own: up to nodejs22.x handlers may use callbacks ("classic"), from nodejs24.x
// they may not ("modern"). It never runs two invocations at once, never listens, and never outlives its connection to
// the Runtime API. Loaded when first needed: `streaming.cjs` (response streams).
'use strict';

const { RuntimeApi } = require('./runtime-api.cjs');
const { patchConsole } = require('./console.cjs');
const { takeOn } = require('./late.cjs');

const MAJOR = Number(process.versions.node.split('.')[0]);
const HANDLER_STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');
const HANDLER_HIGH_WATER_MARK = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');

// The folders that AWS searches for packages, after `node_modules` of the function itself, unless it names others.
function setUpModulePath() {
    if (process.env.NODE_PATH === undefined) {
        const folders = [`/opt/nodejs/node${MAJOR}/node_modules`, '/opt/nodejs/node_modules'];
        folders.push('/var/runtime/node_modules', '/var/runtime', '/var/task');
        process.env.NODE_PATH = folders.join(':');
    }
    require('module').Module._initPaths();
}

// `awslambda`, the global through which functions ask for response streaming.
function setUpGlobal(modern) {
    const off = process.env.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA;
    if (off === '1' || off === 'true') {
        return;
    }
    globalThis.awslambda = {
        streamifyResponse(handler, options) {
            handler[HANDLER_STREAMING] = 'response';
            if (options && typeof options.highWaterMark === 'number') {
                handler[HANDLER_HIGH_WATER_MARK] = parseInt(options.highWaterMark, 10);
            }
            return handler;
        },
        get HttpResponseStream() {
            return require('./streaming.cjs').HttpResponseStream;
        },
    };
    if (modern) {
        globalThis.awslambda.InvokeStore = require('./invoke-store.cjs').store;
    }
}

// How the handler wants its response: { streaming, highWaterMark (bytes or undefined) }.
function streamingOf(handler, modern) {
    const mode = handler[HANDLER_STREAMING];
    if (!mode) {
        return { streaming: false };
    }
    if (mode !== 'response') {
        const { fault } = require('./faults.cjs');
        throw fault('MalformedStreamingHandler', 'Only response streaming is supported.', modern);
    }
    const mark = parseInt(handler[HANDLER_HIGH_WATER_MARK], 10);
    return { streaming: true, highWaterMark: mark || undefined };
}

const loop = (modern) => (modern ? require('./modern.cjs') : require('./classic.cjs'));

// All that can be done before anybody knows the function.
async function prepare() {
    loop(MAJOR >= 24);
    for (const name of (process.env._TENFOLD_LATE_AHEAD || '').split(',').filter(Boolean)) {
        require(name);
    }
    // Both again when it is known: what has been called before is compiled.
    setUpModulePath();
    patchConsole(MAJOR >= 24);
    await require('./loader.cjs').warmUp(MAJOR >= 24);
    const address = process.env.AWS_LAMBDA_RUNTIME_API;
    if (address === undefined) {
        return undefined;
    }
    const api = new RuntimeApi(address);
    await api.ready();
    return api;
}

async function main() {
    // The function is the main program: `require.main` is undefined for it, as on AWS.
    process.mainModule = undefined;
    let api = await takeOn(prepare);
    const [, major] = /^AWS_Lambda_nodejs(\d+)/.exec(process.env.AWS_EXECUTION_ENV || '') || [];
    const modern = Number(major || MAJOR) >= 24;
    setUpModulePath();
    patchConsole(modern);
    setUpGlobal(modern);
    if (api?.address !== process.env.AWS_LAMBDA_RUNTIME_API) {
        api = new RuntimeApi(process.env.AWS_LAMBDA_RUNTIME_API);
    }
    const { start } = loop(modern);
    await start(api, process.env.LAMBDA_TASK_ROOT || process.cwd(), process.env._HANDLER || '', streamingOf);
}

main();
