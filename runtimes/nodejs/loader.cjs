// Finds the handler that `_HANDLER` names: `file.fn`, `dir/file.fn`, `file.nested.fn`; CommonJS and ES modules.
'use strict';

const path = require('path');
const { createRequire, Module } = require('module');
const { existsSync, readFileSync } = require('fs');
const { fault } = require('./faults.cjs');

// So that the "Require stack" of an error has one line of the runtime's, as on AWS.
const requireForFunction = createRequire(path.join(__dirname, 'bootstrap.cjs'));

// `dir/file.a.b` as { root: 'dir/', file: 'file', property: 'a.b' }.
function splitName(name, modern) {
    if (name.includes('..')) {
        const advice = 'Use absolute paths when specifying root directories in handler names.';
        throw fault('MalformedHandlerName', `'${name}' is not a valid handler name. ${advice}`, modern);
    }
    const base = path.basename(name);
    const match = /^([^.]*)\.(.*)$/.exec(base);
    if (!match) {
        throw fault('MalformedHandlerName', 'Bad handler', modern);
    }
    return { root: name.slice(0, name.indexOf(base)), file: match[1], property: match[2] };
}

const requireIfThere = (file) => (existsSync(file) ? requireForFunction(file) : undefined);
const importIfThere = async (file) => (existsSync(file) ? import(file) : undefined);

// The type in the nearest `package.json` above `file`, which says what `.js` is; `undefined` if that one is broken.
function packageType(file, onBroken = () => {}) {
    for (let folder = path.dirname(file); !folder.endsWith('/node_modules'); folder = path.dirname(folder)) {
        const manifest = path.join(folder, 'package.json');
        if (existsSync(manifest)) {
            try {
                const content = JSON.parse(readFileSync(manifest));
                if (content) {
                    return content.type === 'module' ? 'module' : 'commonjs';
                }
            } catch (error) {
                onBroken(manifest, error);
                return undefined;
            }
        }
        if (folder === '/') {
            break;
        }
    }
    return 'commonjs';
}

async function loadClassic(appRoot, root, file) {
    const target = path.resolve(appRoot, root, file);
    const onBroken = (manifest, error) =>
        console.warn(`${manifest} cannot be read, it will be ignored for ES module detection purposes.`, error);
    const isModule = existsSync(`${target}.js`) && packageType(`${target}.js`, onBroken) === 'module';
    return (
        requireIfThere(target) ||
        (isModule ? undefined : requireIfThere(`${target}.js`)) ||
        (isModule && (await importIfThere(`${target}.js`))) ||
        (await importIfThere(`${target}.mjs`)) ||
        requireIfThere(`${target}.cjs`) ||
        requireForFunction(requireForFunction.resolve(file, { paths: [appRoot, root] }))
    );
}

// A `.js` file that plainly is CommonJS, without what starting the ES module loader costs: as `import` presents it, the
// exports as default and no parent. Undefined if it is none, or if `import` has to say what it is.
function requireAsModule(file) {
    if (!existsSync(file) || packageType(file) !== 'commonjs') {
        return undefined;
    }
    if (/^\s*(?:import|export)\b/m.test(readFileSync(file, 'utf8'))) {
        return undefined;
    }
    try {
        return { default: Module._load(file, null, false) };
    } catch (error) {
        // An error in the source, unlike a SyntaxError thrown by it, starts with the place.
        if (error instanceof SyntaxError && !String(error.stack).startsWith('SyntaxError')) {
            return undefined;
        }
        throw error;
    }
}

async function loadModern(appRoot, root, file) {
    const target = path.resolve(appRoot, root, file);
    const loaded =
        (await importIfThere(target)) ||
        requireAsModule(`${target}.js`) ||
        (await importIfThere(`${target}.js`)) ||
        (await importIfThere(`${target}.mjs`)) ||
        (await importIfThere(`${target}.cjs`));
    const paths = [appRoot, path.join(appRoot, root)];
    return loaded || requireForFunction(requireForFunction.resolve(file, { paths }));
}

async function loadModule(appRoot, root, file, modern) {
    try {
        return await (modern ? loadModern : loadClassic)(appRoot, root, file);
    } catch (error) {
        if (error instanceof SyntaxError) {
            throw fault('UserCodeSyntaxError', error, modern, error);
        }
        if (error?.code === 'MODULE_NOT_FOUND') {
            throw fault('ImportModuleError', error, modern);
        }
        throw error;
    }
}

function findIn(object, property, modern) {
    const classicStep = (at, key) => at && at[key];
    const modernStep = (at, key) => (at && typeof at === 'object' ? at[key] : undefined);
    return property.split('.').reduce(modern ? modernStep : classicStep, object);
}

// The handler; rejects with the error that the platform documents if there is none.
async function loadHandler(appRoot, name, modern) {
    const { root, file, property } = splitName(name, modern);
    const loaded = await loadModule(appRoot, root, file, modern);
    let handler = findIn(loaded, property, modern);
    if (!handler && modern && loaded && typeof loaded === 'object' && 'default' in loaded) {
        handler = findIn(loaded.default, property, modern);
    }
    if (!handler) {
        throw fault('HandlerNotFound', `${name} is undefined or not exported`, modern);
    }
    if (typeof handler !== 'function') {
        throw fault('HandlerNotFound', `${name} is not a function`, modern);
    }
    return handler;
}

// Loads a handler of our own once, and forgets it: so what loads the function's is compiled before it is needed.
async function warmUp(modern) {
    await loadHandler(__dirname, 'warm-up.handler', modern);
    delete require.cache[path.join(__dirname, 'warm-up.cjs')];
}

module.exports = { loadHandler, warmUp };
