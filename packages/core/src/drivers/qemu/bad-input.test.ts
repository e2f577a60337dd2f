import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { qemuDriver } from './index.js';
import { TemporaryRoot, tinyDomainXml, UUID } from './testing/temporary-root.js';

const OTHER_UUID = '99999999-2222-4333-8444-555555555555';

let root: TemporaryRoot;

beforeAll(async () => {
  root = await TemporaryRoot.create();
});
afterEach(() => root.clear());
afterAll(() => root.remove());

/** A program that stands in for an emulator. */
async function program(name: string, script: string): Promise<string> {
  const path = join(root.directory, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

test.each(['.', '..', 'a/b', '../../x', 'x'.repeat(250)])(
  'the name %j is refused, and nothing else is lost',
  async (name) => {
    await root.withConnection(async (connection) => {
      await connection.domainDefineXML(tinyDomainXml('kept', OTHER_UUID));
      await expect(connection.domainDefineXML(tinyDomainXml(name))).rejects.toMatchObject({ code: 'XML_ERROR' });
      await expect(connection.domainCreateXML(tinyDomainXml(name))).rejects.toMatchObject({ code: 'XML_ERROR' });
      expect((await connection.listAllDomains()).map((domain) => domain.name)).toEqual(['kept']);
      expect(await readdir(join(root.directory, 'etc/qemu'))).toEqual(['autostart', 'kept.xml']);
    });
  },
);

test('a relative root directory is refused', async () => {
  const { connect } = await import('../../api/connect.js');
  await expect(connect('qemu:///embed?root=here')).rejects.toMatchObject({ code: 'INVALID_ARG' });
  await expect(connect('qemu:///embed')).rejects.toMatchObject({ code: 'INVALID_ARG' });
});

test('an emulator that does not exist is named', async () => {
  await root.withConnection(async (connection) => {
    const xml = tinyDomainXml('web', UUID, '/nowhere/qemu-system-x86_64');
    await expect(connection.domainDefineXML(xml)).rejects.toMatchObject({
      code: 'SYSTEM_ERROR',
      message: expect.stringContaining('/nowhere/qemu-system-x86_64'),
    });
    expect(await connection.listAllDomains()).toEqual([]);
  });
});

test('an emulator that is no QEMU has the last word', async () => {
  const impostor = await program('impostor', 'echo "I am a teapot" >&2; exit 3');
  await root.withConnection(async (connection) => {
    await expect(connection.domainDefineXML(tinyDomainXml('web', UUID, impostor))).rejects.toMatchObject({
      code: 'INTERNAL_ERROR',
      message: expect.stringContaining('I am a teapot'),
    });
  });
});

test('an emulator that dies at start has the last word, and leaves no trace', async () => {
  const probesOnly = 'case "$*" in *guest=*) echo "no disk today" >&2; exit 1;; esac';
  const dying = await program('dying', `${probesOnly}\nexec /usr/bin/qemu-system-x86_64 "$@"`);
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web', UUID, dying));
    await expect(domain.create()).rejects.toMatchObject({
      code: 'INTERNAL_ERROR',
      message: expect.stringContaining('no disk today'),
    });
    expect(await domain.getState()).toEqual({ state: 'shutoff', reason: 'failed' });
    await expect(connection.domainCreateXML(tinyDomainXml('transient', OTHER_UUID, dying))).rejects.toThrow();
    await expect(connection.domainLookupByName('transient')).rejects.toMatchObject({ code: 'NO_DOMAIN' });
    expect(await root.runtimeFiles()).toEqual([]);
  });
});

test('a definition that contradicts itself is refused with its place', async () => {
  const twice = "<disk type='file'><source file='/a'/><target dev='vda'/></disk>";
  await root.withConnection(async (connection) => {
    const xml = tinyDomainXml('web').replace('<devices>', `<devices>\n    ${twice}\n    ${twice}`);
    await expect(connection.domainDefineXML(xml)).rejects.toMatchObject({
      code: 'XML_ERROR',
      message: expect.stringMatching(/^XML error: target 'vda' duplicated.*line \d+/s),
    });
  });
});

test.each([0, -1, Number.NaN, 2 ** 31])('a poll interval of %d ms is refused', (pollIntervalMs) => {
  expect(() => qemuDriver({ pollIntervalMs })).toThrow(expect.objectContaining({ code: 'INVALID_ARG' }));
});
