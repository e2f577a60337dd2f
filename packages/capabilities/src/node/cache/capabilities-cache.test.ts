import { chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { probeCapabilities } from '../probe-capabilities.js';
import { createCapabilitiesCache } from './capabilities-cache.js';

let directory = '';
let cacheDirectory = '';
let emulator = '';
let counter = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-cache-'));
  cacheDirectory = join(directory, 'cache');
  counter = join(directory, 'starts');
  emulator = join(directory, 'qemu-system-counting');
  await writeEmulator('');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function writeEmulator(before: string): Promise<void> {
  await writeFile(emulator, `#!/bin/sh\necho start >>${counter}\n${before}\nexec /usr/bin/qemu-system-x86_64 "$@"\n`);
  await chmod(emulator, 0o755);
}

async function starts(): Promise<number> {
  const text = await readFile(counter, 'utf8').catch(() => '');
  return text.split('\n').length - 1;
}

const cacheFile = async () => {
  const names = await readdir(cacheDirectory);
  expect(names.filter((name) => !name.endsWith('.json'))).toEqual([]);
  expect(names).toHaveLength(1);
  return join(cacheDirectory, names[0] ?? '');
};

test('two hundred callers of a cold cache start one emulator', async () => {
  const cache = createCapabilitiesCache({ directory: cacheDirectory });
  const all = await Promise.all(Array.from({ length: 200 }, () => cache.get(emulator)));
  expect(new Set(all).size).toBe(1);
  expect(await starts()).toBe(1);
  expect((await cacheFile()).includes('qemu-system-counting')).toBe(true);
});

test('callers without a cache in common share through the disk', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => probeCapabilities(emulator, { cacheDirectory })));
  expect(await starts()).toBe(1);
  for (const capabilities of all) expect(capabilities).toEqual(all[0]);
});

test('what a later process reads is what the first one learnt', async () => {
  const first = await createCapabilitiesCache({ directory: cacheDirectory }).get(emulator);
  const second = await createCapabilitiesCache({ directory: cacheDirectory }).get(emulator);
  expect(second).not.toBe(first);
  expect(second).toEqual(first);
  expect(await starts()).toBe(1);
});

test.each([
  ['cut off', (text: string) => text.slice(0, text.length / 2)],
  ['with a byte changed', (text: string) => text.replace('"maxCpus":', '"maxCpuz":')],
  ['without a line', (text: string) => text.slice(text.indexOf('\n') + 1)],
  ['empty', () => ''],
])('a file that is damaged (%s) is made anew', async (_, damage) => {
  const first = await probeCapabilities(emulator, { cacheDirectory });
  const path = await cacheFile();
  const text = await readFile(path, 'utf8');
  await writeFile(path, damage(text));
  expect(await probeCapabilities(emulator, { cacheDirectory })).toEqual(first);
  expect(await starts()).toBe(2);
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('a changed emulator is asked again, in memory and on disk', async () => {
  const cache = createCapabilitiesCache({ directory: cacheDirectory });
  await cache.get(emulator);
  await writeEmulator('# another one');
  await cache.get(emulator);
  expect(await starts()).toBe(2);
});

test('a lock that a dead process left behind is taken over', async () => {
  await probeCapabilities(emulator, { cacheDirectory });
  const path = await cacheFile();
  await rm(path);
  await writeFile(`${path}.lock`, '4194999');
  await probeCapabilities(emulator, { cacheDirectory });
  await cacheFile();
});

test('so is one that is older than any probe', async () => {
  await probeCapabilities(emulator, { cacheDirectory });
  const path = await cacheFile();
  await rm(path);
  await writeFile(`${path}.lock`, String(process.pid));
  await utimes(`${path}.lock`, 1, 1);
  await probeCapabilities(emulator, { cacheDirectory });
  await cacheFile();
});

test('a directory that cannot be written to costs the cache, not the answer', async () => {
  await writeFile(cacheDirectory, 'in the way');
  const capabilities = await probeCapabilities(emulator, { cacheDirectory: join(cacheDirectory, 'below') });
  expect(capabilities.arch).toBe('x86_64');
});

test('one caller’s abort leaves the others their probe', async () => {
  const cache = createCapabilitiesCache();
  const controller = new AbortController();
  const impatient = cache.get(emulator, { signal: controller.signal });
  const patient = cache.get(emulator);
  setTimeout(() => controller.abort(), 20);
  await expect(impatient).rejects.toMatchObject({ code: 'OPERATION_ABORTED' });
  expect((await patient).arch).toBe('x86_64');
  expect(await starts()).toBe(1);
});

test('a probe that nobody waits for any more is given up, and the next caller gets a new one', async () => {
  const cache = createCapabilitiesCache();
  const controller = new AbortController();
  const impatient = cache.get(emulator, { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await expect(impatient).rejects.toMatchObject({ code: 'OPERATION_ABORTED' });
  expect((await cache.get(emulator)).arch).toBe('x86_64');
  expect(await starts()).toBe(2);
});

test('a failure is told to all who waited, and not remembered', async () => {
  const cache = createCapabilitiesCache();
  await writeEmulator('test -e "$0.ready" || { echo "not yet" >&2; exit 1; }');
  const failures = await Promise.allSettled([cache.get(emulator), cache.get(emulator)]);
  expect(failures.map((one) => one.status)).toEqual(['rejected', 'rejected']);
  expect(await starts()).toBe(1);
  await writeFile(`${emulator}.ready`, '');
  expect((await cache.get(emulator)).arch).toBe('x86_64');
});
