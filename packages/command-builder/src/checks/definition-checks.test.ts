import type { EmulatorCapabilities } from '@virtkit/capabilities';
import { probeCapabilities } from '@virtkit/capabilities/node';
import { applyFormatRules, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { beforeAll, expect, test } from 'vitest';
import { completeDomain } from '../complete/complete-domain.js';
import { exampleHost } from '../testdata/example-host.js';

let capabilities: EmulatorCapabilities;

beforeAll(async () => {
  capabilities = await probeCapabilities('/usr/bin/qemu-system-x86_64');
});

const complete = (devices: string, os = "<type arch='x86_64' machine='pc'>hvm</type>") => {
  const xml = `<domain type='qemu'><name>web</name><memory>1048576</memory><os>${os}</os><devices>${devices}</devices></domain>`;
  return completeDomain(applyFormatRules(parseDomain(xml).definition), capabilities, exampleHost(), { origin: 'new' });
};

const disk = (attributes: string, more = '') => `<disk type='file' ${attributes}><source file='/a'/>${more}</disk>`;

test.each([
  [
    disk('', "<target dev='sda' bus='sata'/><address type='drive' target='2'/>"),
    'target must be 0 for sata controller',
  ],
  [
    disk('', "<target dev='sda' bus='scsi'/><address type='pci'/>"),
    "Invalid address type 'pci' for the disk 'sda' with the bus type 'scsi'",
  ],
  [disk('', "<driver name='file'/><target dev='hda'/>"), "unsupported driver name 'file' for disk 'hda'"],
  [
    disk('', "<driver name='qemu' type='qcow2'/><target dev='vda'/><shareable/>"),
    "shared access for disk 'vda' requires use of",
  ],
  [
    `${disk('', "<target dev='vda'/><boot order='1'/>")}${disk('', "<target dev='vdb'/><boot order='1'/>")}`,
    "boot order '1' used for more",
  ],
  ["<serial type='spiceport'/>", "chardev 'spiceport' not supported without spice graphics"],
  ["<controller type='usb' model='none'/><hub type='usb'/>", 'USB is disabled for this domain'],
  ["<controller type='usb' model='qemu-xhci' ports='16'/>", "'qemu-xhci' controller only supports up to '15' ports"],
  [
    "<interface type='vhostuser'><source type='unix' path='/s' mode='client'/></interface>",
    "'interface' requires shared memory",
  ],
  ["<controller type='usb' model='none'/><controller type='usb' index='1'/>", "Can't add another USB controller"],
  ["<controller type='usb' model='ich9-uhci1'><master startport='0'/></controller>", 'No master USB controller'],
  ["<controller type='pci' index='0' model='pcie-root'/>", "must be model='pci-root' for this machine type"],
  ["<iommu model='intel'/>", "'intel' is only supported with Q35 machines"],
  ["<graphics type='sdl'/><graphics type='egl-headless'/>", "only supported with one of: 'vnc', 'spice'"],
  ["<serial type='pty'><target type='system-serial'><model name='pl011'/></target></serial>", 'not compatible with'],
  [
    "<serial type='tcp'><source mode='bind' service='1'/><protocol type='tls'/></serial>",
    "protocol 'tls' not supported",
  ],
  ["<interface type='user'><mtu size='1500'/></interface>", 'setting MTU on interface type user'],
  [disk('', "<driver name='qemu' type='iso'/><target dev='vda'/>"), "storage format 'iso' is not directly supported"],
  [disk('', "<driver name='qemu' iothread='7'/><target dev='vda' bus='virtio'/>"), "iothread '7' not defined"],
])('what QEMU cannot do is refused in words (%#)', (devices, words) => {
  const act = () => complete(devices);
  expect(act).toThrow(words);
  expect(act).toThrow(VirtError);
});

test('a domain without a type of what runs in it is refused', () => {
  expect(() => complete('', "<type arch='x86_64' machine='pc'/>")).toThrow('an os <type> must be specified');
});
