import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isUnfinishedWrite } from './atomic-file.js';
import { DirectoryWatch } from './directory-watch.js';

/** What became of a file since last asked: it is new or another one, or it has gone. */
export interface FileChange {
  readonly name: string;
  readonly isThere: boolean;
}

const NOTHING: readonly FileChange[] = [];

/** The files `NAME.SUFFIX` of a directory that other processes write, too: tells which of them changed since last asked. */
export class FileSet {
  readonly #directory: string;
  readonly #suffix: string;
  readonly #watch: DirectoryWatch;
  /** What tells a file from one that replaced it, by its name. */
  readonly #stamps = new Map<string, string>();

  /** @param suffix with its dot: `.xml` */
  constructor(directory: string, suffix: string) {
    this.#directory = directory;
    this.#suffix = suffix;
    this.#watch = new DirectoryWatch(directory);
  }

  pathOf(name: string): string {
    return join(this.#directory, `${name}${this.#suffix}`);
  }

  /** What has gone comes first: its name may be another's by now. One stat(2) if nothing changed; every write is a rename. */
  changes(): readonly FileChange[] {
    return this.#watch.ifMoved(() => this.#look()) ?? NOTHING;
  }

  /** Takes note of a file that this process has just written or removed, as {@link DirectoryWatch.noteOwnChange} does. */
  noteOwnChange(name: string): void {
    const stamp = this.#stampOf(name);
    if (stamp === undefined) this.#stamps.delete(name);
    else this.#stamps.set(name, stamp);
    this.#watch.noteOwnChange();
  }

  #look(): FileChange[] {
    const gone = new Set(this.#stamps.keys());
    const changed: FileChange[] = [];
    for (const entry of readdirSync(this.#directory)) {
      if (!entry.endsWith(this.#suffix) || isUnfinishedWrite(entry)) continue;
      const name = entry.slice(0, -this.#suffix.length);
      const stamp = this.#stampOf(name);
      if (stamp === undefined) continue;
      gone.delete(name);
      if (this.#stamps.get(name) === stamp) continue;
      this.#stamps.set(name, stamp);
      changed.push({ name, isThere: true });
    }
    for (const name of gone) this.#stamps.delete(name);
    return [...[...gone].map((name) => ({ name, isThere: false })), ...changed];
  }

  #stampOf(name: string): string | undefined {
    const stats = statSync(this.pathOf(name), { bigint: true, throwIfNoEntry: false });
    return stats && `${stats.ino}.${stats.mtimeNs}.${stats.size}`;
  }
}
