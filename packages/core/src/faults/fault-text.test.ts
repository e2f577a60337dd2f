import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, expectTypeOf, test } from 'vitest';
import { checkFault, faultsSchema } from './check-fault.js';
import type { Fault } from './fault.js';
import { formatFault, parseFault } from './fault-text.js';
import { readFaults } from './read-faults.js';

/** Every kind of fault, and its line. */
const SPELLED: readonly (readonly [string, Fault])[] = [
  ['domainCreate:2:fail=NO_MEMORY', { procedure: 'domainCreate', nth: 2, fail: 'NO_MEMORY' }],
  [
    'domainSave:at=reply:fail=OPERATION_FAILED:message=lost: the file, x=1',
    { procedure: 'domainSave', at: 'reply', fail: 'OPERATION_FAILED', message: 'lost: the file, x=1' },
  ],
  ['*:3:times=2:delayMs=500', { procedure: '*', nth: 3, times: 2, delayMs: 500 }],
  ['connectOpen:drop', { procedure: 'connectOpen', drop: true }],
  ['domainGetInfo:crash=web', { procedure: 'domainGetInfo', crash: 'web' }],
  ['event=lifecycle:2:lose', { event: 'lifecycle', nth: 2, lose: true }],
  ['event=networkEventLifecycle:times=9:repeat', { event: 'networkEventLifecycle', times: 9, repeat: true }],
  ['event=*:delayMs=1', { event: '*', delayMs: 1 }],
  ['afterMs=0:diskFull', { afterMs: 0, diskFull: true }],
  ['afterMs=60000:diskFull=false', { afterMs: 60_000, diskFull: false }],
];

const WRONG: readonly (readonly [string, string])[] = [
  ['domainCreat:fail=NO_MEMORY', "no procedure 'domainCreat'; near it are domainCreate, domainCreateXML"],
  ['domainCreate:fail=NO_MEMORIES', "no error code 'NO_MEMORIES'; near it are NO_MEMORY, "],
  ['domainCreate:0:drop', "'0' is no whole number from 1 on"],
  ['domainCreate:times=many:drop', "'many' is no whole number from 1 on"],
  ['domainCreate:drop=maybe', "'maybe' is not true"],
  ['domainCreate:at=noon:drop', "no place 'noon'; there are call, reply"],
  ['domainCreate:explode', "no field 'explode'; there are procedure, event, afterMs, nth, times, at, fail, "],
  ['domainCreate', "say one thing that happens; with 'procedure' it is one of fail, delayMs, drop, crash, diskFull"],
  ['domainCreate:drop:delayMs=5', "say one thing that happens; with 'procedure' it is one of fail, "],
  ['drop=true', 'say once when it strikes, by one of procedure, event, afterMs'],
  ['domainCreate:afterMs=5:drop', 'say once when it strikes, by one of procedure, event, afterMs'],
  ['event=lifecycle:at=reply:lose', "'at' doesn't go with event and lose"],
  ['domainCreate:drop:message=why', "'message' doesn't go with procedure and drop"],
  ['event=lifecycle:fail=NO_MEMORY', "say one thing that happens; with 'event' it is one of lose, repeat, delayMs"],
  ['authList:drop', "no procedure 'authList'; "],
  ['domainCreate:crash=', "'' is no text"],
];

test.each(SPELLED)('%s is read, and written again', (text, fault) => {
  expect(parseFault(text)).toEqual(fault);
  expect(formatFault(fault)).toBe(text);
});

test.each(WRONG)('%s is refused, naming what is allowed', (text, words) => {
  const read = (): Fault => parseFault(text);
  expect(read).toThrow(expect.objectContaining({ code: 'INVALID_ARG' }));
  expect(read).toThrow(`fault '${text}': ${words}`);
});

test('what is undefined is absent', () => {
  expect(checkFault({ procedure: 'domainCreate', nth: undefined, event: undefined, drop: true }, 'it')).toEqual({
    procedure: 'domainCreate',
    drop: true,
  });
});

test('the type takes what the check takes', () => {
  expectTypeOf<{ procedure: 'domainCreate'; nth: 2; fail: 'NO_MEMORY' }>().toExtend<Fault>();
  expectTypeOf<{ event: 'lifecycle'; fail: 'NO_MEMORY' }>().not.toExtend<Fault>();
  expectTypeOf<{ procedure: 'domainCreat'; drop: true }>().not.toExtend<Fault>();
  expectTypeOf<{ afterMs: 5; lose: true }>().not.toExtend<Fault>();
});

test('the schema takes what is read, and refuses what is not', () => {
  const holds = new Ajv2020().compile(faultsSchema);
  expect(holds(SPELLED.map(([, fault]) => fault))).toBe(true);
  const wrong = [
    {},
    { procedure: 'domainCreat', drop: true },
    { event: 'lifecycle', drop: true },
    { afterMs: -1, drop: true },
  ];
  const strays = [
    { procedure: 'domainCreate', drop: true, message: 'why' },
    { procedure: 'domainCreate', drop: true, delayMs: 5 },
  ];
  expect([...wrong, ...strays].filter((fault) => holds([fault]))).toEqual([]);
});

test('a script is a list in a file; what is wrong with it says where', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-faults-'));
  const path = join(directory, 'faults.json');
  try {
    const reading = async (content: string): Promise<unknown> => {
      await writeFile(path, content);
      return readFaults(path).catch(({ message }: Error) => message);
    };
    const faults = SPELLED.map(([, fault]) => fault);
    expect(await reading(JSON.stringify(faults))).toEqual(faults);
    expect(await reading('[{"afterMs": 5, "drop": true}, 7]')).toContain(`fault 2 in '${path}': no object`);
    expect(await reading('{}')).toContain(`'${path}' holds no list of faults`);
    expect(await reading('[')).toContain(`'${path}' is no JSON`);
    await rm(path);
    await expect(readFaults(path)).rejects.toMatchObject({ code: 'INVALID_ARG' });
  } finally {
    await rm(directory, { recursive: true });
  }
});
