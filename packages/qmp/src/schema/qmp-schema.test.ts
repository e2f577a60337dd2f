import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../json/parse-json.js';
import { QmpSchema } from './qmp-schema.js';

async function load(version: string): Promise<QmpSchema> {
  const file = join(import.meta.dirname, `../../schemas/qemu-${version}.json.gz`);
  return new QmpSchema(parseJson(gunzipSync(await readFile(file)).toString()));
}

const old = await load('7.2');
const young = await load('10.0');

describe('supports', () => {
  test.each([
    ['query-status', '', true, true],
    ['nonsense', '', false, false],
    ['block-job-change', '', false, true],
    ['VFIO_MIGRATION', '', false, true],
    ['blockdev-add', 'arguments.discard', true, true],
    ['blockdev-add', 'arguments.active', false, true],
    ['blockdev-add', 'arguments.driver=nvme', true, true],
    ['blockdev-add', 'arguments.driver=nonsense', false, false],
    ['blockdev-add', 'arguments.driver=qcow2.encrypt', true, true],
    ['blockdev-add', 'arguments.driver=raw.encrypt', false, false],
    ['blockdev-add', 'arguments.encrypt.format=luks.key-secret', true, true],
    ['blockdev-add', 'arguments.driver=luks.encrypt', false, false],
    ['query-status', 'return.singlestep', true, false],
    ['query-named-block-nodes', 'return.image.filename', true, true],
    ['SHUTDOWN', 'data.reason=host-qmp-quit', true, true],
    ['SHUTDOWN', 'arguments.reason', false, false],
    ['query-status', 'elsewhere', false, false],
  ])('%s %s: 7.2 %s, 10.0 %s', (name, path, inOld, inYoung) => {
    expect([old.supports(name, path), young.supports(name, path)]).toEqual([inOld, inYoung]);
  });
});

test('tells what a command is', () => {
  expect(young.command('migrate-recover')).toMatchObject({ kind: 'command', allowsOutOfBand: true });
  expect(young.commands.length).toBe(233);
  expect(young.events.length).toBe(55);
  expect(young.command('SHUTDOWN')).toBeUndefined();
});

test.each([[{}], [[1]], [[{ name: 'x', 'meta-type': 'nonsense' }]], [[{ 'meta-type': 'command' }]]])(
  '%o is no schema',
  (reply) => {
    expect(() => new QmpSchema(reply)).toThrow(expect.objectContaining({ code: 'PROTOCOL_ERROR' }));
  },
);
