// A runtime that was started before anybody knew for whom: it waits for the environment of its function.
//
// The environment comes as one JSON object, `{"environment": {"NAME": "value"}}`, on the descriptor that
// `_TENFOLD_LATE_FD` names, which ends with it. Afterwards the process is as if it had been started with that
// environment: `process.env`, what native code and child processes see, `/proc/self/environ`, the time zone, the working
// directory, the uptime. Variables that act on the interpreter's own start (`NODE_OPTIONS`, `LD_PRELOAD`) cannot be taken
// on; whoever starts the runtime knows which these are, and starts it with them instead.
'use strict';

const fs = require('fs');

const DESCRIPTOR = '_TENFOLD_LATE_FD';
// The descriptor on which it says, with an empty line, that nothing is left to do before the message.
const READY = '_TENFOLD_LATE_READY_FD';

// The memory that `/proc/self/environ` shows: as long as the environment that the process was started with.
function openArea() {
    try {
        const stat = fs.readFileSync('/proc/self/stat', 'latin1');
        // Behind the command's name, which may hold anything, the fields are numbers: env_start is the 50th.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const start = Number(fields[47]);
        const size = Number(fields[48]) - start;
        return start > 0 && size > 0 ? { start, size, memory: fs.openSync('/proc/self/mem', 'r+') } : undefined;
    } catch {
        return undefined;
    }
}

// Shows `environment`, with zero bytes behind it; nothing at all if there is no room for it.
function writeArea({ start, size, memory }, environment) {
    const text = Object.entries(environment)
        .map(([name, value]) => `${name}=${value}\0`)
        .join('');
    const block = Buffer.alloc(size);
    if (Buffer.byteLength(text) <= size) {
        block.write(text);
    }
    try {
        fs.writeSync(memory, block, 0, size, start);
    } catch {
        // A kernel that does not let a process write its own memory this way.
    }
}

// Waits for the environment and takes it on, if the process was started to do so. Before, it calls `prepare`, whose
// promise it waits for and whose value it gives back.
async function takeOn(prepare) {
    const given = process.env[DESCRIPTOR];
    if (given === undefined) {
        return undefined;
    }
    const prepared = await prepare();
    const ready = process.env[READY];
    // Before the area is written: until then native code finds the old variables there.
    for (const name of Object.keys(process.env)) {
        delete process.env[name];
    }
    const area = openArea();
    if (area) {
        // Once for nothing: what has been called before is compiled.
        writeArea(area, {});
    }
    if (ready !== undefined) {
        fs.writeSync(Number(ready), '\n');
    }
    const { environment } = JSON.parse(fs.readFileSync(Number(given), 'utf8'));
    fs.closeSync(Number(given));
    if (area) {
        writeArea(area, environment);
        fs.closeSync(area.memory);
    }
    Object.assign(process.env, environment);
    process.chdir(environment.LAMBDA_TASK_ROOT || '/var/task');
    const since = process.uptime;
    const waited = since();
    process.uptime = function uptime() {
        return since() - waited;
    };
    return prepared;
}

module.exports = { takeOn };
