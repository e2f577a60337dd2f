import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Connection, connect, qemuDriver, testDriver, withDirectoryLock } from '@virtkit/core';
import type { Driver } from '@virtkit/core/driver';
import { RpcServer, type RpcServerLimits } from '@virtkit/rpc/node';
import { Session } from './session.js';

export interface DaemonSettings {
  /** Where to listen: path of a unix socket, for its owner alone. */
  readonly socket: string;
  /** What to serve; the test and the qemu driver unless told. */
  readonly drivers?: readonly Driver[] | undefined;
  /** What an open without a URI means. The daemon opens it, too, and keeps it open: its running domains are taken up at once. */
  readonly uri: string;
  /** What differs from the usual limits. */
  readonly limits?: Partial<RpcServerLimits> | undefined;
  /** Gives up starting. A daemon that serves is ended by its `close`. */
  readonly signal?: AbortSignal | undefined;
}

/** A daemon that serves. */
export interface Daemon {
  /** How many clients are connected. */
  readonly clientCount: number;
  /** Whether any domain runs at what the daemon itself has open. */
  hasActiveDomains(): Promise<boolean>;
  /** Stops listening and disconnects everybody; domains go on. */
  close(): Promise<void>;
}

/**
 * Serves drivers over libvirt's wire. A socket that a daemon left behind is replaced.
 * @throws VirtError SYSTEM_ERROR if the socket can't be listened on, because another daemon does, say; or what opening `uri` throws
 */
export async function startDaemon(settings: DaemonSettings): Promise<Daemon> {
  const {
    socket,
    drivers = [testDriver(), qemuDriver()],
    uri,
    limits,
    signal = new AbortController().signal,
  } = settings;
  const server = new RpcServer({ serve: (client) => new Session(client, { drivers, uri }), limits });
  await mkdir(dirname(socket), { recursive: true, mode: 0o700 });
  // Two that find the same abandoned socket would both replace it.
  await withDirectoryLock(dirname(socket), signal, () => server.listen({ path: socket }));
  let own: Connection;
  try {
    own = await connect(uri, { drivers, signal });
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    get clientCount() {
      return server.connectionCount;
    },
    hasActiveDomains: async () => {
      if (!own.supports('connectListAllDomains')) return false;
      return (await own.listAllDomains({ active: true })).length > 0;
    },
    close: async () => {
      await server.close();
      await own.close();
    },
  };
}
