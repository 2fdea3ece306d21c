import { nope } from 'node:fs'; export const handler = () => nope;
