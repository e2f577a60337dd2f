import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Domain } from '../../api/domain.js';
import { TemporaryRoot, UUID } from './testing/temporary-root.js';

const GREETING = 'virtkit greeting: again';

let root: TemporaryRoot;
let xml: string;

beforeAll(async () => {
  root = await TemporaryRoot.create();
  const script = join(import.meta.dirname, '../../../../../scripts/guest-image.mjs');
  const { stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  const { kernel, initrd } = JSON.parse(stdout);
  xml = `<domain type='qemu'>
  <name>guest</name>
  <uuid>${UUID}</uuid>
  <memory unit='MiB'>256</memory>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
    <kernel>${kernel}</kernel>
    <initrd>${initrd}</initrd>
    <cmdline>console=ttyS0 quiet virtkit.greeting=again</cmdline>
  </os>
  <features><acpi/></features>
  <devices>
    <serial type='pty'/>
    <memballoon model='virtio'><stats period='1'/></memballoon>
  </devices>
</domain>`;
}, 120_000);
afterAll(() => root.remove());

/** Reads the console until the guest has greeted so often. */
async function greetings(domain: Domain, count: number): Promise<void> {
  let seen = '';
  for await (const chunk of await domain.openConsole()) {
    seen += chunk.toString('latin1');
    if (seen.split(GREETING).length > count) return;
  }
  throw new Error(`the console ended after: ${seen}`);
}

test('a guest boots, reboots by its power button, and shuts down by it', async () => {
  await root.withConnection(async (connection) => {
    const events = await connection.lifecycleEvents();
    const domain = await connection.domainCreateXML(xml);
    await greetings(domain, 1);
    const twice = greetings(domain, 1);
    await connection.call('domainReboot', { domain, flags: 0 });
    await twice;
    expect((await domain.getState()).state).toBe('running');
    await domain.shutdown();
    const seen: string[] = [];
    for await (const { event, detail } of events) {
      seen.push(`${event} ${detail}`);
      if (event === 'stopped') break;
    }
    expect(seen.slice(0, 2)).toEqual(['resumed unpaused', 'started booted']);
    expect(seen.slice(-2)).toEqual(['shutdown guest', 'stopped shutdown']);
  });
}, 120_000);
