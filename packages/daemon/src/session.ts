import { type Connection, connect } from '@virtkit/core';
import type { Driver } from '@virtkit/core/driver';
import { VirtError } from '@virtkit/errors';
import { type ProcedureArguments, type ProcedureName, type ProcedureResult, procedures } from '@virtkit/rpc';
import type { RpcCallContext, RpcSession, ServerConnection } from '@virtkit/rpc/node';
import { isDaemonFeature } from './features.js';
import { pumpStream } from './pump-stream.js';

/** virConnectFlags: the client wants to read only. */
const CONNECT_RO = 1;

export interface SessionSettings {
  readonly drivers: readonly Driver[];
  /** What an open without a URI means. */
  readonly uri: string;
}

/** The procedures that are about the connection between client and daemon; all others are the driver's. */
type OwnAnswers = {
  readonly [P in ProcedureName]?: (args: ProcedureArguments<P>, context: RpcCallContext) => Promise<ProcedureResult<P>>;
};

/** Serves one client: each call becomes a call of the public API, by its name alone. */
export class Session implements RpcSession {
  readonly #client: ServerConnection;
  readonly #settings: SessionSettings;
  #connection: Connection | undefined;
  readonly #own: OwnAnswers = {
    connectOpen: ({ name, flags }, { signal }) => this.#open(name, flags, signal),
    connectClose: () => this.#close(),
    connectSupportsFeature: ({ feature }) => this.#supportsFeature(feature),
    connectRegisterCloseCallback: async () => {},
    connectUnregisterCloseCallback: async () => {},
  };

  constructor(client: ServerConnection, settings: SessionSettings) {
    this.#client = client;
    this.#settings = settings;
  }

  async dispatch<P extends ProcedureName>(
    name: P,
    args: ProcedureArguments<P>,
    context: RpcCallContext,
  ): Promise<ProcedureResult<P>> {
    const own = this.#own[name];
    if (own !== undefined) return own(args, context);
    const connection = this.#connection;
    if (connection === undefined) throw new VirtError('INTERNAL_ERROR', 'connection not open', { domain: 'RPC' });
    const { signal, serveStream } = context;
    const { traits } = procedures[name];
    if (!traits.has('readStream') && !traits.has('writeStream')) return connection.call(name, args, { signal });
    const { result, stream } = await connection.openStream(name, args, { signal });
    serveStream((client) => pumpStream(client, stream));
    return result;
  }

  closed(): void {
    // The client has gone: there is nobody left to tell.
    this.#close().catch(() => {});
  }

  async #open(name: string | undefined, flags: number, signal: AbortSignal): Promise<void> {
    if (this.#connection !== undefined)
      throw new VirtError('INTERNAL_ERROR', 'connection already open', { domain: 'RPC' });
    const { drivers, uri } = this.#settings;
    const readOnly = this.#client.readOnly || (flags & CONNECT_RO) !== 0;
    const connection = await connect(name || uri, { drivers, readOnly, signal });
    connection.onEvent((event, body) => this.#client.emit(event, body));
    this.#connection = connection;
    this.#client.admit();
  }

  async #close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.close();
  }

  async #supportsFeature(feature: number): Promise<{ supported: boolean }> {
    if (isDaemonFeature(feature)) return { supported: true };
    if (!this.#connection?.supports('connectSupportsFeature')) return { supported: false };
    return this.#connection.call('connectSupportsFeature', { feature });
  }
}
