exports.handler = async () => 'a broken manifest';
