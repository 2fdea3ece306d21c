exports.handler = async () => 'a package without a type';
