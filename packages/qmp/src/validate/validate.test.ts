import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JsonObject, QmpClient, QmpError } from '../index.js';
import { startQemu, type TestQemu } from '../testing/index.js';
import { SchemaValidator } from './index.js';

let qemu: TestQemu;
let client: QmpClient;

beforeAll(async () => {
  qemu = await startQemu();
  client = await QmpClient.connect({ path: qemu.path });
  client.validator = new SchemaValidator(await client.schema());
});

afterAll(async () => {
  await client.close();
  await qemu.stop();
});

describe('arguments are refused before they are sent', () => {
  test.each<[string, JsonObject, string]>([
    ['nonsense', {}, 'this QEMU has no command nonsense'],
    [
      'query-status',
      { x: 1 },
      'query-status: arguments must NOT have additional properties {"additionalProperty":"x"}',
    ],
    ['device_del', {}, `device_del: arguments must have required property 'id' {"missingProperty":"id"}`],
    ['device_del', { id: 1 }, 'device_del: arguments/id must be string {"type":"string"}'],
    ['blockdev-add', { driver: 'nonsense' }, 'blockdev-add: arguments value of tag "driver" must be in oneOf'],
    ['blockdev-add', { driver: 'null-co', size: 1.5 }, 'blockdev-add: arguments/size must be an integer {}'],
    [
      'blockdev-add',
      { driver: 'raw', file: { driver: 'file' } },
      "blockdev-add: arguments/file must have required property 'filename'",
    ],
  ])('%s %o', async (name, args, message) => {
    const error = await client.executeUntyped(name, args).catch((thrown) => thrown);
    expect(error.message).toContain(message);
    expect(error.code).toBe('INVALID_ARGUMENT');
  });
});

test('what is right is sent, bigints and the properties of any device included', async () => {
  const node = { driver: 'null-co', 'node-name': 'n', size: 9007199254740993n, 'read-zeroes': undefined } as const;
  await expect(client.execute('blockdev-add', node)).resolves.toEqual({});
  const device = { driver: 'nonsense', anything: { at: 'all' } };
  await expect(client.execute('device_add', device)).rejects.toMatchObject({ code: 'COMMAND_FAILED' });
});

test('replies of a real QEMU are what it says of them', async () => {
  const names = ['query-status', 'query-named-block-nodes', 'query-machines', 'query-commands', 'query-memdev'];
  for (const name of names) await client.executeUntyped(name);
  await client.executeUntyped('device-list-properties', { typename: 'pcie-root-port' });
});

test('a reply that is not is refused', async () => {
  const validator = new SchemaValidator(await client.schema());
  expect(() => validator.checkReply('query-status', { status: 1 })).toThrow(
    expect.objectContaining({ code: 'PROTOCOL_ERROR' }),
  );
});

test('every command’s arguments can be checked', async () => {
  const schema = await client.schema();
  const validator = new SchemaValidator(schema);
  const verdicts = schema.commands.map(({ name }) => {
    try {
      validator.checkArguments(name, {});
      return 'none';
    } catch (error) {
      return QmpError.isInstance(error) ? error.code : String(error);
    }
  });
  expect(new Set(verdicts)).toEqual(new Set(['INVALID_ARGUMENT', 'none']));
});
