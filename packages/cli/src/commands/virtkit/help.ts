import { defineCommand } from '../../command/command.js';
import { CommandError } from '../../command/command-error.js';
import { findRow } from '../../command/resolve-command.js';
import { commandTable } from '../../generated/command-table.js';
import { formatCommandHelp } from '../../help/format-command-help.js';
import { formatGroupHelp, formatProgramHelp, groupNames } from '../../help/format-program-help.js';

export default defineCommand({
  name: 'help',
  summary: 'print help',
  description: 'Prints help on a command, on a group of commands, or on all of them.',
  positionals: { command: { rest: true, optional: true, summary: 'a command or a group of commands' } },
  run: async ({ command: words }, { output }) => {
    const name = words.join(' ');
    const group = groupNames().find((candidate) => candidate === name);
    const row = findRow(name);
    if (row !== undefined) {
      const { default: command } = await row.load();
      output.print(formatCommandHelp(command));
      output.remark('');
    } else if (group !== undefined) output.print(formatGroupHelp(group, commandTable));
    else if (name === '') output.print(formatProgramHelp(commandTable));
    else throw new CommandError(`command or command group '${name}' doesn't exist`);
  },
});
