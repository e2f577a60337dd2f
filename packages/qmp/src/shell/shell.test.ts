import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QmpClient, type QmpSchema } from '../index.js';
import { startQemu, type TestQemu } from '../testing/index.js';
import { completeLine, describeCommand, parseLine, runShell } from './index.js';

let qemu: TestQemu;
let client: QmpClient;
let schema: QmpSchema;

beforeAll(async () => {
  qemu = await startQemu();
  client = await QmpClient.connect({ path: qemu.path });
  schema = await client.schema();
});

afterAll(async () => {
  await client.close();
  await qemu.stop();
});

test.each([
  ['query-status', { name: 'query-status', args: undefined }],
  [
    'x a=1 b=text c=true d=18446744073709551615',
    { name: 'x', args: { a: 1, b: 'text', c: true, d: 18446744073709551615n } },
  ],
  ['x a.b.c=1 a.b.d="two words" a.e=\'1\'', { name: 'x', args: { a: { b: { c: 1, d: 'two words' }, e: 1 } } }],
  ['x {"a": [1]}', { name: 'x', args: { a: [1] } }],
  ['x a=[1,2] b={"c":3} e=', { name: 'x', args: { a: [1, 2], b: { c: 3 }, e: '' } }],
])('%s', (line, command) => {
  expect(parseLine(line)).toEqual(command);
});

test.each(['x word', 'x {"a"'])('%s is refused', (line) => {
  expect(() => parseLine(line)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
});

test.each([
  ['query-sta', ['query-stats', 'query-stats-schemas', 'query-status']],
  ['device_del ', ['id=']],
  ['blockdev-add driver=null-', ['driver=null-aio', 'driver=null-co']],
  ['blockdev-add driver=null-co read-', ['read-only=', 'read-zeroes=']],
  ['blockdev-add driver=raw cache.', ['cache.direct=', 'cache.no-flush=']],
  ['blockdev-add driver=raw cache.direct=t', ['cache.direct=true']],
  ['nonsense a', []],
])('%s is completed', (line, candidates) => {
  expect(completeLine(schema, line)).toEqual([candidates, line.split(' ').at(-1)]);
});

test('tells what a command takes', () => {
  expect(describeCommand(schema, 'device_del')).toBe('device_del\n  id                           string');
  expect(describeCommand(schema, 'query-yank')).toBe('query-yank (may go out of band)\n  takes no arguments');
  expect(describeCommand(schema, 'x')).toBe("this QEMU has no command 'x'");
});

test('talks to a real QEMU', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end('query-name\ndevice_del id=x\nhelp query-name\nhmp info status\nhmp\ninfo name\nqmp\ncont\nexit\n');
  await runShell({ client, input, output });
  output.end();
  const printed = await text(output);
  expect(printed.replaceAll(/\((qmp|hmp)\) /g, '').split('\n')).toEqual([
    '{}',
    "error: device_del: Device 'x' not found",
    'query-name',
    '  takes no arguments',
    'VM status: paused (prelaunch)',
    '',
    'RESUME {}',
    '{}',
    '',
  ]);
});
