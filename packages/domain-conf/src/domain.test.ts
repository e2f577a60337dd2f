import { expect, test } from 'vitest';
import { applyFormatRules, formatDomain, parseDomain, validateDomain } from './index.js';

const xml = `<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>web</name>
  <memory unit='MiB'>1024</memory>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
  <devices>
    <disk device='cdrom'>
      <source file='/srv/cd.iso'/>
      <target dev='hdc'/>
    </disk>
    <serial type='tcp'>
      <source host='127.0.0.1' service='4555'/>
    </serial>
  </devices>
  <qemu:commandline>
    <qemu:arg value='-s'/>
  </qemu:commandline>
</domain>
`;

test('parsing says what the document says', () => {
  const { definition, positions, unknown } = parseDomain(xml);
  expect(definition).toEqual({
    type: 'kvm',
    name: 'web',
    memoryKiB: 1_048_576,
    os: { arch: 'x86_64', machine: 'q35', type: 'hvm' },
    devices: {
      disks: [{ type: 'file', device: 'cdrom', source: { file: '/srv/cd.iso' }, target: { dev: 'hdc' } }],
      serials: [{ type: 'tcp', source: { host: '127.0.0.1', service: '4555' } }],
    },
    qemu: { commandline: { args: [{ value: '-s' }] } },
  });
  expect(unknown).toEqual([]);
  expect(positions.of('/devices/disks/0/target/dev')).toEqual({ line: 10, column: 15 });
});

test('the format rules make explicit what is implied, and do so once', () => {
  const complete = applyFormatRules(parseDomain(xml).definition);
  expect(validateDomain(complete)).toEqual([]);
  expect(applyFormatRules(complete)).toEqual(complete);
  expect(formatDomain(complete)).toBe(`<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>web</name>
  <memory unit='KiB'>1048576</memory>
  <currentMemory unit='KiB'>1048576</currentMemory>
  <vcpu placement='static'>1</vcpu>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
    <boot dev='hd'/>
  </os>
  <clock offset='utc'/>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
  <devices>
    <disk type='file' device='cdrom'>
      <source file='/srv/cd.iso'/>
      <target dev='hdc' bus='ide'/>
      <readonly/>
    </disk>
    <serial type='tcp'>
      <source mode='connect' host='127.0.0.1' service='4555'/>
      <protocol type='raw'/>
      <target port='0'/>
    </serial>
  </devices>
  <qemu:commandline>
    <qemu:arg value='-s'/>
  </qemu:commandline>
</domain>
`);
});
