import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { interpretProbe } from '../probe/interpret-probe.js';
import { hasFlag } from '../questions.js';
import { recordProbe } from './record-probe.js';

const QEMU = '/usr/bin/qemu-system-x86_64';
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-probe-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function script(name: string, text: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
  return path;
}

async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status !== '' && !/\) Z /.test(status);
}

test('a real emulator tells what it can do', async () => {
  const recording = await recordProbe(QEMU, { kvm: false });
  const capabilities = interpretProbe(recording);
  expect(capabilities.arch).toBe('x86_64');
  expect(capabilities.version).toBeGreaterThanOrEqual(6_002_000);
  expect(hasFlag(capabilities, 'virtio-net')).toBe(true);
  const [tcg] = capabilities.accelerators;
  expect(tcg?.name).toBe('tcg');
  expect(tcg?.machines[0]?.alias).toBe('pc');
  expect(tcg?.hostCpu?.name).toBe('base');
  expect(tcg?.cpuModels.some((model) => model.name === 'qemu64')).toBe(true);
});

test('a binary that is missing or no program is refused in libvirt’s words', async () => {
  await expect(recordProbe('/nonexistent')).rejects.toMatchObject({
    code: 'SYSTEM_ERROR',
    message: 'Cannot check QEMU binary /nonexistent: No such file or directory',
  });
  await expect(recordProbe(directory)).rejects.toMatchObject({
    message: `QEMU binary ${directory} is not executable: Is a directory`,
  });
  const text = join(directory, 'text');
  await writeFile(text, 'no program');
  await expect(recordProbe(text)).rejects.toMatchObject({
    message: `QEMU binary ${text} is not executable: Permission denied`,
  });
});

test('an emulator that dies leaves its last words in the error', async () => {
  const binary = await script('dies', 'echo "no firmware to be found" >&2; exit 3');
  await expect(recordProbe(binary)).rejects.toMatchObject({
    code: 'INTERNAL_ERROR',
    message: `internal error: Failed to start QEMU binary ${binary} for probing: no firmware to be found`,
  });
});

test('a program that speaks no QMP is told apart, and what it started is gone with it', async () => {
  const child = join(directory, 'child');
  const binary = await script('rubbish', `sleep 60 & echo $! >${child}; echo nonsense >&3; wait`);
  await expect(recordProbe(binary)).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
  const pid = Number(await readFile(child, 'utf8'));
  expect(pid).toBeGreaterThan(1);
  await expect.poll(() => isRunning(pid)).toBe(false);
});

test('an emulator that hangs is given up, with its last words', async () => {
  const binary = await script('hangs', 'echo "waiting for Godot" >&2; exec sleep 60');
  await expect(recordProbe(binary, { timeoutMs: 300 })).rejects.toMatchObject({
    code: 'OPERATION_TIMEOUT',
    detail: `QEMU binary ${binary} did not answer its probe within 300 ms: waiting for Godot`,
  });
});

test('an aborted probe says so, also when aborted before it began', async () => {
  const controller = new AbortController();
  const probe = recordProbe(QEMU, { signal: controller.signal });
  setTimeout(() => controller.abort(), 30);
  await expect(probe).rejects.toMatchObject({ code: 'OPERATION_ABORTED' });
  await expect(recordProbe(QEMU, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'OPERATION_ABORTED' });
});
