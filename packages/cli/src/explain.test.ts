import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLine } from './testing/run-line.js';

let directory: string;
let file: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-explain-'));
  file = join(directory, 'web.xml');
  await writeFile(
    file,
    `<domain type='qemu'>
  <name>web</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
  </devices>
</domain>`,
  );
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('each argument stands above what it follows from', async () => {
  const { status, stdout } = await runLine(['explain', file]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^-name guest=web,debug-threads=on\n {4}\/name \(line 2, column \d+\)$/m);
  expect(stdout).toMatch(/^-S\n {4}rule: start stopped$/m);
});

test('an element leads to what became of it', async () => {
  const { stdout } = await runLine(['explain', file, '--element', '/devices/rngs/0']);
  const options = stdout.split('\n').filter((line) => line.startsWith('-'));
  expect(options.map((line) => line.split(' ')[0])).toEqual(['-object', '-device']);
});

test('a definition that is none is refused with its place', async () => {
  await writeFile(join(directory, 'bad.xml'), '<domain>\n  <name>x</nam>\n</domain>');
  const { status, stderr } = await runLine(['explain', join(directory, 'bad.xml')]);
  expect(status).toBe(1);
  expect(stderr).toContain('2');
});
