import 'node:fs'; exports.handler = 1;
