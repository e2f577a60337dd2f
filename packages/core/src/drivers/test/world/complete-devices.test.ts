import { formatDomain } from '@virtkit/domain-conf';
import { expect, test } from 'vitest';
import { trueChance } from './chance.js';
import { readDefinition } from './read-definition.js';

test('completes devices as libvirt does, and no further', () => {
  const definition = readDefinition(
    `<domain type='test'>
  <name>web</name>
  <memory>65536</memory>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file' device='disk'><source file='/guest/web.img'/><target dev='vda'/></disk>
    <disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk>
    <disk type='file' device='disk'><source file='/guest/data.img'/><target dev='sdh' bus='sata'/></disk>
    <interface type='network'><mac address='52:54:00:11:22:33'/><source network='default'/></interface>
    <interface type='network'><mac address='52:54:00:11:22:34'/><source network='default'/></interface>
    <graphics type='vnc'/>
    <console type='pty'/>
  </devices>
</domain>`,
    trueChance,
  );
  const xml = formatDomain(definition, { inactive: true });
  const devices = xml.slice(xml.indexOf('<devices>'));
  expect(devices).toBe(`<devices>
    <disk type='file' device='disk'>
      <source file='/guest/web.img'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <disk type='file' device='cdrom'>
      <target dev='sda' bus='sata'/>
      <readonly/>
      <address type='drive' controller='0' bus='0' target='0' unit='0'/>
    </disk>
    <disk type='file' device='disk'>
      <source file='/guest/data.img'/>
      <target dev='sdh' bus='sata'/>
      <address type='drive' controller='1' bus='0' target='0' unit='1'/>
    </disk>
    <controller type='sata' index='0'/>
    <controller type='sata' index='1'/>
    <interface type='network'>
      <mac address='52:54:00:11:22:33'/>
      <source network='default'/>
      <target dev='testnet0'/>
    </interface>
    <interface type='network'>
      <mac address='52:54:00:11:22:34'/>
      <source network='default'/>
      <target dev='testnet1'/>
    </interface>
    <serial type='pty'>
      <target port='0'/>
    </serial>
    <console type='pty'>
      <target type='serial' port='0'/>
    </console>
    <graphics type='vnc' port='-1' autoport='yes'>
      <listen type='address'/>
    </graphics>
    <video>
      <model type='cirrus' vram='16384' heads='1' primary='yes'/>
    </video>
  </devices>
</domain>
`);
});
