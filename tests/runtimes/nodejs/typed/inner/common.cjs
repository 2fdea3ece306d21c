exports.handler = async () => ['commonjs inside a module package', typeof module];
