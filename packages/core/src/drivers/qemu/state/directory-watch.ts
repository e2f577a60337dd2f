import { statSync, utimesSync } from 'node:fs';

/** More than the kernel's clock takes to move on: two writes closer than that may leave a directory the same time. */
const TICK_NS = 20_000_000n;

const isOlderThanTick = (stampNs: bigint): boolean => BigInt(Date.now()) * 1_000_000n - stampNs > TICK_NS;

/** Tells by its modification time whether a directory that other processes write, too, may have other entries than before. */
export class DirectoryWatch {
  readonly #directory: string;
  #stampNs: bigint | undefined;
  /** Whether the directory was last looked at later than any write of that time can have been. */
  #isSettled = false;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /**
   * What `look` returns, or undefined, after nothing but one stat(2), if nothing changed since it last did. A second write in
   * the same tick of the clock may be seen only when the tick is over.
   */
  ifMoved<T>(look: () => T): T | undefined {
    const stampNs = this.#currentStampNs();
    if (stampNs === this.#stampNs && (this.#isSettled || !isOlderThanTick(stampNs))) return undefined;
    const isSettled = isOlderThanTick(stampNs);
    const found = look();
    this.#stampNs = stampNs;
    this.#isSettled = isSettled;
    return found;
  }

  /**
   * Takes note of what this process has just changed, so that it needn't look for what it knows: gives the directory a time
   * that no write has, whose times are whole ticks. Only for who has looked while nobody else may write here, and still holds
   * others off.
   */
  noteOwnChange(): void {
    const seconds = (Date.now() + Math.random()) / 1000;
    try {
      utimesSync(this.#directory, seconds, seconds);
    } catch {
      // Who may write in a directory needn't own it; then there is a look more when the tick is over.
      this.#isSettled = false;
    }
    this.#stampNs = this.#currentStampNs();
  }

  /** A directory that isn't there has no time. */
  #currentStampNs(): bigint {
    return statSync(this.#directory, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n;
  }
}
