export { COMMAND_CHANNEL, type CommandTrace } from './client/command-channel.js';
export { type ConnectOptions, HmpClient } from './client/hmp-client.js';
export type { CallOptions, HumanMonitor } from './client/human-monitor.js';
export type { MonitorAddress } from './client/open-stream.js';
export type { CommandOptions, PasswordSource } from './client/pending-command.js';
export type { Command } from './command.js';
export { executeCommand } from './execute-command.js';
export { HMP_ERRORS, HmpError, type HmpErrorCode, type HmpErrorOptions } from './hmp-error.js';
