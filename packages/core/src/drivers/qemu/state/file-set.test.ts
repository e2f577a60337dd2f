import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
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

const write = (name: string, text: string): Promise<void> => writeFileAtomically(join(directory, name), text);

test('tells what another writer added, changed and removed, once each', async () => {
  const files = new FileSet(directory, '.xml');
  await write('web.xml', 'one');
  await write('db.xml', 'one');
  expect([...files.changes()].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: 'db', isThere: true },
    { name: 'web', isThere: true },
  ]);
  expect(files.changes()).toEqual([]);

  await write('web.xml', 'two');
  await rm(join(directory, 'db.xml'));
  expect(files.changes()).toEqual([
    { name: 'db', isThere: false },
    { name: 'web', isThere: true },
  ]);
  expect(files.changes()).toEqual([]);
});

test('finds a write that left the directory the time it had', async () => {
  const files = new FileSet(directory, '.xml');
  const tick = new Date(Date.now() + 40);
  await write('web.xml', 'one');
  await utimes(directory, tick, tick);
  expect(files.changes()).toEqual([{ name: 'web', isThere: true }]);
  await write('web.xml', 'two');
  await utimes(directory, tick, tick);
  await sleep(tick.getTime() + 50 - Date.now());
  expect(files.changes()).toEqual([{ name: 'web', isThere: true }]);
});

test('does not tell what this process wrote itself, but what another writes at the same moment', async () => {
  const files = new FileSet(directory, '.xml');
  const others = new FileSet(directory, '.xml');
  files.changes();
  await write('web.xml', 'one');
  files.noteOwnChange('web');
  expect(files.changes()).toEqual([]);
  await write('db.xml', 'one');
  expect(files.changes()).toEqual([{ name: 'db', isThere: true }]);
  expect(others.changes()).toHaveLength(2);
  await rm(join(directory, 'web.xml'));
  files.noteOwnChange('web');
  expect(files.changes()).toEqual([]);
  expect(others.changes()).toEqual([{ name: 'web', isThere: false }]);
});

test('passes over what is no such file, and what a crash left', async () => {
  await writeFile(join(directory, 'notes.txt'), 'x');
  await mkdir(join(directory, 'autostart'));
  await writeFile(join(directory, '.0123456789ab.new'), 'half');
  expect(new FileSet(directory, '.xml').changes()).toEqual([]);
});
