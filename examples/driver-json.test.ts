import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@virtkit/core';
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
