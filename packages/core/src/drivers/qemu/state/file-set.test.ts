import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomically } from './atomic-file.js';
import { FileSet } from './file-set.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-files-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('tells what another writer added, changed and removed, once each', async () => {
  const files = new FileSet(directory, '.xml');
  await writeFileAtomically(join(directory, 'web.xml'), 'one');
  await writeFileAtomically(join(directory, 'db.xml'), 'one');
  const added = await files.changes();
  expect([...added].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: 'db', text: 'one' },
    { name: 'web', text: 'one' },
  ]);
  expect(await files.changes()).toEqual([]);

  await writeFileAtomically(join(directory, 'web.xml'), 'two');
  await rm(join(directory, 'db.xml'));
  expect(await files.changes()).toEqual([
    { name: 'db', text: undefined },
    { name: 'web', text: 'two' },
  ]);
  expect(await files.changes()).toEqual([]);
});

test('finds a write that left the directory the time it had', async () => {
  const files = new FileSet(directory, '.xml');
  const tick = new Date(Date.now() + 40);
  await writeFileAtomically(join(directory, 'web.xml'), 'one');
  await utimes(directory, tick, tick);
  expect(await files.changes()).toEqual([{ name: 'web', text: 'one' }]);
  await writeFileAtomically(join(directory, 'web.xml'), 'two');
  await utimes(directory, tick, tick);
  await sleep(tick.getTime() + 50 - Date.now());
  expect(await files.changes()).toEqual([{ name: 'web', text: 'two' }]);
});

test('passes over what is no such file, and what a crash left', async () => {
  await writeFile(join(directory, 'notes.txt'), 'x');
  await writeFile(join(directory, '.0123456789ab.new'), 'half');
  expect(await new FileSet(directory, '.xml').changes()).toEqual([]);
});
