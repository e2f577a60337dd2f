import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What {@link startQemu} takes. */
export interface StartQemuSettings {
  /** The emulator. Default `qemu-system-x86_64`, from PATH. */
  readonly binary?: string | undefined;
  /** Further arguments, or what makes them of the QEMU's own directory. Default `['-machine', 'none']`. */
  readonly args?: readonly string[] | ((directory: string) => readonly string[]) | undefined;
  /** Whether the monitor prints over many lines. Default false. */
  readonly pretty?: boolean | undefined;
  /** How long the socket may take to appear. Default 20000. */
  readonly timeoutMs?: number | undefined;
}

/** A QEMU for a test, paused, without display and defaults. `await using` ends it. */
export interface TestQemu {
  /** Its monitor's socket. */
  readonly path: string;
  /** A directory of its own, removed at the end. */
  readonly directory: string;
  readonly process: ChildProcess;
  /** Kills it if need be, and removes its directory. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a QEMU with a monitor on a UNIX socket. Rejects where it ends before the socket is there. */
export async function startQemu(settings: StartQemuSettings = {}): Promise<TestQemu> {
  const { binary = 'qemu-system-x86_64', args = ['-machine', 'none'], pretty = false, timeoutMs = 20_000 } = settings;
  const directory = await mkdtemp(join(tmpdir(), 'qmp-'));
  const path = join(directory, 'monitor');
  const monitor = ['-chardev', `socket,id=monitor,path=${path},server=on,wait=off`];
  const mode = ['-mon', `chardev=monitor,mode=control${pretty ? ',pretty=on' : ''}`];
  const own = typeof args === 'function' ? args(directory) : args;
  const all = [...own, '-accel', 'tcg', '-display', 'none', '-nodefaults', '-S', ...monitor, ...mode];
  const child = spawn(binary, all, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = once(child, 'exit').catch((error: Error) => {
    said += error.message;
  });
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  for (const until = performance.now() + timeoutMs; !(await accepts(path)); await sleep(10)) {
    if (child.exitCode === null && child.pid !== undefined && performance.now() < until) continue;
    await stop();
    throw new Error(`${binary} did not open its monitor: ${said.trim()}`);
  }
  return { path, directory, process: child, stop, [Symbol.asyncDispose]: stop };
}

/** Whether somebody listens there: the file is there a moment before. */
async function accepts(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
