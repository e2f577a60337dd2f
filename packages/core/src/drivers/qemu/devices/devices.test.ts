import { spawnSync } from 'node:child_process';
import { readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HmpClient } from '@virtkit/hmp';
import { deviceDel } from '@virtkit/hmp/commands';
import { QmpClient } from '@virtkit/qmp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../../api/connection.js';
import type { Domain } from '../../../api/domain.js';
import { TemporaryRoot, UUID } from '../testing/temporary-root.js';

const LIVE = 1;
const CONFIG = 2;
/** virDomainEventID */
const DEVICE_REMOVED = 15;
const DEVICE_ADDED = 19;
const TABLET = `<input type='tablet' bus='usb'/>`;
const RNG = `<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>`;
const NETWORK = `<interface type='user'><mac address='52:54:00:00:00:07'/><model type='virtio'/></interface>`;

let root: TemporaryRoot;
let disk: string;

beforeAll(async () => {
  root = await TemporaryRoot.create();
  disk = join(root.directory, 'disk.raw');
  await writeFile(disk, '');
  await truncate(disk, 1 << 20);
});
afterEach(() => root.clear());
afterAll(() => root.remove());

function domainXml(boot = '', memoryMiB = 32): string {
  return `<domain type='qemu'>
  <name>web</name>
  <uuid>${UUID}</uuid>
  <memory unit='MiB'>${memoryMiB}</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type>${boot}</os>
  <features><acpi/></features>
  <devices>
    <serial type='pty'/>
    <controller type='usb' model='qemu-xhci'/>
  </devices>
</domain>`;
}

const diskXml = () => `<disk type='file'><source file='${disk}'/><target dev='vdb' bus='virtio'/></disk>`;

async function change(
  connection: Connection,
  domain: Domain,
  how: 'Attach' | 'Detach' | 'Update',
  xml: string,
  flags = LIVE,
) {
  await connection.call(`domain${how}DeviceFlags`, { domain, xml, flags });
}

/** What QEMU has under an id of ours. */
async function peripherals(connection: Connection, domain: Domain): Promise<string> {
  const command = JSON.stringify({ execute: 'qom-list', arguments: { path: '/machine/peripheral' } });
  return (await connection.call('domainQemuMonitorCommand', { domain, command, flags: 0 })).result;
}

test('a device of a defined domain comes, changes and goes without an emulator', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(domainXml());
    const before = await domain.getXMLDesc();
    await change(connection, domain, 'Attach', RNG, CONFIG);
    await change(connection, domain, 'Attach', NETWORK, CONFIG);
    await change(connection, domain, 'Attach', diskXml(), CONFIG);
    const xml = await domain.getXMLDesc();
    expect(xml).toMatch(/<rng model='virtio'>.*<address type='pci'/s);
    await expect(change(connection, domain, 'Attach', diskXml(), CONFIG)).rejects.toThrow('target vdb already exists');
    const down = NETWORK.replace('</interface>', `<link state='down'/></interface>`);
    await change(connection, domain, 'Update', down, CONFIG);
    expect(await domain.getXMLDesc()).toBe(xml.replace(/(<model type='virtio'\/>)/, `$1\n      <link state='down'/>`));
    for (const device of [RNG, NETWORK, diskXml()]) await change(connection, domain, 'Detach', device, CONFIG);
    expect(await domain.getXMLDesc()).toBe(before);
    await expect(change(connection, domain, 'Detach', RNG, CONFIG)).rejects.toThrow(/no device of 'rngs'/);
    await expect(change(connection, domain, 'Attach', RNG, LIVE)).rejects.toThrow('domain is not running');
  });
});

test.each(['', '<rng/>oops', '<rng model="virtio"/><hub type="usb"/>', '<disk', '</devices><devices>'])(
  'what is not the XML of one device is refused: %s',
  async (xml) => {
    await root.withConnection(async (connection) => {
      const domain = await connection.domainDefineXML(domainXml());
      await expect(change(connection, domain, 'Attach', xml, CONFIG)).rejects.toMatchObject({
        code: expect.stringMatching(/^XML_/),
      });
    });
  },
);

test('a USB device comes and goes, and whoever listens hears of both', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(domainXml());
    await domain.create();
    const heard: string[] = [];
    connection.onEvent((event, body) => {
      if ('deviceAlias' in body) heard.push(`${event} ${body.deviceAlias}`);
    });
    for (const eventId of [DEVICE_REMOVED, DEVICE_ADDED]) {
      await connection.call('connectDomainEventCallbackRegisterAny', { eventId, domain });
    }
    const before = await domain.getXMLDesc();
    await change(connection, domain, 'Attach', TABLET);
    expect(await domain.getXMLDesc()).toContain(`<alias name='input2'/>`);
    expect(await peripherals(connection, domain)).toContain('input2');
    await change(connection, domain, 'Detach', TABLET);
    expect(await domain.getXMLDesc()).toBe(before);
    expect(await peripherals(connection, domain)).not.toContain('input2');
    expect(heard).toEqual(['domainEventCallbackDeviceAdded input2', 'domainEventCallbackDeviceRemoved input2']);
    await change(connection, domain, 'Attach', TABLET, LIVE | CONFIG);
    await domain.destroy();
    expect(await domain.getXMLDesc()).toContain(TABLET);
  });
});

test('of a device that QEMU refuses nothing is left', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(domainXml());
    const before = await domain.getXMLDesc();
    const missing = RNG.replace('/dev/urandom', '/dev/virtkit-has-none');
    await expect(change(connection, domain, 'Attach', missing)).rejects.toThrow(/virtkit-has-none/);
    const broken = NETWORK.replace('</interface>', `<rom file='/virtkit-has-none'/></interface>`);
    await expect(change(connection, domain, 'Attach', broken)).rejects.toThrow(/virtkit-has-none/);
    expect(await domain.getXMLDesc()).toBe(before);
    await change(connection, domain, 'Attach', NETWORK);
    expect(await domain.getXMLDesc()).toContain(`<alias name='net0'/>`);
  });
});

test.each(['qmp', 'hmp'] as const)(
  'over %s: devices that went while nobody looked are gone for the next who opens',
  async (monitor) => {
    const own = await TemporaryRoot.create({ monitor });
    try {
      const xml = domainXml().replace('</devices>', `${TABLET}</devices>`);
      const before = await own.withConnection(async (connection) => {
        const domain = await connection.domainCreateXML(xml);
        return domain.getXMLDesc();
      });
      const [directory = ''] = await readdir(join(own.directory, 'lib/qemu'));
      const path = join(own.directory, 'lib/qemu', directory, 'monitor.sock');
      if (monitor === 'qmp') {
        await using client = await QmpClient.connect({ path });
        await client.execute('device_del', { id: 'input0' });
      } else {
        await using client = await HmpClient.connect({ path });
        await client.execute(deviceDel('input0'));
      }
      await own.withConnection(async (connection) => {
        const domain = await connection.domainLookupByName('web');
        const gone = / *<input type='tablet'.*?<\/input>\n/s;
        expect(before).toMatch(gone);
        expect(await domain.getXMLDesc()).toBe(before.replace(gone, ''));
      });
    } finally {
      await own.remove();
    }
  },
);

test('a device that its guest never lets go stays in the definition', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(domainXml());
    await change(connection, domain, 'Attach', RNG);
    const before = await domain.getXMLDesc();
    await change(connection, domain, 'Detach', RNG);
    expect(await domain.getXMLDesc()).toBe(before);
    expect(await peripherals(connection, domain)).toContain('rng0');
  });
});

test('a guest lets its disk, its network and its random numbers go', async () => {
  const script = join(import.meta.dirname, '../../../../../../scripts/guest-image.mjs');
  const { kernel, initrd } = JSON.parse(spawnSync(process.execPath, [script], { encoding: 'utf8' }).stdout);
  const boot = `<kernel>${kernel}</kernel><initrd>${initrd}</initrd>
    <cmdline>console=ttyS0 quiet virtkit.greeting=up</cmdline>`;
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(domainXml(boot, 256));
    let seen = '';
    for await (const chunk of await domain.openConsole()) {
      seen += chunk.toString('latin1');
      if (seen.includes('virtkit greeting: up')) break;
    }
    const before = await domain.getXMLDesc();
    for (const device of [RNG, NETWORK, diskXml()]) await change(connection, domain, 'Attach', device);
    await change(connection, domain, 'Update', NETWORK.replace('</interface>', `<link state='down'/></interface>`));
    expect(await domain.getXMLDesc()).toContain(`<link state='down'/>`);
    for (const device of [RNG, NETWORK, diskXml()]) await change(connection, domain, 'Detach', device);
    expect(await domain.getXMLDesc()).toBe(before);
    await change(connection, domain, 'Attach', diskXml());
  });
}, 120_000);
