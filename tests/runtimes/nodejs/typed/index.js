import { readFileSync } from 'node:fs';
import * as self from './index.js';

export const handler = async (event, context) => [typeof readFileSync, typeof require, Object.keys(self), context.functionName];
export default handler;
