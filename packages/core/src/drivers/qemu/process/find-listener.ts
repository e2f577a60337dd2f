import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { boundName } from './listening-socket.js';
import { identifyProcess, type ProcessIdentity } from './process-identity.js';

/** The sockets bound to a name, as /proc/PID/fd shows them; `Num RefCount Protocol Flags Type St Inode Path` (proc(5), net/unix). */
async function socketsBoundTo(name: string): Promise<ReadonlySet<string>> {
  const lines = (await readFile('/proc/net/unix', 'utf8')).split('\n').filter((line) => line.endsWith(` ${name}`));
  return new Set(lines.map((line) => `socket:[${line.trim().split(/\s+/)[6]}]`));
}

async function holdsOne(pid: string, sockets: ReadonlySet<string>): Promise<boolean> {
  const directory = join('/proc', pid, 'fd');
  // Processes end meanwhile, and those of others can't be looked into.
  const descriptors = await readdir(directory).catch(() => []);
  for (const descriptor of descriptors) {
    if (sockets.has(await readlink(join(directory, descriptor)).catch(() => ''))) return true;
  }
  return false;
}

/** The process that listens at `path`, for which `listenForChild` made the socket, or undefined if none of ours does. */
export async function findListener(path: string): Promise<ProcessIdentity | undefined> {
  const sockets = await socketsBoundTo(boundName(path));
  if (sockets.size === 0) return undefined;
  for (const pid of await readdir('/proc')) {
    if (/^\d+$/.test(pid) && (await holdsOne(pid, sockets))) return identifyProcess(Number(pid));
  }
  return undefined;
}
