import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HostFacts } from '../host-facts.js';
import { cacheKeyOf, isCurrent, isSameKey } from './cache-key.js';

const host: HostFacts = { microcodeVersion: 1, cpuSignature: 'x', kernelVersion: '6.1', kvmUsable: false };
let directory = '';
let binary = '';
let modules = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-key-'));
  binary = join(directory, 'qemu');
  modules = join(directory, 'modules');
  await writeFile(binary, '');
  await mkdir(modules);
  vi.stubEnv('QEMU_MODULE_DIR', modules);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true, force: true });
});

test('the key of an emulator that nobody touches stays', async () => {
  const key = cacheKeyOf(binary, host);
  expect(isCurrent(key)).toBe(true);
  expect(isSameKey(key, cacheKeyOf(binary, host))).toBe(true);
});

test('another binary, other modules and a vanished binary are noticed', async () => {
  const key = cacheKeyOf(binary, host);
  await utimes(modules, 1, 1);
  expect(isCurrent(key)).toBe(false);
  const later = cacheKeyOf(binary, host);
  expect(isSameKey(key, later)).toBe(false);
  await rm(binary);
  expect(isCurrent(later)).toBe(false);
});

test.each<[string, Partial<HostFacts>]>([
  ['microcode', { microcodeVersion: 2 }],
  ['CPU', { cpuSignature: 'y' }],
  ['kernel', { kernelVersion: '6.2' }],
  ['KVM', { kvmUsable: true }],
  ['nesting', { kvmNesting: true }],
])('another %s is another key', async (_, change) => {
  const key = cacheKeyOf(binary, host);
  expect(isSameKey(key, cacheKeyOf(binary, { ...host, ...change }))).toBe(false);
});

test('so is another environment', async () => {
  const key = cacheKeyOf(binary, host);
  vi.stubEnv('LD_LIBRARY_PATH', '/opt/lib');
  expect(isSameKey(key, cacheKeyOf(binary, host))).toBe(false);
});
