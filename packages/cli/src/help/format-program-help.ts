import type { CommandRow } from '../command/command-row.js';
import { GLOBAL_OPTIONS } from '../command/global-options.js';
import { type CommandGroup, GROUPS } from '../commands/groups.js';

const column = (text: string, width: number): string => text.padEnd(width);

function optionLines(): string[] {
  return Object.entries(GLOBAL_OPTIONS).map(([name, option]) => {
    const value = 'value' in option ? `=${option.value}` : '';
    return `    ${column(`-${option.short} | --${name}${value}`, 22)}  ${option.summary}`;
  });
}

/** The commands of one group, a line each. */
export function formatGroupHelp(group: CommandGroup, table: Readonly<Record<string, CommandRow>>): string {
  const rows = Object.entries(table).filter(([, row]) => row.group === group);
  const lines = rows.map(([name, { summary }]) => `    ${column(name, 29)}  ${summary}`);
  return `${[` ${GROUPS[group]} (help keyword '${group}')`, ...lines].join('\n')}\n`;
}

function isGroup(word: string): word is CommandGroup {
  return Object.hasOwn(GROUPS, word);
}

/** The groups of commands in the order of the help. */
export const groupNames = (): CommandGroup[] => Object.keys(GROUPS).filter(isGroup);

/** The program's help, from the tables. */
export function formatProgramHelp(table: Readonly<Record<string, CommandRow>>): string {
  const usage = [
    '',
    "virtkit [options]... ['<command>; <command>...']",
    'virtkit [options]... <command> [args...]',
    '',
    '  options:',
    ...optionLines(),
    '',
    '  commands:',
    '',
    '',
  ];
  const groups = groupNames().map((group) => formatGroupHelp(group, table));
  return `${usage.join('\n')}${groups.join('\n')}\n  (virtkit help <group or command> tells more)\n`;
}
