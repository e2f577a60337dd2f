import { VirtError } from '@virtkit/errors';

/** How to find out that a silent peer is gone. */
export interface KeepaliveOptions {
  /** How long a peer may be silent before it is asked for a sign of life. */
  readonly intervalMs: number;
  /** How often it is asked in vain before it counts as gone. */
  readonly count: number;
}

/** What a {@link Keepalive} needs of its wire. */
export interface KeepaliveWire {
  ping(): void;
  /** Whether something that the peer sends would be read. */
  isWaiting(): boolean;
  expired(error: VirtError): void;
}

/** Asks a silent peer for signs of life, and gives it up after so many in vain. */
export class Keepalive {
  readonly #timer: NodeJS.Timeout;
  #asked = 0;
  #wasHeard = true;

  constructor({ intervalMs, count }: KeepaliveOptions, wire: KeepaliveWire) {
    this.#timer = setInterval(() => {
      if (this.#wasHeard || !wire.isWaiting()) this.#asked = 0;
      this.#wasHeard = false;
      if (this.#asked >= count) {
        const detail = 'connection closed due to keepalive timeout';
        return wire.expired(new VirtError('INTERNAL_ERROR', detail, { domain: 'RPC' }));
      }
      this.#asked += 1;
      wire.ping();
    }, intervalMs);
    this.#timer.unref();
  }

  /** The peer sent something. */
  heard(): void {
    this.#wasHeard = true;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
