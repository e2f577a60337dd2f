import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';
import { afterAll, beforeAll, expect, test } from 'vitest';

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-killed-'));
  await build({
    entry: [fileURLToPath(new URL('./record-probe.ts', import.meta.url))],
    outDir: directory,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    noExternal: [/@virtkit/],
    esbuildOptions: (options) => {
      options.conditions = ['@virtkit/source'];
    },
    config: false,
    silent: true,
  });
  await writeFile(
    join(directory, 'caller.mjs'),
    `import { recordProbe } from './record-probe.mjs';
    for (;;) await recordProbe(process.argv[2], { kvm: false });`,
  );
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Processes whose command line begins with the path. */
async function processesOf(path: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_, index) => lines[index]?.startsWith(`${path}\0`));
}

async function killInTheMiddle(caller: ChildProcess, emulator: string, afterMs: number): Promise<boolean> {
  const exited = new Promise((resolve) => caller.once('exit', resolve));
  while ((await processesOf(emulator)).length === 0) await sleep(1);
  await sleep(afterMs);
  caller.kill('SIGSTOP');
  const wasThere = (await processesOf(emulator)).length > 0;
  caller.kill('SIGKILL');
  await exited;
  return wasThere;
}

test('no emulator outlives a caller that is killed in the middle of a probe', async () => {
  const emulator = join(directory, 'qemu-system-x86_64');
  await symlink('/usr/bin/qemu-system-x86_64', emulator);
  let killedWithEmulator = 0;
  for (const afterMs of [0, 3, 10, 30, 50, 80, 120]) {
    const caller = spawn(process.execPath, [join(directory, 'caller.mjs'), emulator], { stdio: 'ignore' });
    if (await killInTheMiddle(caller, emulator, afterMs)) killedWithEmulator += 1;
    await expect.poll(() => processesOf(emulator), { timeout: 5_000 }).toEqual([]);
  }
  expect(killedWithEmulator).toBeGreaterThan(0);
});

test('nor does one that hangs', async () => {
  const emulator = join(directory, 'hangs');
  await symlink('/bin/sleep', emulator);
  const script = join(directory, 'script');
  await writeFile(script, `#!/bin/sh\ntrap '' TERM HUP INT\nexec ${emulator} 60\n`, { mode: 0o755 });
  const caller = spawn(process.execPath, [join(directory, 'caller.mjs'), script], { stdio: 'ignore' });
  expect(await killInTheMiddle(caller, emulator, 20)).toBe(true);
  await expect.poll(() => processesOf(emulator), { timeout: 5_000 }).toEqual([]);
});
