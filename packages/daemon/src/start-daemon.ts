import { qemuDriver, testDriver } from '@virtkit/core';
import type { Driver } from '@virtkit/core/driver';
import { RpcServer, type RpcServerLimits } from '@virtkit/rpc/node';
import { Session } from './session.js';

export interface DaemonSettings {
  /** Where to listen: path of a unix socket, for its owner alone. */
  readonly socket: string;
  /** What to serve; the test and the qemu driver unless told. */
  readonly drivers?: readonly Driver[] | undefined;
  /** What an open without a URI means. */
  readonly uri: string;
  /** What differs from the usual limits. */
  readonly limits?: Partial<RpcServerLimits> | undefined;
}

/** A daemon that serves. */
export interface Daemon {
  /** How many clients are connected. */
  readonly clientCount: number;
  /** Stops listening and disconnects everybody; domains go on. */
  close(): Promise<void>;
}

/** Serves drivers over libvirt's wire. @throws VirtError SYSTEM_ERROR if the socket can't be listened on */
export async function startDaemon(settings: DaemonSettings): Promise<Daemon> {
  const { socket, drivers = [testDriver(), qemuDriver()], uri, limits } = settings;
  const server = new RpcServer({ serve: (client) => new Session(client, { drivers, uri }), limits });
  await server.listen({ path: socket });
  return {
    get clientCount() {
      return server.connectionCount;
    },
    close: () => server.close(),
  };
}
