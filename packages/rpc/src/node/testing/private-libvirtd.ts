import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The account that a private libvirtd runs under when the test is root: root's would be the system's own instance. */
const NOBODY = 65_534;

/** A libvirtd of this test alone. */
export interface PrivateLibvirtd extends AsyncDisposable {
  /** Its unix socket. */
  readonly path: string;
}

/** Starts the installed libvirtd in session mode, with all its directories in a temporary one. */
export async function startPrivateLibvirtd(): Promise<PrivateLibvirtd> {
  const base = await mkdtemp(join(tmpdir(), 'virtkit-rpc-'));
  const [run, config, cache, data] = ['run', 'config', 'cache', 'data'].map((name) => join(base, name));
  const directories = [base, ...[run, config, cache, data].map(String), `${run}/libvirt`, `${config}/libvirt`];
  for (const directory of directories) await mkdir(directory, { recursive: true });
  await writeFile(`${config}/libvirt/libvirtd.conf`, 'log_level = 4\nmax_client_requests = 64\n');
  await writeFile(`${config}/libvirt/qemu.conf`, 'stdio_handler = "file"\n');
  const isRoot = process.getuid?.() === 0;
  if (isRoot) for (const directory of directories) await chown(directory, NOBODY, NOBODY);
  const child = spawn('libvirtd', ['--timeout', '60'], {
    cwd: base,
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: base,
      XDG_RUNTIME_DIR: run,
      XDG_CONFIG_HOME: config,
      XDG_CACHE_HOME: cache,
      XDG_DATA_HOME: data,
    },
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const ended = once(child, 'close');
  const path = `${run}/libvirt/libvirt-sock`;
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(base, { recursive: true, force: true });
  };
  for (let attempt = 0; !(await answers(path)); attempt += 1) {
    if (attempt > 400 || child.exitCode !== null) {
      await stop();
      throw new Error('libvirtd does not answer');
    }
    await delay(25);
  }
  return { path, [Symbol.asyncDispose]: stop };
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
