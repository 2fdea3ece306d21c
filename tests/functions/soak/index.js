// Does what its event asks for.
'use strict';

const ACTIONS = {
    echo: async (event) => ({ event }),
    async fail() {
        throw new RangeError('asked to fail');
    },
    async exit() {
        process.exit(3);
    },
    async sleep() {
        await new Promise((resolve) => setTimeout(resolve, 100000));
    },
    async flood({ lines }) {
        for (let n = 0; n < lines; n++) {
            console.log(n, 'x'.repeat(100));
        }
    },
};

exports.handler = async (event) => ACTIONS[event.do](event);
