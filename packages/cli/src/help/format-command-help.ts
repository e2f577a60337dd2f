import type { Command, Option, Positional } from '../command/command.js';

const VALUE_WORDS = { string: ' <string>', integer: ' <number>', boolean: '' } as const;

function positionalSynopsis([name, { optional, rest }]: readonly [string, Positional]): string {
  if (rest) return optional ? '[<string>]...' : `<${name}>...`;
  return optional ? `[--${name} <string>]` : `<${name}>`;
}

const optionSynopsis = ([name, { type }]: readonly [string, Option]): string => `[--${name}${VALUE_WORDS[type]}]`;

function positionalLine([name, { rest, summary }]: readonly [string, Positional]): string {
  return `    [--${name}] <string>${rest ? '...' : ''}  ${summary}`;
}

function optionLine([name, { type, summary }]: readonly [string, Option]): string {
  return `    ${`--${name}${VALUE_WORDS[type]}`.padEnd(15)}  ${summary}`;
}

/** The help of one command, as virsh lays it out. */
export function formatCommandHelp({ name, summary, description, positionals = {}, options = {} }: Command): string {
  const placed = Object.entries(positionals);
  const single = placed.filter(([, { rest }]) => !rest);
  const rest = placed.filter(([, positional]) => positional.rest);
  const named = Object.entries(options);
  const synopsis = [
    name,
    ...single.map(positionalSynopsis),
    ...named.map(optionSynopsis),
    ...rest.map(positionalSynopsis),
  ];
  const lines = [...single.map(positionalLine), ...named.map(optionLine), ...rest.map(positionalLine)];
  const sections = [`  NAME\n    ${name} - ${summary}\n`, `  SYNOPSIS\n    ${synopsis.join(' ')}\n`];
  if (description !== undefined) sections.push(`  DESCRIPTION\n    ${description}\n`);
  if (lines.length > 0) sections.push(`  OPTIONS\n${lines.join('\n')}\n`);
  return sections.join('\n');
}
