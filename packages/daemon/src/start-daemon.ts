import type { Driver } from '@virtkit/core/driver';
import { RpcServer, type RpcServerLimits } from '@virtkit/rpc/node';
import { Session } from './session.js';

export interface DaemonSettings {
  /** Where to listen: path of a unix socket, for its owner alone. */
  readonly socket: string;
  readonly drivers: readonly Driver[];
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
export async function startDaemon({ socket, drivers, uri, limits }: DaemonSettings): Promise<Daemon> {
  const server = new RpcServer({ serve: (client) => new Session(client, { drivers, uri }), limits });
  await server.listen({ path: socket });
  return {
    get clientCount() {
      return server.connectionCount;
    },
    close: () => server.close(),
  };
}
