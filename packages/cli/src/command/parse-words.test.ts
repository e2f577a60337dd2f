import { expect, test } from 'vitest';
import type { Command } from './command.js';
import { parseWords } from './parse-words.js';
import { readInputs } from './read-inputs.js';

const command: Command = {
  name: 'sample',
  summary: 'a command with an argument of every kind',
  positionals: {
    domain: { summary: 'text' },
    device: { summary: 'text that may be left out', optional: true },
    more: { summary: 'all the rest', optional: true, rest: true },
  },
  options: {
    force: { type: 'boolean', summary: 'a boolean' },
    safe: { type: 'boolean', summary: 'another one' },
    mode: { type: 'string', summary: 'a text' },
    timeout: { type: 'integer', minimum: 1, summary: 'a number' },
  },
  exclusive: [['force', 'safe']],
  run: async () => 0,
};

const read = (...args: string[]) => readInputs(command, parseWords(command, args).texts);

test('each input is there, whether it was told or not', () => {
  expect(read('web')).toEqual({
    domain: 'web',
    device: undefined,
    more: [],
    force: false,
    safe: false,
    mode: undefined,
    timeout: undefined,
  });
});

test.each([
  [['web', '--force'], { domain: 'web', force: true }],
  [['--domain', 'web'], { domain: 'web' }],
  [['--domain=web', 'serial0'], { domain: 'web', device: 'serial0' }],
  [['--mode', '--force', 'web'], { mode: '--force', domain: 'web', force: false }],
  [['--mode=a=b', 'web'], { mode: 'a=b' }],
  [['--timeout', '12', 'web'], { timeout: 12 }],
  [['-web'], { domain: '-web' }],
  [['--', '--force'], { domain: '--force', force: false }],
  [['web', 'serial0', 'a', '--force', 'b'], { domain: 'web', device: 'serial0', more: ['a', 'b'], force: true }],
])('%j', (args, inputs) => {
  expect(read(...args)).toMatchObject(inputs);
});

test.each([
  [[], "command 'sample' requires <domain> option"],
  [['web', '--bogus'], "command 'sample' doesn't support option --bogus"],
  [['web', '--toString'], "command 'sample' doesn't support option --toString"],
  [['web', '--mode'], 'expected syntax: --mode <string>'],
  [['web', '--timeout'], 'expected syntax: --timeout <number>'],
  [['web', '--force=yes'], "invalid '=' after option --force"],
  [['web', '--force', '--force'], 'option --force already seen'],
  [['web', '--domain', 'db'], 'option --domain already seen'],
  [['--help=force'], "invalid '=' after option --help"],
  [['web', '--timeout', 'soon'], "Numeric value 'soon' for <timeout> option is malformed or out of range"],
  [['web', '--timeout', '0'], "Numeric value '0' for <timeout> option is malformed or out of range"],
  [['web', '--timeout', '99999999999999999999'], 'malformed or out of range'],
  [[''], "Failed to get option 'domain': Option argument is empty"],
  [['web', '--mode='], "Failed to get option 'mode': Option argument is empty"],
  [['web', '--force', '--safe'], 'Options --force and --safe are mutually exclusive'],
])('%j is refused', (args, message) => {
  expect(() => read(...args)).toThrow(message);
});

test('data that nothing takes is refused', () => {
  const bare: Command = { name: 'bare', summary: 'takes nothing', run: async () => 0 };
  expect(() => parseWords(bare, ['extra', 'more'])).toThrow("unexpected data 'extra'");
});

test('help needs nothing else', () => {
  expect(parseWords(command, ['--help']).isHelp).toBe(true);
});

test('verbatim words keep their options', () => {
  const wrapping: Command = {
    name: 'wrapping',
    summary: 'takes another command',
    positionals: { command: { rest: true, verbatim: true, summary: 'another command' } },
    options: { loud: { type: 'boolean', summary: 'its own option' } },
    run: async () => 0,
  };
  const { texts } = parseWords(wrapping, ['--loud', 'list', '--all', '--', '--loud']);
  expect(readInputs(wrapping, texts)).toEqual({ loud: true, command: ['list', '--all', '--', '--loud'] });
});
