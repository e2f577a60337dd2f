import { LIMITS } from '../message/limits.js';
import type { KeepaliveOptions } from './keepalive.js';

/** What a server grants. Whoever wants more is told so, or waits, or is disconnected; nobody else is harmed. */
export interface RpcServerLimits {
  /** Connections at a time; the next is told that there are too many. */
  readonly maxClients: number;
  /** The longest message of an admitted client, in bytes. */
  readonly maxMessageBytes: number;
  /** The longest message of a client that isn't admitted yet, in bytes. */
  readonly maxUnadmittedBytes: number;
  /** How long a client may take until it is admitted. */
  readonly admissionTimeoutMs: number;
  /** Calls of one client that are served at a time; calls of high priority may be as many again. */
  readonly maxRequests: number;
  /** Streams of one client at a time; the next is refused. */
  readonly maxStreams: number;
  /** The bytes that the requests of all clients may hold, arriving or being served. */
  readonly maxRequestBytes: number;
  /** The bytes that may wait for one client to read them. */
  readonly maxUnsentBytes: number;
  /** How to find out that a client is gone, once it has said that it answers. */
  readonly keepalive: KeepaliveOptions;
}

export const DEFAULT_LIMITS: RpcServerLimits = {
  maxClients: 5000,
  maxMessageBytes: LIMITS.message,
  maxUnadmittedBytes: 256 * 1024,
  admissionTimeoutMs: 60_000,
  maxRequests: 16,
  maxStreams: 256,
  maxRequestBytes: 256 * 1024 * 1024,
  maxUnsentBytes: 64 * 1024 * 1024,
  keepalive: { intervalMs: 5000, count: 5 },
};

/** Below this many bytes a client's requests are never held against it. */
const MODEST_BYTES = 256 * 1024;

/** The bytes that the requests of all clients hold. */
export class RequestBudget {
  readonly #limit: number;
  #used = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Counts a change of a client that then holds `ownBytes`; whether that is within the budget. */
  change(bytes: number, ownBytes: number): boolean {
    this.#used += bytes;
    return this.#used <= this.#limit || ownBytes <= MODEST_BYTES;
  }
}
