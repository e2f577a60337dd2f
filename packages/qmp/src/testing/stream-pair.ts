import { Duplex } from 'node:stream';

/** Two streams: what is written to one is read from the other, in the same turn. */
export function streamPair(): [Duplex, Duplex] {
  const left = new PairEnd();
  const right = new PairEnd();
  left.join(right);
  right.join(left);
  return [left, right];
}

class PairEnd extends Duplex {
  #peer: PairEnd | undefined;
  #isEnded = false;

  join(peer: PairEnd): void {
    this.#peer = peer;
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#peer?.receive(chunk);
    done();
  }

  override _final(done: () => void): void {
    this.#peer?.receive(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#peer?.receive(null);
    this.#peer = undefined;
    done(error);
  }

  /** Takes what the other end wrote; `null` is its end. */
  receive(chunk: Uint8Array | null): void {
    if (!this.destroyed && !this.readableEnded && !this.#isEnded) this.push(chunk);
    this.#isEnded ||= chunk === null;
  }
}
