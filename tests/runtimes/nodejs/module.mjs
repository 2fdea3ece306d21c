import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

await sleep(2);
const ready = 'after top-level await';

export const handler = async () => [ready, basename(import.meta.url), typeof this];
export const throws = async () => {
    throw new Error('from a module');
};
export const callback = (event, context, done) => done(null, 'callback from a module');
export const streams = awslambda.streamifyResponse(async (event, responseStream) => responseStream.end('streamed'));
export default { handler: async () => 'from the default export' };
