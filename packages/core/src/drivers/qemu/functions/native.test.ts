import { applyFormatRules, parseDomain } from '@virtkit/domain-conf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TemporaryRoot, tinyDomainXml } from '../testing/temporary-root.js';

let root: TemporaryRoot;

beforeAll(async () => {
  root = await TemporaryRoot.create();
});
afterAll(() => root.remove());

const fromNative = (nativeConfig: string, nativeFormat = 'qemu-argv') =>
  root.withConnection(async (connection) => {
    const { domainXml } = await connection.call('connectDomainXMLFromNative', { nativeFormat, nativeConfig, flags: 0 });
    return domainXml;
  });

const toNative = (domainXml: string) =>
  root.withConnection(async (connection) => {
    const { nativeConfig } = await connection.call('connectDomainXMLToNative', {
      nativeFormat: 'qemu-argv',
      domainXml,
      flags: 0,
    });
    return nativeConfig;
  });

test('a command line that was built is read back, and built again into the same', async () => {
  const line = await toNative(tinyDomainXml('web'));
  const xml = await fromNative(line);
  expect(xml).not.toContain('<!--');
  expect(await toNative(xml)).toBe(line);
});

test('what a definition has no element for is in comments and in qemu:commandline', async () => {
  const xml = await fromNative('qemu-system-x86_64 -name hand -m 64 -nodefaults -qmp stdio --x--y -- -incoming defer');
  expect(xml).toMatch(/^<!-- kept as it is: -qmp stdio \(-qmp has no element\) -->\n/);
  const { definition } = parseDomain(xml);
  expect(definition.qemu?.commandline?.args?.map(({ value }) => value)).toContain('--x--y');
  expect(definition.devices?.emulator).toMatch(/^\/.*qemu-system-x86_64$/);
  expect(applyFormatRules(definition)).toMatchObject({ name: 'hand', memoryKiB: 65536 });
});

test('nothing but the language of QEMU is read', async () => {
  await expect(fromNative('', 'vmware-vmx')).rejects.toMatchObject({ code: 'INVALID_ARG' });
  await expect(fromNative('-m 64')).rejects.toMatchObject({ code: 'INVALID_ARG' });
});
