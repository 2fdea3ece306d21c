// A function for `warmUp` of `loader.cjs`.
'use strict';

exports.handler = async () => null;
