import { afterAll, beforeAll, expect, test } from 'vitest';
// What starts a libvirtd for rpc's tests starts one for ours.
import { type PrivateLibvirtd, startPrivateLibvirtd } from '../../../../rpc/src/node/testing/private-libvirtd.js';
import { connect } from '../../api/connect.js';
import type { Connection } from '../../api/connection.js';
import { driverContract } from '../../testing/driver-contract.js';

let libvirtd: PrivateLibvirtd;
let uri: string;
/** libvirt's test driver keeps its world as long as somebody is there. */
let present: Connection;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  uri = `test+unix:///default?socket=${libvirtd.path}`;
  present = await connect(uri);
});
afterAll(async () => {
  await present.close();
  await libvirtd[Symbol.asyncDispose]();
});

const domainXml = (name: string, uuid: string): string => `<domain type='test'>
  <name>${name}</name>
  <uuid>${uuid}</uuid>
  <memory unit='MiB'>32</memory>
  <os><type>hvm</type></os>
</domain>`;

const contract = (of: string) =>
  driverContract({ uri: of, domainXml, stateErrors: ['OPERATION_INVALID', 'INTERNAL_ERROR'] });

test.each(contract('').map(({ name }) => name))('libvirtd %s', async (name) => {
  const check = contract(uri).find((candidate) => candidate.name === name);
  expect(check).toBeDefined();
  await check?.run();
});

test('typed parameters of libvirtd come with their strings', async () => {
  const domain = { name: 'test', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: 1 };
  const { parameters } = await present.call('domainGetNumaParameters', { domain, flags: 0 });
  expect(parameters).toMatchObject({ numa_nodeset: { type: 'string' } });
});

test('a libvirtd that ends loses its connections', async () => {
  await using other = await startPrivateLibvirtd();
  const connection = await connect(`test+unix:///default?socket=${other.path}`);
  const events = await connection.lifecycleEvents();
  await other[Symbol.asyncDispose]();
  await expect(connection.lost).resolves.toMatchObject({ code: 'SYSTEM_ERROR' });
  await expect(events.next()).rejects.toMatchObject({ code: 'SYSTEM_ERROR' });
  await expect(connection.getType()).rejects.toMatchObject({ code: 'INVALID_CONN' });
  await connection.close();
});
