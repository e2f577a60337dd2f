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

test('what domain XML does not have is dropped, and listed with its place', () => {
  const { definition, unknown } = parseDomain(
    "<domain type='kvm' colour='red'>\n <name>a</name>\n <wings><wing/></wings>\n <name>b</name>\n</domain>",
  );
  expect(definition).toEqual({ type: 'kvm', name: 'a' });
  expect(unknown).toEqual([
    { kind: 'attribute', path: '/domain/@colour', line: 1, column: 20 },
    { kind: 'element', path: '/domain/wings', line: 3, column: 2 },
    { kind: 'element', path: '/domain/name', line: 4, column: 2 },
  ]);
});

test('metadata survives letter by letter', () => {
  const metadata = `\n <a:b xmlns:a="urn:a"  c='d'>&#65;<![CDATA[ <x> ]]><!-- y --></a:b>\n`;
  const source = `<domain type='kvm'>\n  <metadata>${metadata}</metadata>\n</domain>\n`;
  expect(formatDomain(parseDomain(source).definition)).toBe(source);
});

test('numbers beyond 2^53 are exact, and sizes are counted in the unit of their name', () => {
  const source = `<domain type='kvm'><memory unit='GB'>1</memory><devices><disk type='nvme'><source type='pci' namespace='18446744073709551615'/></disk></devices></domain>`;
  const { memoryKiB, devices } = parseDomain(source).definition;
  expect(memoryKiB).toBe(976_563);
  expect(devices?.disks?.[0]?.source).toEqual({ type: 'pci', namespace: '18446744073709551615' });
});

test('only who may see them sees passwords, and an inactive domain has no id', () => {
  const { definition } = parseDomain(
    `<domain type='kvm' id='7'><devices><graphics type='vnc' passwd='x'/></devices></domain>`,
  );
  expect(formatDomain(definition, { secure: false })).not.toContain('passwd');
  expect(formatDomain(definition)).toContain("passwd='x'");
  expect(formatDomain(definition, { inactive: true })).not.toContain('id=');
});

test('all problems are told at once to who asks', () => {
  const problems: string[] = [];
  parseDomain(
    "<domain type='kvm'><vcpu>x</vcpu><devices><disk type='floppy'/><sound model='tuba'/></devices></domain>",
    {
      onProblem: ({ message, remedy, line, column }) => problems.push(`${line}:${column} ${message} ${remedy}`),
    },
  );
  expect(problems).toEqual([
    "1:20 Invalid value for element 'vcpu': 'x'. Expected non-negative integer value undefined",
    "1:43 Invalid value for attribute 'type' in element 'disk': 'floppy'. Allowed: file, block, dir, network, volume, nvme, vhostuser, vhostvdpa",
    "1:71 Invalid value for attribute 'model' in element 'sound': 'tuba'. Allowed: sb16, es1370, pcspk, ac97, ich6, ich9, usb, ich7, virtio",
  ]);
});

test('metadata takes along the namespaces that are declared around it, and no others', () => {
  const metadata = (content: string): string | undefined =>
    parseDomain(`<domain type='kvm' xmlns:a='urn:a' xmlns:q='urn:q'>${content}</domain>`).definition.metadata;
  expect(metadata('<metadata> <a:b q:c="1"/> <d xmlns="urn:d">q:</d></metadata>')).toBe(
    ` <a:b xmlns:a='urn:a' xmlns:q='urn:q' q:c="1"/> <d xmlns="urn:d">q:</d>`,
  );
  expect(metadata("<metadata xmlns:m='urn:m'><m:x/><a:y xmlns:a='urn:other'/></metadata>")).toBe(
    "<m:x xmlns:m='urn:m'/><a:y xmlns:a='urn:other'/>",
  );
});

const ruled = (device: string): string | undefined => {
  const xml = `<domain type='kvm'><os><type>hvm</type></os><devices>${device}</devices></domain>`;
  return /<devices>\n(.*) {2}<\/devices>/s
    .exec(formatDomain(applyFormatRules(parseDomain(xml).definition), { inactive: true }))?.[1]
    ?.replace(/^ {4}/gm, '');
};

// What libvirt 9.0's test driver makes of the same devices, and 11.3 where it could be asked.
test.each([
  [
    "<interface type='user'><model type='E1000'/><driver queues='4'/></interface>",
    "<model type='e1000'/>\n</interface>\n",
  ],
  [
    "<interface type='user'><model type='virtio'/><driver name='vhost' queues='1'/></interface>",
    "<driver name='vhost'/>",
  ],
  ["<redirfilter><usbdev class='-1' version='9.4' allow='no'/></redirfilter>", "<usbdev version='9.40' allow='no'/>"],
  ["<graphics type='vnc' port='1'><listen type='none'/></graphics>", "<graphics type='vnc'>\n  <listen type='none'/>"],
  [
    "<graphics type='spice' port='1'><channel name='main' mode='any'/></graphics>",
    "<listen type='address'/>\n</graphics>",
  ],
  [
    "<filesystem type='ram'><source usage='1' units='MiB'/><target dir='/'/></filesystem>",
    "<source usage='1024' units='KiB'/>",
  ],
  ["<filesystem accessmode='mapped' fmode='644'><source dir='/a'/><target dir='/'/></filesystem>", "fmode='0644'"],
  ["<disk type='network' device='cdrom'><target dev='sda'/></disk>", "<disk type='file' device='cdrom'>"],
  [
    "<hostdev type='pci'><source><address bus='3'/></source></hostdev>",
    "<address domain='0x0000' bus='0x03' slot='0x00' function='0x0'/>",
  ],
  ["<parallel type='pty'><source mode='bind'/></parallel>", "<parallel type='pty'>\n  <target port='0'/>"],
])('%s is completed', (device, written) => {
  expect(ruled(device)).toContain(written);
});
