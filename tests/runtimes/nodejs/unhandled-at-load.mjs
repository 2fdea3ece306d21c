Promise.reject(new Error('unhandled at load'));
// Loading never ends: the rejection does.
await new Promise((resolve) => setTimeout(resolve, 10000));
export const handler = async () => 'never';
