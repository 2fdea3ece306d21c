console.log('at load', 'é');
exports.handler = async () => 'started';
