import { type Element, readDocument, writeDocument } from '@virtkit/xml';
import { expect, test } from 'vitest';
import { hostInterface } from './host-interface.js';
import { domainCheckpoint, domainSnapshot } from './moments.js';
import { network, networkPort } from './network.js';
import { nodeDevice } from './node-device.js';
import { secret } from './secret.js';
import { storagePool, storageVolume } from './storage.js';

function roundTrip<T>(root: Element<T>, xml: string): string {
  const { value, unknown } = readDocument(root, xml);
  expect(unknown).toEqual([]);
  return writeDocument(root, value);
}

test.each([
  [
    network,
    `<network>
  <name>default</name>
  <uuid>dd8fe884-6c02-601e-7551-cca97df1c5df</uuid>
  <forward mode='nat'/>
  <bridge name='virbr0' stp='on' delay='0'/>
  <mac address='52:54:00:aa:bb:cc'/>
  <ip address='192.168.122.1' netmask='255.255.255.0'>
    <dhcp>
      <range start='192.168.122.2' end='192.168.122.254'/>
      <host mac='00:11:22:33:44:55' ip='192.168.122.7'/>
    </dhcp>
  </ip>
</network>
`,
  ],
  [
    networkPort,
    `<networkport>
  <uuid>5d744f21-ba4a-4d6e-bdb2-30a35ff3207d</uuid>
  <owner>
    <name>web</name>
    <uuid>12ac5b28-5ce4-4b5b-a5a3-2a3f1dc2c0a0</uuid>
  </owner>
  <group>web1</group>
  <mac address='52:54:00:7b:35:93'/>
  <plug type='direct' dev='ens3'/>
</networkport>
`,
  ],
  [
    storagePool,
    `<pool type='dir'>
  <name>images</name>
  <uuid>dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566</uuid>
  <capacity unit='bytes'>107374182400</capacity>
  <allocation unit='bytes'>0</allocation>
  <available unit='bytes'>107374182400</available>
  <source>
  </source>
  <target>
    <path>/images</path>
  </target>
</pool>
`,
  ],
  [
    storageVolume,
    `<volume type='file'>
  <name>web.qcow2</name>
  <key>/images/web.qcow2</key>
  <capacity unit='bytes'>2147483648</capacity>
  <allocation unit='bytes'>1073741824</allocation>
  <target>
    <path>/images/web.qcow2</path>
    <format type='qcow2'/>
  </target>
</volume>
`,
  ],
  [
    hostInterface,
    `<interface type='ethernet' name='eth1'>
  <start mode='onboot'/>
  <mtu size='1492'/>
  <protocol family='ipv4'>
    <ip address='192.168.0.5' prefix='24'/>
    <route gateway='192.168.0.1'/>
  </protocol>
  <mac address='aa:bb:cc:dd:ee:ff'/>
</interface>
`,
  ],
  [
    nodeDevice,
    `<device>
  <name>scsi_host1</name>
  <parent>computer</parent>
  <capability type='scsi_host'>
    <host>1</host>
    <unique_id>0</unique_id>
    <capability type='fc_host'>
      <wwnn>2000000012341234</wwnn>
      <wwpn>1000000012341234</wwpn>
      <fabric_wwn>2000000043214321</fabric_wwn>
    </capability>
    <capability type='vport_ops'>
      <max_vports>0</max_vports>
      <vports>0</vports>
    </capability>
  </capability>
</device>
`,
  ],
  [
    secret,
    `<secret ephemeral='no' private='yes'>
  <uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>
  <description>unlocks a volume</description>
  <usage type='volume'>
    <volume>/images/web.img</volume>
  </usage>
</secret>
`,
  ],
  [
    domainSnapshot,
    `<domainsnapshot>
  <name>s2</name>
  <state>running</state>
  <parent>
    <name>s1</name>
  </parent>
  <creationTime>1795366327</creationTime>
  <memory snapshot='internal'/>
  <disks>
    <disk name='vda' snapshot='internal'/>
  </disks>
  <domain type='test'>
    <name>web</name>
  </domain>
</domainsnapshot>
`,
  ],
  [
    domainCheckpoint,
    `<domaincheckpoint>
  <name>c1</name>
  <creationTime>1795366327</creationTime>
  <disks>
    <disk name='vda' checkpoint='bitmap' bitmap='c1'/>
  </disks>
  <domain type='test'>
    <name>web</name>
  </domain>
</domaincheckpoint>
`,
  ],
] as const)('$0.name: a canonical document comes back letter by letter', (root: Element<unknown>, xml) => {
  expect(roundTrip(root, xml)).toBe(xml);
});
