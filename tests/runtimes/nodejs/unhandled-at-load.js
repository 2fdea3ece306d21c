Promise.reject(new Error('unhandled at load'));
exports.handler = async () => 'never';
setTimeout(() => {}, 50);
