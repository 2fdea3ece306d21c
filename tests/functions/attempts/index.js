// The attempts in a child of Node.js, and in its own process what has to be.
const { execFileSync } = require('child_process');
const crypto = require('crypto');
const fs = require('fs');

// Words come with their highest bits set, so that the search makes no copy of what it looks for.
function inMemory(words) {
    const memory = fs.openSync('/proc/self/mem', 'r');
    const piece = Buffer.alloc(1 << 20);
    let searched = 0;
    for (const line of fs.readFileSync('/proc/self/maps', 'utf8').split('\n')) {
        const [range, rights] = line.split(' ');
        if (!rights || !rights.startsWith('rw')) continue;
        const [from, to] = range.split('-').map((text) => parseInt(text, 16));
        if (to - from > 256 << 20) continue;
        for (let at = from; at < to; ) {
            let read;
            try {
                read = fs.readSync(memory, piece, 0, Math.min(piece.length, to - at), at);
            } catch {
                break;
            }
            if (read === 0) break;
            searched += read;
            for (const [number, word] of words.entries()) {
                for (let place = -1; ; ) {
                    place = piece.indexOf(word[0] & 0x7f, place + 1);
                    if (place < 0 || place + word.length > read) break;
                    if (word.every((byte, offset) => piece[place + offset] === (byte & 0x7f))) {
                        fs.closeSync(memory);
                        return { got: 'won', detail: `word ${number}: ${line}` };
                    }
                }
            }
            at += read;
        }
    }
    fs.closeSync(memory);
    return { got: 'contained', detail: `not in ${searched >> 20} MiB` };
}

function descriptors() {
    const seen = [];
    for (const fd of fs.readdirSync('/proc/self/fd')) {
        try {
            const target = fs.readlinkSync(`/proc/self/fd/${fd}`);
            seen.push(`${fd}:${target.split(':')[0]}`);
            const about = fs.fstatSync(Number(fd));
            if (about.isDirectory() && !target.startsWith('/proc')) return { got: 'won', detail: `${fd}: ${target}` };
        } catch {
            // The directory that was listed is closed by now.
        }
    }
    return { got: 'contained', detail: seen.join(' ') };
}

exports.handler = async (event) => {
    if (event.do === 'own') {
        return {
            drawn: [Math.random(), crypto.randomUUID(), crypto.randomBytes(8).toString('hex')],
            token: process.env.AWS_SESSION_TOKEN,
            variables: Object.keys(process.env).sort(),
        };
    }
    const answers = JSON.parse(execFileSync('/var/task/attempts', ['--once'], { input: JSON.stringify(event), encoding: 'utf8', maxBuffer: 1 << 26 }));
    if (event.do !== 'attempt') return answers;
    const own = [
        ['secrets in the memory of Node.js', 'searches it for words of another function', inMemory(event.secrets)],
        ['descriptors of Node.js', 'looks for directories among them', descriptors()],
    ];
    for (const [name, does, outcome] of own) {
        answers.push({ name, does, expects: ['contained'], ...outcome, held: outcome.got === 'contained' });
    }
    return answers;
};
