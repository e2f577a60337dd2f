import type { Command, Named } from '../../command/command.js';
import { defineCommand } from '../../command/command.js';
import type { CommandContext } from '../../command/command-context.js';
import { findCommand } from '../../command/resolve-command.js';
import { commandTable } from '../../generated/command-table.js';

/** What the last of the words may become as a part of a command's name. */
function nameCandidates(words: readonly string[]): string[] {
  const before = words.slice(0, -1);
  const names = Object.keys(commandTable).map((name) => name.split(' '));
  const continued = names.filter((parts) => before.every((word, at) => parts[at] === word));
  return [...new Set(continued.flatMap((parts) => parts[before.length] ?? []))];
}

const VALUES = {
  domain: async ({ connect, signal }) => {
    const connection = await connect();
    const domains = await connection.listAllDomains({ signal });
    return domains.map(({ name }) => name).sort();
  },
} satisfies Record<Named, (context: CommandContext) => Promise<string[]>>;

/** What may follow the word before the last one: the values of an option, or options. */
async function argumentCandidates(command: Command, before: string, context: CommandContext): Promise<string[]> {
  const { positionals = {}, options = {} } = command;
  const name = before.startsWith('--') ? before.slice(2) : '';
  const positional = Object.hasOwn(positionals, name) ? positionals[name] : undefined;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  const named = (positional ?? option)?.names;
  if (named !== undefined) return VALUES[named](context);
  if (positional !== undefined || (option !== undefined && option.type !== 'boolean')) return [];
  const single = Object.keys(positionals).filter((key) => positionals[key]?.rest !== true);
  const rest = Object.keys(positionals).filter((key) => positionals[key]?.rest === true);
  return [...single, ...Object.keys(options), ...rest].map((key) => `--${key}`);
}

export default defineCommand({
  name: 'complete',
  summary: 'complete a command line, for shells',
  description: 'Prints what the last word may become, a line each: virtkit -q complete -- domstate --domain we',
  positionals: { words: { rest: true, optional: true, summary: 'the words typed so far' } },
  run: async ({ words }, context) => {
    const last = words.at(-1) ?? '';
    const found = findCommand(words.slice(0, -1));
    const names = nameCandidates(words);
    const command = found === undefined ? undefined : (await found.row.load()).default;
    const before = words.at(-2) ?? '';
    const inputs = command === undefined ? [] : await argumentCandidates(command, before, context);
    const candidates = [...names, ...inputs].filter((candidate) => candidate.startsWith(last));
    for (const candidate of candidates) context.output.line(candidate);
    return candidates.length > 0 ? 0 : 1;
  },
});
