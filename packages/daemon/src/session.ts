import { type Connection, connect, InjectedFault } from '@virtkit/core';
import type { Driver } from '@virtkit/core/driver';
import { VirtError } from '@virtkit/errors';
import { type ProcedureArguments, type ProcedureName, type ProcedureResult, procedures } from '@virtkit/rpc';
import type { RpcCallContext, RpcSession, ServerConnection } from '@virtkit/rpc/node';
import { isDaemonFeature } from './features.js';
import { pumpStream } from './pump-stream.js';
import { traced } from './traced.js';

/** virConnectFlags: the client wants to read only. */
const CONNECT_RO = 1;
/** virConnectCloseReason: the connection broke. */
const CLOSE_REASON_ERROR = 0;

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
  #phase: 'new' | 'opening' | 'open' | 'closed' = 'new';
  #connection: Connection | undefined;
  #wantsClosed = false;
  readonly #own: OwnAnswers = {
    connectOpen: ({ name, flags }, { signal }) => this.#open(name, flags, signal),
    connectClose: () => this.#close(),
    connectSupportsFeature: ({ feature }) => this.#supportsFeature(feature),
    connectRegisterCloseCallback: async () => {
      this.#opened();
      this.#wantsClosed = true;
    },
    connectUnregisterCloseCallback: async () => {
      this.#opened();
      this.#wantsClosed = false;
    },
  };

  constructor(client: ServerConnection, settings: SessionSettings) {
    this.#client = client;
    this.#settings = settings;
  }

  dispatch<P extends ProcedureName>(
    name: P,
    args: ProcedureArguments<P>,
    context: RpcCallContext,
  ): Promise<ProcedureResult<P>> {
    return traced(name, context, () => this.#serve(name, args, context));
  }

  async #serve<P extends ProcedureName>(
    name: P,
    args: ProcedureArguments<P>,
    context: RpcCallContext,
  ): Promise<ProcedureResult<P>> {
    const own = this.#own[name];
    if (own !== undefined) return await own(args, context);
    const connection = this.#opened();
    const { traits } = procedures[name];
    const ways = { isRead: traits.has('readStream'), isWritten: traits.has('writeStream') };
    if (!ways.isRead && !ways.isWritten) return await connection.call(name, args);
    const { result, stream } = await connection.openStream(name, args);
    context.serveStream((client) => pumpStream(client, stream, ways));
    return result;
  }

  closed(): void {
    // The client has gone: there is nobody left to tell.
    this.#release().catch(() => {});
  }

  /** @throws VirtError for a call that comes before `connectOpen` has succeeded, or after `connectClose` */
  #opened(): Connection {
    if (this.#connection !== undefined) return this.#connection;
    throw new VirtError('INTERNAL_ERROR', 'connection not open', { domain: 'RPC' });
  }

  async #open(name: string | undefined, flags: number, signal: AbortSignal): Promise<void> {
    if (this.#phase !== 'new') throw new VirtError('INTERNAL_ERROR', 'connection already open', { domain: 'RPC' });
    this.#phase = 'opening';
    const { drivers, uri } = this.#settings;
    const readOnly = this.#client.readOnly || (flags & CONNECT_RO) !== 0;
    try {
      const connection = await connect(name || uri, { drivers, readOnly, signal });
      if (signal.aborted) await connection.close();
      signal.throwIfAborted();
      this.#adopt(connection);
    } catch (error) {
      this.#phase = 'new';
      throw error;
    }
  }

  #adopt(connection: Connection): void {
    this.#phase = 'open';
    this.#connection = connection;
    connection.onEvent((event, body) => this.#client.emit(event, body));
    void connection.lost.then((reason) => {
      // Who ordered a dropped connection means the client's.
      if (InjectedFault.isInstance(reason.cause)) this.#client.close();
      else if (this.#wantsClosed) this.#client.emit('connectEventConnectionClosed', { reason: CLOSE_REASON_ERROR });
    });
    this.#client.admit();
  }

  async #close(): Promise<void> {
    this.#opened();
    await this.#release();
    // As libvirtd does, once the reply has left: who has closed has no more to ask.
    setImmediate(() => this.#client.close());
  }

  async #release(): Promise<void> {
    const connection = this.#connection;
    this.#phase = 'closed';
    this.#connection = undefined;
    // A client may go, what it has asked for is finished all the same: a start is not undone because nobody hears of it.
    await connection?.settled();
    await connection?.close();
  }

  async #supportsFeature(feature: number): Promise<{ supported: boolean }> {
    if (isDaemonFeature(feature)) return { supported: true };
    if (!this.#connection?.supports('connectSupportsFeature')) return { supported: false };
    return this.#connection.call('connectSupportsFeature', { feature });
  }
}
