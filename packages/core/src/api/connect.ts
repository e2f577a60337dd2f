import type { Driver } from '../driver/contract.js';
import { openDriver, parseConnectionUri } from '../driver/open-driver.js';
import { defaultDrivers } from '../drivers/default-drivers.js';
import { Connection } from './connection.js';
import { EventRoutes } from './event-routes.js';

export interface ConnectOptions {
  /** Who may serve the URI, in this order; the test, the qemu and the remote driver unless told. */
  readonly drivers?: readonly Driver[];
  /** Refuses every operation that changes something. */
  readonly readOnly?: boolean;
  /** Gives up opening. A connection once open is ended by its `close`. */
  readonly signal?: AbortSignal;
}

/**
 * Opens a connection to whatever the URI names: `qemu:///embed?root=DIR`, `test:///default`, `qemu+ssh://host/system`.
 * @throws VirtError INVALID_ARG for what is no URI, NO_CONNECT if no driver serves it, or the driver's own error
 */
export async function connect(uri: string, options: ConnectOptions = {}): Promise<Connection> {
  const { drivers = defaultDrivers, readOnly = false, signal = new AbortController().signal } = options;
  const url = parseConnectionUri(uri);
  const routes = new EventRoutes();
  const ended = new AbortController();
  const opened = await openDriver(drivers, url, {
    signal,
    readOnly,
    deliver: routes.deliver,
    lost: (reason) => {
      ended.abort(reason);
      routes.end(reason);
    },
  });
  return new Connection({ uri: url, opened, readOnly, routes, ended });
}
