import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { procedures } from '@virtkit/rpc';
import { expect, test } from 'vitest';
import { connect } from '../../api/connect.js';
import type { DriverProcedure } from '../../driver/contract.js';
import { testDriver } from './index.js';
import { coverageTable } from './testing/coverage-table.js';

const isProcedure = (name: string): name is DriverProcedure => Object.hasOwn(procedures, name);

const PACKAGE = join(import.meta.dirname, '../../..');

test('the table of what the driver has, beside libvirt’s, is current', async () => {
  const theirs = JSON.parse(await readFile(join(PACKAGE, 'testdata/libvirt-test-driver.json'), 'utf8'));
  const connection = await connect('test:///default', { drivers: [testDriver()] });
  const ours = Object.keys(procedures)
    .filter(isProcedure)
    .filter((procedure) => connection.supports(procedure));
  await connection.close();
  await expect(coverageTable(theirs, ours)).toMatchFileSnapshot('../../../../../docs/test-driver-coverage.md');
});
