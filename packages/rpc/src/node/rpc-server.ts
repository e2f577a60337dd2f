import { chmod, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { VirtError } from '@virtkit/errors';
import { replyHeader } from '../lookup.js';
import type { Message } from '../message/message.js';
import { remoteError, toRemoteError } from '../message/remote-error.js';
import type { RpcSession } from './rpc-session.js';
import { ServerConnection } from './server-connection.js';
import { DEFAULT_LIMITS, RequestBudget, type RpcServerLimits } from './server-limits.js';
import { Wire } from './wire.js';

/** How long a client that is one too many may take to hear so. */
const REFUSAL_MS = 5000;
/** So many clients at a time are told that they are too many; more are only disconnected. */
const MAX_REFUSALS = 100;

/** So many clients may knock at once; the kernel may grant less. */
const BACKLOG = 4096;

export interface RpcServerSettings {
  /** Gives a new connection what serves it. */
  serve(connection: ServerConnection): RpcSession;
  /** What differs from {@link DEFAULT_LIMITS}. */
  readonly limits?: Partial<RpcServerLimits> | undefined;
}

/** Where a server listens: a unix socket with its permissions (default 0o600), or a TCP port. */
export type ListenTarget = (
  | { readonly path: string; readonly mode?: number | undefined }
  | { readonly host: string; readonly port: number }
) & {
  /** Whether who comes this way may only read. Default false. */
  readonly readOnly?: boolean | undefined;
};

/** Serves libvirt's protocol. Listen on as many sockets as wanted, or hand in connections by {@link RpcServer.accept}. */
export class RpcServer implements AsyncDisposable {
  readonly #settings: RpcServerSettings;
  readonly #limits: RpcServerLimits;
  readonly #budget: RequestBudget;
  readonly #listeners = new Set<Server>();
  readonly #connections = new Set<ServerConnection>();
  readonly #refusals = new Set<Wire>();
  #nextId = 1;

  constructor(settings: RpcServerSettings) {
    this.#settings = settings;
    this.#limits = { ...DEFAULT_LIMITS, ...settings.limits };
    this.#budget = new RequestBudget(this.#limits.maxRequestBytes);
  }

  /** How many clients are connected. */
  get connectionCount(): number {
    return this.#connections.size;
  }

  /**
   * Listens, and returns the port (0 for a unix socket). A unix socket that a server left behind is replaced.
   * @throws VirtError SYSTEM_ERROR when the address is taken or forbidden.
   */
  async listen(target: ListenTarget): Promise<number> {
    const server = createServer((socket) => {
      socket.setNoDelay(true);
      this.accept(socket, target.readOnly ?? false);
    });
    const where = 'path' in target ? target.path : `${target.host}:${target.port}`;
    try {
      if ('path' in target && (await isAbandoned(target.path))) await rm(target.path, { force: true });
      await listening(server, target);
      if ('path' in target && target.mode !== undefined) await chmod(target.path, target.mode);
    } catch (cause) {
      server.close();
      const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
      const why = isTaken ? 'another process does' : cause instanceof Error ? cause.message : cause;
      const detail = `cannot listen on ${where}: ${why}`;
      throw new VirtError('SYSTEM_ERROR', detail, { domain: 'RPC', cause });
    }
    this.#listeners.add(server);
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Serves a client whose bytes come by `stream`. */
  accept(stream: Duplex, readOnly = false): void {
    if (this.#connections.size >= this.#limits.maxClients) {
      this.#refuse(stream);
      return;
    }
    const connection: ServerConnection = new ServerConnection(stream, {
      id: this.#nextId,
      readOnly,
      limits: this.#limits,
      budget: this.#budget,
      serve: (each) => this.#settings.serve(each),
      closed: () => this.#connections.delete(connection),
    });
    this.#nextId += 1;
    this.#connections.add(connection);
  }

  /** Stops listening and disconnects everybody; what was sent before still leaves. */
  async close(): Promise<void> {
    const closed = [...this.#listeners].map((server) => new Promise((resolve) => server.close(resolve)));
    for (const connection of this.#connections) connection.close();
    for (const wire of this.#refusals) wire.close();
    this.#listeners.clear();
    await Promise.all(closed);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Answers a client's first call with a word on why it can't be served. */
  #refuse(stream: Duplex): void {
    if (this.#refusals.size >= MAX_REFUSALS) {
      stream.on('error', () => undefined).destroy();
      return;
    }
    const error = new VirtError('OPERATION_FAILED', `too many clients: ${this.#limits.maxClients}`, { domain: 'RPC' });
    const received = (message: Message): void => {
      wire.send(replyHeader(message, 'error'), remoteError, toRemoteError(error));
      wire.close();
    };
    const timer = setTimeout(() => wire.destroy(), REFUSAL_MS).unref();
    const closed = (): void => {
      clearTimeout(timer);
      this.#refusals.delete(wire);
    };
    const wire = new Wire(stream, { received, closed }, { maxMessageBytes: this.#limits.maxUnadmittedBytes });
    this.#refusals.add(wire);
  }
}

function listening(server: Server, target: ListenTarget): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const done = (): void => {
      server.off('error', reject);
      resolve();
    };
    if (!('path' in target)) {
      server.listen({ host: target.host, port: target.port, backlog: BACKLOG }, done);
      return;
    }
    // Node binds a unix socket at once, so that nobody else finds it open meanwhile.
    const mask = process.umask(0o177);
    server.listen({ path: target.path, backlog: BACKLOG }, done);
    process.umask(mask);
  });
}

/** Whether a unix socket is there that nobody listens on any more. */
function isAbandoned(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.on('error', (error) => resolve('code' in error && error.code === 'ECONNREFUSED'));
  });
}
