import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, connect } from '@virtkit/core';
import { driverContract } from '@virtkit/core/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonDriver } from './driver-json.mjs';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-json-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const domainXml = (name: string, uuid: string) =>
  `<domain type='test'><name>${name}</name><uuid>${uuid}</uuid><memory>1024</memory><os><type>hvm</type></os></domain>`;

describe('a plug-in fulfils the driver contract', () => {
  const drivers = [jsonDriver()];
  const checks = driverContract({
    get uri() {
      return `json://${directory}/domains.json`;
    },
    drivers,
    domainXml,
  });
  for (const { name, run } of checks) test(name, run);
});

test('what it leaves out is not supported', async () => {
  const connection = await connect(`json://${directory}/domains.json`, { drivers: [jsonDriver()] });
  const domain = await connection.domainDefineXML(domainXml('web', 'c0ffee00-1111-4222-8333-444455556666'));
  await expect(domain.suspend()).rejects.toMatchObject({ code: 'NO_SUPPORT' });
  await connection.close();
});

const uuidOf = (index: number) => `c0ffee00-1111-4222-8333-44445555${String(index).padStart(4, '0')}`;
const defineSome = (connection: Connection, from: number) =>
  Promise.all(
    [0, 1, 2, 3, 4, 5, 6, 7].map((n) => connection.domainDefineXML(domainXml(`web${from + n}`, uuidOf(from + n)))),
  );

test('connections to one file take turns at changing it', async () => {
  const uri = `json://${directory}/turns.json`;
  const drivers = [jsonDriver()];
  const [one, other] = [await connect(uri, { drivers }), await connect(uri, { drivers })];
  await Promise.all([defineSome(one, 0), defineSome(other, 8)]);
  expect(await one.listAllDomains()).toHaveLength(16);
  await one.close();
  await other.close();
});

test('writers that know nothing of each other leave a whole file, and nothing beside it', async () => {
  const uri = `json://${directory}/writers.json`;
  const open = () => connect(uri, { drivers: [jsonDriver()] });
  const [one, other] = [await open(), await open()];
  await Promise.all([defineSome(one, 0), defineSome(other, 8)]);
  expect(await one.listAllDomains()).not.toHaveLength(0);
  expect((await readdir(directory)).filter((name) => name.endsWith('.new'))).toEqual([]);
  await one.close();
  await other.close();
});

test('an event tells what the file says already, to those alone who listen to that file', async () => {
  const drivers = [jsonDriver()];
  const connection = await connect(`json://${directory}/events.json`, { drivers });
  const elsewhere = await connect(`json://${directory}/elsewhere.json`, { drivers });
  const heard: string[] = [];
  connection.onEvent(() => heard.push(readFileSync(join(directory, 'events.json'), 'utf8')));
  elsewhere.onEvent(() => heard.push('elsewhere'));
  await connection.lifecycleEvents();
  await elsewhere.lifecycleEvents();
  await connection.domainDefineXML(domainXml('web', uuidOf(0)));
  expect(heard).toEqual([expect.stringContaining(uuidOf(0))]);
  await connection.close();
  await elsewhere.close();
});

test('a change that cannot be written is no event', async () => {
  const connection = await connect(`json://${directory}/missing/domains.json`, { drivers: [jsonDriver()] });
  const heard: unknown[] = [];
  connection.onEvent((event) => heard.push(event));
  await connection.lifecycleEvents();
  const defined = connection.domainDefineXML(domainXml('web', uuidOf(0)));
  await expect(defined).rejects.toMatchObject({ code: 'SYSTEM_ERROR' });
  expect(heard).toEqual([]);
  await connection.close();
});

test('a wrong percent sign in the path is refused', async () => {
  const opened = connect(`json://${directory}/100%.json`, { drivers: [jsonDriver()] });
  await expect(opened).rejects.toMatchObject({ code: 'INVALID_ARG' });
});
