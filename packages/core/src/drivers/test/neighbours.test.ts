import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../api/connect.js';
import type { Connection } from '../../api/connection.js';
import type { DeliverEvent } from '../../driver/contract.js';
import { testDriver } from './index.js';

let connection: Connection;

beforeEach(async () => {
  connection = await connect('test:///default', { drivers: [testDriver()] });
});
afterEach(() => connection.close());

const ACTIVE = 2;
const LIVE_AND_CONFIG = 3;
const ADD = 3;
const DHCP_HOST = 4;

const networkXml = `<network>
  <name>lab</name>
  <uuid>aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee</uuid>
  <forward/>
  <ip address='10.9.8.1' netmask='255.255.255.0'/>
</network>`;

test('defines, starts, ends and undefines a network', async () => {
  const { network } = await connection.call('networkDefineXML', { xml: networkXml });
  await expect(connection.call('networkGetBridgeName', { network })).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
  await connection.call('networkCreate', { network });
  expect((await connection.call('connectListAllNetworks', { flags: ACTIVE })).networks).toHaveLength(2);
  await expect(connection.call('networkUndefine', { network })).rejects.toMatchObject({ code: 'OPERATION_INVALID' });
  await connection.call('networkDestroy', { network });
  await connection.call('networkUndefine', { network });
  await expect(connection.call('networkLookupByName', { name: 'lab' })).rejects.toMatchObject({ code: 'NO_NETWORK' });
});

test('updates a network where it was asked to, and refuses what is there already', async () => {
  const { network } = await connection.call('networkLookupByName', { name: 'default' });
  const xml = "<host mac='00:11:22:33:44:55' ip='192.168.122.7'/>";
  const update = { network, command: ADD, section: DHCP_HOST, parentIndex: -1, xml, flags: LIVE_AND_CONFIG };
  await connection.call('networkUpdate', update);
  const shown = async () => (await connection.call('networkGetXMLDesc', { network, flags: 0 })).xml;
  expect(await shown()).toContain(xml);
  await connection.call('networkDestroy', { network });
  expect(await shown()).toContain(xml);
  await connection.call('networkCreate', { network });
  await expect(connection.call('networkUpdate', update)).rejects.toMatchObject({ code: 'OPERATION_INVALID' });
});

test('counts what volumes take from their pool', async () => {
  const { pool } = await connection.call('storagePoolLookupByName', { name: 'default-pool' });
  const xml = "<volume><name>web</name><capacity unit='GiB'>2</capacity><allocation unit='GiB'>1</allocation></volume>";
  const { volume } = await connection.call('storageVolCreateXML', { pool, xml, flags: 0 });
  expect(volume.key).toBe('/default-pool/web');
  expect(await connection.call('storagePoolGetInfo', { pool })).toMatchObject({ allocation: 2n ** 30n });
  await expect(connection.call('storageVolCreateXML', { pool, xml, flags: 0 })).rejects.toMatchObject({
    code: 'OPERATION_FAILED',
  });
  await connection.call('storageVolDelete', { volume, flags: 0 });
  expect(await connection.call('storagePoolGetInfo', { pool })).toMatchObject({ allocation: 0n });
});

test('undoes changes of interfaces, or keeps them', async () => {
  const xml = "<interface type='ethernet' name='eth9'><mac address='aa:bb:cc:dd:ee:09'/></interface>";
  const names = async () =>
    (await connection.call('connectListAllInterfaces', { flags: 0 })).interfaces.map(({ name }) => name);
  await connection.call('interfaceChangeBegin', { flags: 0 });
  await connection.call('interfaceDefineXML', { xml, flags: 0 });
  await connection.call('interfaceChangeRollback', { flags: 0 });
  expect(await names()).toEqual(['eth1']);
  await connection.call('interfaceChangeBegin', { flags: 0 });
  await connection.call('interfaceDefineXML', { xml, flags: 0 });
  await connection.call('interfaceChangeCommit', { flags: 0 });
  expect(await names()).toEqual(['eth1', 'eth9']);
  await expect(connection.call('interfaceChangeCommit', { flags: 0 })).rejects.toMatchObject({
    code: 'OPERATION_INVALID',
  });
});

test('creates a SCSI host under one that can have it, and no other', async () => {
  const xml = (parent: string) =>
    `<device><parent>${parent}</parent><capability type='scsi_host'><capability type='fc_host'>
      <wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability></capability></device>`;
  const { device } = await connection.call('nodeDeviceCreateXML', { xml: xml('scsi_host1'), flags: 0 });
  expect(await connection.call('nodeDeviceGetParent', device)).toEqual({ parentName: 'scsi_host1' });
  const refused = connection.call('nodeDeviceCreateXML', { xml: xml('scsi_host11'), flags: 0 });
  await expect(refused).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
});

test('tells those who asked what became of networks, pools and node devices', async () => {
  const heard: string[] = [];
  const listener: DeliverEvent = (event) => heard.push(event);
  connection.onEvent(listener);
  const { network } = await connection.call('networkLookupByName', { name: 'default' });
  const { pool } = await connection.call('storagePoolLookupByName', { name: 'default-pool' });
  await connection.call('networkDestroy', { network });
  const { callbackId } = await connection.call('connectNetworkEventRegisterAny', { eventId: 0 });
  await connection.call('connectStoragePoolEventRegisterAny', { eventId: 1, pool });
  await connection.call('connectNodeDeviceEventRegisterAny', { eventId: 0 });
  await connection.call('networkCreate', { network });
  await connection.call('storagePoolRefresh', { pool, flags: 0 });
  await connection.call('nodeDeviceDestroy', { name: 'scsi_host11' });
  await connection.call('connectNetworkEventDeregisterAny', { callbackId });
  await connection.call('networkDestroy', { network });
  expect(heard).toEqual(['networkEventLifecycle', 'storagePoolEventRefresh', 'nodeDeviceEventLifecycle']);
});
