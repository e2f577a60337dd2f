import { expect, test } from 'vitest';
import type { JsonObject } from '../json/json-value.js';
import { QmpSchema } from '../schema/qmp-schema.js';
import { generateTypes } from './generate-types.js';

const BUILTINS: JsonObject[] = [
  { name: 'str', 'meta-type': 'builtin', 'json-type': 'string' },
  { name: 'int', 'meta-type': 'builtin', 'json-type': 'int' },
  { name: 'none', 'meta-type': 'object', members: [] },
];

function version(name: string, entries: JsonObject[]) {
  return { version: name, schema: new QmpSchema([...BUILTINS, ...entries]) };
}

const object = (name: string, members: JsonObject[], rest: JsonObject = {}): JsonObject => ({
  name,
  'meta-type': 'object',
  members,
  ...rest,
});
const command = (name: string, argumentsType: string, rest: JsonObject = {}): JsonObject => ({
  name,
  'meta-type': 'command',
  'arg-type': argumentsType,
  'ret-type': 'none',
  ...rest,
});
const enumeration = (name: string, values: JsonObject[]): JsonObject => ({
  name,
  'meta-type': 'enum',
  members: values,
});

/** The declarations of a file, without its header and imports. */
function declarations(files: Map<string, string>, name: string): string {
  return files.get(name)?.replace(/^[\s\S]*?\n\n/, '') ?? '';
}

const old = version('1.0', [
  command('eject', '1'),
  object('1', [
    { name: 'kind', type: '2' },
    { name: 'size', type: 'str' },
    { name: 'gone', type: 'str' },
  ]),
  enumeration('2', [{ name: 'cd' }, { name: 'floppy' }]),
]);
const young = version('2.0', [
  command('eject', '7', { 'allow-oob': true, features: ['deprecated'] }),
  command('block-x', 'none', { features: ['unstable'] }),
  object(
    '7',
    [
      { name: 'kind', type: '9' },
      { name: 'size', type: 'int' },
      { name: 'on-off', type: 'str', default: null },
    ],
    {
      tag: 'kind',
      variants: [
        { case: 'cd', type: 'none' },
        { case: 'tape', type: '8' },
      ],
    },
  ),
  object('8', [{ name: 'length', type: 'int', features: ['deprecated'] }]),
  enumeration('9', [{ name: 'cd' }, { name: 'tape', features: ['unstable'] }]),
]);

test('one type serves all versions, and says where they differ', () => {
  const files = generateTypes([old, young], './json.js');
  expect(files.get('block.ts')?.split('\n').slice(0, 2)).toEqual([
    '// Generated from the query-qmp-schema of QEMU 1.0 and 2.0 by @virtkit/qmp. Do not edit.',
    "import type { JsonInteger } from './json.js';",
  ]);
  expect(declarations(files, 'block.ts')).toBe(`/** \`eject: arguments\` */
export type EjectArguments = {
  /** Only QEMU 1.0. */
  gone?: string | undefined;
  /** Only QEMU 2.0. */
  'on-off'?: string | undefined;
  size: string | JsonInteger;
} & (
  | { kind: 'cd' }
  | ({ kind: 'tape' } & EjectArgumentsTape)
  | { kind: 'floppy' }
);

/** \`eject: arguments.kind\` */
export type EjectArgumentsKind =
  | 'cd'
  /** Only QEMU 1.0. */
  | 'floppy'
  /** Only QEMU 2.0. Unstable. */
  | 'tape';

/** \`eject: arguments.tape\`. Only QEMU 2.0. */
export interface EjectArgumentsTape {
  /** @deprecated in QEMU 2.0 */
  length: JsonInteger;
}
`);
  expect(declarations(files, 'command-map.ts')).toBe(`/** What each command takes and returns. */
export interface CommandMap {
  /** Only QEMU 2.0. Unstable. */
  'block-x': { arguments: NoMembers; return: NoMembers };
  /**
   * May go out of band.
   * @deprecated in QEMU 2.0
   */
  eject: { arguments: EjectArguments; return: NoMembers };
}
`);
});

test('two types of one name are refused', () => {
  const twins = version('1.0', [
    command('eject', '1'),
    object('1', [
      { name: 'a-b', type: '2' },
      { name: 'a_b', type: '3' },
    ]),
    enumeration('2', [{ name: 'x' }]),
    enumeration('3', [{ name: 'y' }]),
  ]);
  expect(() => generateTypes([twins])).toThrow('two types would be named EjectArgumentsAB');
});
