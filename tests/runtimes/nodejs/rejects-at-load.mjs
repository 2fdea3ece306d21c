await Promise.reject(new Error('rejected at load'));
export const handler = 1;
