import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/** A QEMU of a test's own, with its human monitor and its QMP monitor on sockets. Ends with its scope. */
export interface TestQemu extends AsyncDisposable {
  readonly child: ChildProcess;
  /** For the test's files; removed at the end. */
  readonly directory: string;
  readonly monitorPath: string;
  readonly qmpPath: string;
}

/** Starts the installed QEMU, paused, with `args` (given the directory for its files) added. */
export async function startQemu(args: (directory: string) => readonly string[] = () => []): Promise<TestQemu> {
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-hmp-'));
  const monitorPath = join(directory, 'monitor');
  const qmpPath = join(directory, 'qmp');
  const common = ['-S', '-display', 'none', '-nodefaults', '-m', '32'];
  // A socket's file is there a moment before it listens; the files come in order, so the last one tells of the others.
  const readyPath = join(directory, 'ready');
  const ready = ['-chardev', `socket,id=ready,path=${readyPath},server=on,wait=off`];
  const monitors = ['-monitor', `unix:${monitorPath},server=on,wait=off`, '-qmp', `unix:${qmpPath},server=on,wait=off`];
  const child = spawn('qemu-system-x86_64', [...common, ...monitors, ...ready, ...args(directory)], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk) => {
    lastWords += chunk;
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(directory, { recursive: true, force: true });
  };
  while (!existsSync(readyPath)) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`QEMU ended at start: ${lastWords}`);
    }
    await sleep(POLL_MS);
  }
  return { child, directory, monitorPath, qmpPath, [Symbol.asyncDispose]: stop };
}
