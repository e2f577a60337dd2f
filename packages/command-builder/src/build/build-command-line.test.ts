import type { EmulatorCapabilities } from '@virtkit/capabilities';
import { probeCapabilities } from '@virtkit/capabilities/node';
import { applyFormatRules, parseDomain } from '@virtkit/domain-conf';
import { beforeAll, expect, test } from 'vitest';
import { numberDescriptors } from '../arguments/argv.js';
import { completeDomain } from '../complete/complete-domain.js';
import { exampleHost } from '../testdata/example-host.js';
import { buildCommandLine } from './build-command-line.js';
import type { BuildOptions } from './build-context.js';

let capabilities: EmulatorCapabilities;

beforeAll(async () => {
  capabilities = await probeCapabilities('/usr/bin/qemu-system-x86_64');
});

function lineOf(devices: string, before = '', os = '', options: BuildOptions = {}): string {
  const type = `<type arch='x86_64' machine='q35'>hvm</type>${os}`;
  const xml = `<domain type='qemu'><name>web</name><memory>1048576</memory>${before}<os>${type}</os><devices>${devices}</devices></domain>`;
  const host = exampleHost();
  const definition = applyFormatRules(parseDomain(xml).definition);
  const completed = completeDomain(definition, capabilities, host, { origin: 'new' }).definition;
  return numberDescriptors(buildCommandLine(completed, capabilities, host, options).argv, () => 3).join(' ');
}

test('memory that guests share has a backend, or a server behind a socket', () => {
  const plain = lineOf("<shmem name='all'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>");
  expect(plain).toContain('"id":"shmmem-shmem0","mem-path":"/dev/shm/all","size":4194304,"share":true');
  const doorbell = lineOf("<shmem name='all'><model type='ivshmem-doorbell'/><server path='/s'/></shmem>");
  expect(doorbell).toContain('socket,id=charshmem0,path=/s');
});

test('a guest that comes from elsewhere waits for its state', () => {
  expect(lineOf('', '', '', { incoming: 'tcp:[::]:49152' })).toContain('-incoming tcp:[::]:49152');
  expect(lineOf('')).not.toContain('-incoming');
});

test('ACPI tables are named by what they are', () => {
  const line = lineOf('', '<features><acpi/></features>', "<acpi><table type='slic'>/t</table></acpi>");
  expect(line).toContain('-acpitable sig=SLIC,file=/t');
});

test('an interface in hardware is handed over as a descriptor of its device', () => {
  const line = lineOf("<interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>");
  expect(line).toContain('-add-fd set=0,fd=3,opaque=net0-vdpa');
  expect(line).toContain('"type":"vhost-vdpa","vhostdev":"/dev/fdset/0"');
  expect(line).toContain('"driver":"virtio-net-pci"');
});

test('distances of cells are the same both ways', () => {
  const cell = (id: number, more: string) => `<cell id='${id}' cpus='${id}' memory='512' unit='MiB'>${more}</cell>`;
  const near = "<distances><sibling id='1' value='21'/></distances>";
  const line = lineOf('', `<vcpu>2</vcpu><cpu><numa>${cell(0, near)}${cell(1, '')}</numa></cpu>`);
  for (const distance of ['src=0,dst=0,val=10', 'src=0,dst=1,val=21', 'src=1,dst=0,val=21', 'src=1,dst=1,val=10']) {
    expect(line).toContain(`-numa dist,${distance}`);
  }
});

test("properties set by hand replace a device's own", () => {
  const override = `<qemu:override xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><qemu:device alias='ua-rng'>
    <qemu:frontend><qemu:property name='max-bytes' type='unsigned' value='7'/></qemu:frontend></qemu:device></qemu:override>`;
  const rng = "<rng model='virtio'><backend model='random'>/dev/urandom</backend><alias name='ua-rng'/></rng>";
  expect(lineOf(rng, override)).toMatch(/"id":"ua-rng".*"max-bytes":7/);
});

test("a disk's reservations go through the helper that all share", () => {
  const source = "<source dev='/dev/sda'><reservations managed='yes'/></source>";
  const disk = `<disk type='block' device='lun'><driver name='qemu' type='raw'/>${source}<target dev='sda' bus='scsi'/></disk>`;
  const line = lineOf(disk);
  expect(line).toContain('"qom-type":"pr-manager-helper","id":"pr-helper0"');
  expect(line).toContain('"pr-manager":"pr-helper0"');
});

test("a virtio disk's queues are spread over I/O threads", () => {
  const driver = "<driver name='qemu' queues='2'><iothreads><iothread id='1'/><iothread id='2'/></iothreads></driver>";
  const disk = `<disk type='file'>${driver}<source file='/a'/><target dev='vda' bus='virtio'/></disk>`;
  expect(() => lineOf(disk, '<iothreads>2</iothreads>')).toThrow("IOThread mapping for disk 'vda' is not available");
  const asked = `<qemu:capabilities xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
    <qemu:add capability='virtio-blk.iothread-mapping'/></qemu:capabilities>`;
  expect(lineOf(disk, `<iothreads>2</iothreads>${asked}`)).toContain(
    '"iothread-vq-mapping":[{"iothread":"iothread1"},{"iothread":"iothread2"}]',
  );
});
