import { spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import { RpcClient } from '@virtkit/rpc/node';

/** After so long without clients and running domains the daemon ends. */
const IDLE_SECONDS = 30;
/** A daemon may take its time where many domains run. */
const START_TIMEOUT_MS = 30_000;
const POLL_MS = 20;

/** virtkit's own socket for everything on this host (`/system`) or this user's (`/session`). */
function ownSocket(uri: URL): string | undefined {
  if (uri.protocol !== 'qemu:' || uri.host !== '') return undefined;
  if (uri.pathname === '/system') return '/run/virtkit/virtkitd-sock';
  if (uri.pathname !== '/session') return undefined;
  const runtime = process.env.XDG_RUNTIME_DIR || join(homedir(), '.cache');
  return join(runtime, 'virtkit', 'virtkitd-sock');
}

type Command = readonly [program: string, ...words: string[]];

/** A daemon that was started; why it isn't there any more, once it isn't. */
interface StartedDaemon {
  failure: VirtError | undefined;
}

/** Starts a daemon that outlives us; its words go to a file beside the socket. */
async function startDaemon([program, ...words]: Command, socket: string): Promise<StartedDaemon> {
  await mkdir(dirname(socket), { recursive: true, mode: 0o700 });
  const started: StartedDaemon = { failure: undefined };
  const fail = (what: string, cause?: Error): void => {
    started.failure ??= new VirtError('NO_CONNECT', what, { domain: 'REMOTE', cause });
  };
  const log = await open(`${socket}.log`, 'a', 0o600);
  try {
    const child = spawn(program, [...words, '--socket', socket, '--timeout', String(IDLE_SECONDS)], {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    child.once('exit', (code) => fail(`${program} ended with status ${code}: see ${socket}.log`));
    child.once('error', (cause) => {
      fail(
        `cannot start ${program} (${cause.message}): install @virtkit/daemon, or set VIRTKITD to its program`,
        cause,
      );
    });
  } finally {
    await log.close();
  }
  return started;
}

/** Connects, unless nobody listens or who did is about to end. */
async function tryConnect(path: string, signal: AbortSignal): Promise<RpcClient | undefined> {
  try {
    return await RpcClient.connect({ path }, { signal });
  } catch (error) {
    if (VirtError.isInstance(error, 'SYSTEM_ERROR')) return undefined;
    throw error;
  }
}

/**
 * Connects to virtkit's own daemon for `qemu:///session`, starting it if none runs, and for `qemu:///system`, which isn't
 * ours to start. Two may start one at once: the daemon that finds the socket taken ends, and both are served by the other.
 * @returns undefined for any other URI
 * @throws VirtError NO_CONNECT if the daemon can't be started, SYSTEM_ERROR if nobody serves `qemu:///system`
 */
export async function connectOwnDaemon(
  uri: URL,
  daemonCommand: Command | undefined,
  signal: AbortSignal,
): Promise<RpcClient | undefined> {
  const path = ownSocket(uri);
  if (path === undefined) return undefined;
  if (uri.pathname !== '/session') return RpcClient.connect({ path }, { signal });
  const running = await tryConnect(path, signal);
  if (running !== undefined) return running;
  const named = process.env.VIRTKITD;
  const command: Command = named ? [named] : (daemonCommand ?? ['virtkitd']);
  const daemon = await startDaemon(command, path);
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    // Looked at before connecting: one that ended because another serves leaves us that other.
    const { failure } = daemon;
    const client = await tryConnect(path, signal);
    if (client !== undefined) return client;
    if (failure !== undefined) throw failure;
    if (performance.now() > deadline) {
      throw new VirtError('NO_CONNECT', `${command[0]} doesn't answer: see ${path}.log`, { domain: 'REMOTE' });
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}
