import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NameSet } from './name-set.js';

test('knows the names of a directory as of the last refresh', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-names-'));
  const names = new NameSet(directory, '.xml');
  names.refresh();
  await writeFile(join(directory, 'web.xml'), '');
  await writeFile(join(directory, 'db.txt'), '');
  expect(names.has('web')).toBe(false);
  names.invalidate();
  names.refresh();
  expect([names.has('web'), names.has('db')]).toEqual([true, false]);
  await rm(join(directory, 'web.xml'));
  names.invalidate();
  names.refresh();
  expect(names.has('web')).toBe(false);
  await rm(directory, { recursive: true });
});
