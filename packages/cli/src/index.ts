export type { Streams } from './command/command-context.js';
export { type RunOptions, runVirtkit } from './run-virtkit.js';
