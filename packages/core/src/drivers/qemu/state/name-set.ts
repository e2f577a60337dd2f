import { readdirSync, statSync } from 'node:fs';

/** The names `NAME.SUFFIX` in a directory that other processes write, too, as they were when last asked for. */
export class NameSet {
  readonly #directory: string;
  readonly #suffix: string;
  #names: ReadonlySet<string> = new Set();
  #directoryStamp: bigint | undefined;

  /** @param suffix with its dot: `.xml` */
  constructor(directory: string, suffix: string) {
    this.#directory = directory;
    this.#suffix = suffix;
  }

  /** Takes up what changed; nothing but one stat(2) if nothing did. */
  refresh(): void {
    const stamp = statSync(this.#directory, { bigint: true }).mtimeNs;
    if (stamp === this.#directoryStamp) return;
    const entries = readdirSync(this.#directory).filter((entry) => entry.endsWith(this.#suffix));
    this.#names = new Set(entries.map((entry) => entry.slice(0, -this.#suffix.length)));
    this.#directoryStamp = stamp;
  }

  /** Makes the next refresh look, however soon it comes after a change: directories' times have grain. */
  invalidate(): void {
    this.#directoryStamp = undefined;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }
}
