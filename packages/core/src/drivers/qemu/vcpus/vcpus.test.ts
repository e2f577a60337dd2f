import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../../api/connection.js';
import type { Domain } from '../../../api/domain.js';
import { TemporaryRoot, tinyDomainXml } from '../testing/temporary-root.js';

const GREETING = 'virtkit greeting: vcpus';

let root: TemporaryRoot;

beforeAll(async () => {
  root = await TemporaryRoot.create();
});
afterEach(() => root.clear());
afterAll(() => root.remove());

const withVcpus = (current: number, most: number): string =>
  tinyDomainXml('web').replace('<os>', `<vcpu current='${current}'>${most}</vcpu><os>`);

async function running(connection: Connection, domain: Domain): Promise<number> {
  const { result } = await connection.call('domainQemuMonitorCommand', {
    domain,
    command: '{"execute":"query-cpus-fast"}',
    flags: 0,
  });
  return JSON.parse(result).return.length;
}

test('a running domain gets the vCPUs that it may have, and no more', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(withVcpus(1, 3));
    await domain.create();
    await domain.setVcpus(3, { live: true, config: true });
    expect(await running(connection, domain)).toBe(3);
    expect(await domain.getVcpus()).toBe(3);
    const xml = await domain.getXMLDesc();
    expect(xml).toContain("<vcpu placement='static'>3</vcpu>");
    expect(xml).toContain("<vcpu id='0' enabled='yes' hotpluggable='no' order='1'/>");
    expect(xml).toContain("<vcpu id='2' enabled='yes' hotpluggable='yes' order='3'/>");
    expect(await domain.getXMLDesc({ inactive: true })).toContain("<vcpu placement='static'>3</vcpu>");
    await expect(domain.setVcpus(4)).rejects.toMatchObject({
      code: 'INVALID_ARG',
      message: expect.stringContaining('max allowable vcpus for the live domain: 4 > 3'),
    });
    await expect(domain.setVcpus(1)).rejects.toThrow(/CPU hot unplug not supported without ACPI/);
    expect(await domain.getVcpus()).toBe(3);
  });
});

test('what is there from the start stays', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(withVcpus(2, 3));
    await expect(domain.setVcpus(1)).rejects.toMatchObject({ code: 'OPERATION_INVALID' });
    expect(await running(connection, domain)).toBe(2);
  });
});

test('the next start has others', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(withVcpus(1, 3));
    await domain.setVcpus(2, { config: true });
    expect(await domain.getVcpus({ config: true })).toBe(2);
    await domain.setVcpus(1, { config: true, maximum: true });
    expect(await domain.getXMLDesc()).toContain("<vcpu placement='static'>1</vcpu>");
    await expect(domain.setVcpus(2, { config: true })).rejects.toThrow(/for the persistent domain: 2 > 1/);
  });
});

test('a guest lets a vCPU go', async () => {
  const script = join(import.meta.dirname, '../../../../../../scripts/guest-image.mjs');
  const { kernel, initrd } = JSON.parse(spawnSync(process.execPath, [script], { encoding: 'utf8' }).stdout);
  const xml = `<domain type='qemu'>
  <name>guest</name>
  <memory unit='MiB'>256</memory>
  <vcpu current='1'>2</vcpu>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
    <kernel>${kernel}</kernel>
    <initrd>${initrd}</initrd>
    <cmdline>console=ttyS0 quiet virtkit.greeting=vcpus</cmdline>
  </os>
  <features><acpi/></features>
  <devices><serial type='pty'/></devices>
</domain>`;
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(xml);
    let said = '';
    for await (const chunk of await domain.openConsole()) {
      said += chunk.toString('latin1');
      if (said.includes(GREETING)) break;
    }
    await domain.setVcpus(2);
    expect(await running(connection, domain)).toBe(2);
    // A slow guest lets it go after the call has given up waiting.
    await domain.setVcpus(1).catch((error: unknown) => expect(error).toMatchObject({ code: 'OPERATION_TIMEOUT' }));
    await expect.poll(() => domain.getVcpus(), { timeout: 60_000 }).toBe(1);
    expect(await running(connection, domain)).toBe(1);
  });
}, 120_000);
