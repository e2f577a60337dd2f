import type { EmulatorCapabilities } from '@virtkit/capabilities';
import { probeCapabilities } from '@virtkit/capabilities/node';
import { applyFormatRules, type DomainDefinition, parseDomain } from '@virtkit/domain-conf';
import { beforeAll, expect, test } from 'vitest';
import { numberDescriptors } from '../arguments/argv.js';
import { buildCommandLine } from '../build/build-command-line.js';
import { completeDomain } from '../complete/complete-domain.js';
import { exampleHost } from '../testdata/example-host.js';
import { buildDeviceSteps } from './build-device-steps.js';
import { aliasOf, type DeviceEntry, deviceAt, devicesOf, withoutDevice } from './device-entry.js';
import { placeDevice } from './place-device.js';

const host = exampleHost();
let capabilities: EmulatorCapabilities;

beforeAll(async () => {
  capabilities = await probeCapabilities('/usr/bin/qemu-system-x86_64');
});

function parsed(devices: string): DomainDefinition {
  return parseDomain(`<domain type='qemu'><name>web</name><memory>1048576</memory>
    <os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${devices}</devices></domain>`).definition;
}

function running(devices: string): DomainDefinition {
  const { definition } = completeDomain(applyFormatRules(parsed(devices)), capabilities, host, { origin: 'new' });
  return buildCommandLine(definition, capabilities, host, { domainId: 1 }).definition;
}

function entryOf(xml: string): DeviceEntry {
  const [entry] = devicesOf(parsed(xml));
  if (entry === undefined) throw new Error(`no device in ${xml}`);
  return entry;
}

const DEVICES = `
  <disk type='file'><source file='/a'/><target dev='vda'/></disk>
  <disk type='file'><source file='/c'/><target dev='vdc'/></disk>
  <controller type='scsi' model='virtio-scsi'/>
  <controller type='virtio-serial'/>
  <interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/></interface>
  <rng model='virtio'><backend model='random'/></rng>
  <rng model='virtio'><backend model='builtin'/></rng>`;

const ADDED = [
  `<disk type='file'><source file='/b'/><target dev='vdb'/></disk>`,
  `<disk type='file'><driver name='qemu' type='qcow2'/><source file='/s'/><target dev='sda' bus='scsi'/></disk>`,
  `<interface type='user'><mac address='52:54:00:00:00:02'/><model type='e1000'/></interface>`,
  `<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>`,
  `<input type='tablet' bus='usb'/>`,
  `<input type='keyboard' bus='virtio'/>`,
  `<controller type='scsi' index='1' model='virtio-scsi'/>`,
  `<channel type='unix'><source mode='bind' path='/c'/><target type='virtio' name='org.qemu.guest_agent.0'/></channel>`,
  `<redirdev bus='usb' type='tcp'><source mode='connect' host='localhost' service='4000'/><protocol type='raw'/></redirdev>`,
  `<shmem name='s'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>`,
  `<serial type='null'><target type='usb-serial'/></serial>`,
  `<watchdog model='i6300esb' action='reset'/>`,
];

test.each(ADDED)('a device that comes to a running domain moves no other: %s', (xml) => {
  const live = running(DEVICES);
  const { definition, ...place } = placeDevice(live, entryOf(xml), { capabilities, host });
  expect(withoutDevice(definition, place)).toEqual({
    ...live,
    devices: { ...live.devices, [place.kind]: live.devices?.[place.kind] ?? [] },
  });
  const aliases = devicesOf(definition).flatMap(({ device }) => aliasOf(device) ?? []);
  expect(new Set(aliases).size).toBe(aliases.length);
});

test.each(ADDED)('QEMU is told the same of a device, at the start and later: %s', (xml) => {
  const { definition, ...place } = placeDevice(running(DEVICES), entryOf(xml), { capabilities, host });
  const argv = numberDescriptors(buildCommandLine(definition, capabilities, host, { domainId: 1 }).argv, () => 3);
  const steps = buildDeviceSteps(definition, place, capabilities, host);
  expect(steps.length).toBeGreaterThan(0);
  for (const { add } of steps) {
    if (add.name === 'chardev-add')
      expect(argv).toContainEqual(expect.stringContaining(`id=${String(add.arguments.id)}`));
    else
      expect(argv).toContain(
        JSON.stringify(add.arguments, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
      );
  }
});

test('the host side of a character device is told as QMP takes it', () => {
  const added = entryOf(
    `<channel type='unix'><source mode='connect' path='/c'/><target type='virtio' name='c'/></channel>`,
  );
  const { definition, ...place } = placeDevice(running(DEVICES), added, { capabilities, host });
  const [chardev, device] = buildDeviceSteps(definition, place, capabilities, host);
  const addr = { type: 'unix', data: { path: '/c' } };
  expect(chardev).toEqual({
    add: {
      name: 'chardev-add',
      arguments: { id: 'charchannel0', backend: { type: 'socket', data: { addr, server: false } } },
    },
    remove: { name: 'chardev-remove', arguments: { id: 'charchannel0' } },
  });
  expect(device?.add.arguments).toMatchObject({ driver: 'virtserialport', chardev: 'charchannel0' });
});

test('the name of a device that has gone is given again, that of one still there is not', () => {
  const live = withoutDevice(running(DEVICES), { kind: 'rngs', index: 0 });
  const entry = entryOf(`<rng model='virtio'><backend model='builtin'/></rng>`);
  const first = placeDevice(live, entry, { capabilities, host });
  expect(aliasOf(deviceAt(first.definition, 'rngs', first.index))).toBe('rng0');
  const second = placeDevice(first.definition, entry, { capabilities, host });
  expect(aliasOf(deviceAt(second.definition, 'rngs', second.index))).toBe('rng2');
});

test('what only a start can give is refused', () => {
  const live = running('');
  const serial = placeDevice(live, entryOf(`<serial type='pty'/>`), { capabilities, host });
  expect(() => buildDeviceSteps(serial.definition, serial, capabilities, host)).toThrow(/can't come or go/);
  const disk = entryOf(`<disk type='file'><source file='/s'/><target dev='sda' bus='scsi'/></disk>`);
  expect(() => placeDevice(live, disk, { capabilities, host })).toThrow(/no bus of the running domain/);
});

test('an image that is attached has nodes of its own, and no other one is renamed', () => {
  const live = running(DEVICES);
  const added = entryOf(`<disk type='file'><driver name='qemu' type='qcow2'/><source file='/b'/>
    <backingStore type='file'><format type='raw'/><source file='/base'/><backingStore/></backingStore>
    <target dev='vdb'/></disk>`);
  const { definition, ...place } = placeDevice(live, added, { capabilities, host });
  const disk = deviceAt(definition, 'disks', place.index);
  expect([disk?.source?.index, disk?.backingStore?.type === 'file' && disk.backingStore.index]).toEqual([3, 4]);
  const names = buildDeviceSteps(definition, place, capabilities, host).map(({ add }) => add.arguments['node-name']);
  expect(names).toEqual(expect.arrayContaining(['libvirt-3-format', 'libvirt-4-storage']));
});
