export { type Completion, completeLine } from './complete-line.js';
export { describeCommand } from './describe-command.js';
export { parseLine, type TypedCommand } from './parse-line.js';
export { runShell, type ShellSettings } from './run-shell.js';
