exports.handler = async () => require('./lazy-missing');
