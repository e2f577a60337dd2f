import { parseArgs } from 'node:util';
import { UsageError } from './command-error.js';

/** virtkit's own options, before the command. */
export const GLOBAL_OPTIONS = {
  connect: { type: 'string', short: 'c', value: 'URI', summary: 'hypervisor connection URI' },
  help: { type: 'boolean', short: 'h', summary: 'this help' },
  quiet: { type: 'boolean', short: 'q', summary: 'no headings, no confirmations' },
  readonly: { type: 'boolean', short: 'r', summary: 'connect read-only' },
  version: { type: 'boolean', short: 'v', summary: 'the version of virtkit' },
} as const;

/** A command line in its two parts. */
export interface GlobalOptions {
  readonly uri: string | undefined;
  readonly help: boolean;
  readonly quiet: boolean;
  readonly readOnly: boolean;
  readonly version: boolean;
  /** The command's words, or a single one that is a line of commands. */
  readonly words: readonly string[];
}

function isGlobalOption(name: string): name is keyof typeof GLOBAL_OPTIONS {
  return Object.hasOwn(GLOBAL_OPTIONS, name);
}

/**
 * Reads the options before the command.
 * @throws UsageError in virsh's words
 */
export function parseGlobalOptions(args: readonly string[]): GlobalOptions {
  const parsing = { args, options: GLOBAL_OPTIONS, strict: false, allowPositionals: true, tokens: true } as const;
  const given = new Map<string, string>();
  let end = args.length;
  for (const token of parseArgs(parsing).tokens) {
    if (token.kind !== 'option') {
      end = token.kind === 'option-terminator' ? token.index + 1 : token.index;
      break;
    }
    const { name, rawName, value } = token;
    if (!isGlobalOption(name)) throw new UsageError(`unsupported option '${rawName}'. See --help.`);
    const { type, short } = GLOBAL_OPTIONS[name];
    const called = `'-${short}'/'--${name}'`;
    if (type === 'string' && value === undefined) throw new UsageError(`option ${called} requires an argument`);
    if (type === 'boolean' && value !== undefined) throw new UsageError(`option ${called} takes no argument`);
    given.set(name, value ?? '');
  }
  return {
    uri: given.get('connect'),
    help: given.has('help'),
    quiet: given.has('quiet'),
    readOnly: given.has('readonly'),
    version: given.has('version'),
    words: args.slice(end),
  };
}
