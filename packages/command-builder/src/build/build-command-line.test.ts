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

test("a virtio disk's queues are spread over I/O threads", () => {
  const driver = "<driver name='qemu' queues='2'><iothreads><iothread id='1'/><iothread id='2'/></iothreads></driver>";
  const disk = `<disk type='file'>${driver}<source file='/a'/><target dev='vda' bus='virtio'/></disk>`;
  expect(lineOf(disk, '<iothreads>2</iothreads>')).toContain(
    '"iothread-vq-mapping":[{"iothread":"iothread1"},{"iothread":"iothread2"}]',
  );
});
