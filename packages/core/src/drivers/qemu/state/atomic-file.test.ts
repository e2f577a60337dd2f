import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFileDurably, removeUnfinishedWrites, writeFileAtomically } from './atomic-file.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-atomic-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('replaces a file as a whole', async () => {
  const path = join(directory, 'web.xml');
  await writeFileAtomically(path, 'first');
  await writeFileAtomically(path, 'second');
  expect(await readFile(path, 'utf8')).toBe('second');
  expect(await readdir(directory)).toEqual(['web.xml']);
});

test('leaves nothing behind where it fails', async () => {
  await mkdir(join(directory, 'web.xml', 'inside'), { recursive: true });
  await expect(writeFileAtomically(join(directory, 'web.xml'), 'text')).rejects.toThrow();
  expect(await readdir(directory)).toEqual(['web.xml']);
});

test('clears what a crashed writer left, and nothing else', async () => {
  await writeFile(join(directory, '.0123456789ab.new'), 'half');
  await writeFile(join(directory, 'web.xml'), 'whole');
  await removeUnfinishedWrites(directory);
  expect(await readdir(directory)).toEqual(['web.xml']);
  await removeFileDurably(join(directory, 'web.xml'));
  await removeFileDurably(join(directory, 'web.xml'));
  expect(await readdir(directory)).toEqual([]);
});
