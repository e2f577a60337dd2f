import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDomain } from '@virtkit/domain-conf';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HEAD_BYTES, readIdentity as readInto } from './domain-identity.js';
import { PersistentDefinition } from './persistent-definition.js';

const UUID = '11111111-2222-4333-8444-555555555555';

const readIdentity = (file: string) => readInto(file, Buffer.alloc(HEAD_BYTES));

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-identity-'));
  path = join(directory, 'web.xml');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test.each(['web', 'a & b', "<'>", 'ü'.repeat(120)])('what formatDomain wrote of %j', async (name) => {
  await writeFile(path, formatDomain({ type: 'qemu', name, uuid: UUID, memoryKiB: 1024 }));
  expect(readIdentity(path)).toEqual({ name, uuid: UUID });
});

test.each([
  ['in another order', `<domain type='qemu'><uuid>${UUID}</uuid><name>web</name></domain>`],
  ['below a comment', `<!-- <name>db</name> -->\n<domain type='kvm'>\n  <name>web</name><uuid>${UUID}</uuid></domain>`],
  ['in capitals', `<domain type='qemu'>\n  <name>web</name>\n  <uuid>${UUID.toUpperCase()}</uuid>\n</domain>`],
  ['in references', `<domain type='qemu'>\n  <name>w&#101;b</name>\n  <uuid>${UUID}</uuid>\n</domain>`],
])('what somebody wrote %s', async (_, xml) => {
  await writeFile(path, xml);
  expect(readIdentity(path)).toEqual({ name: 'web', uuid: UUID });
});

test.each(['', 'no XML', '<domain', "<domain type='qemu'><name>web</name></domain>"])(
  'nobody, in a file that says %j',
  async (text) => {
    await writeFile(path, text);
    expect(readIdentity(path)).toBeUndefined();
    expect(readIdentity(directory)).toBeUndefined();
    expect(readIdentity(join(directory, 'nowhere'))).toBeUndefined();
  },
);

test('a definition is read from its file when somebody asks, and what is wrong with it is told then', async () => {
  const definition = new PersistentDefinition(path);
  expect(() => definition.read()).toThrow(expect.objectContaining({ code: 'NO_DOMAIN' }));
  await writeFile(path, `<domain type='qemu'>\n  <name>web</name>\n  <uuid>${UUID}</uuid>\n  <memory>1`);
  expect(() => definition.read()).toThrow(
    expect.objectContaining({ code: 'XML_ERROR', message: expect.stringContaining(path) }),
  );
  await writeFile(path, formatDomain({ type: 'qemu', name: 'web', uuid: UUID, memoryKiB: 1024 }));
  const read = definition.read();
  expect(read).toMatchObject({ name: 'web', memoryKiB: 1024 });
  expect(definition.read()).toBe(read);
});
