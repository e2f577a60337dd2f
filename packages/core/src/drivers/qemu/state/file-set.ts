import type { BigIntStats } from 'node:fs';
import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isUnfinishedWrite } from './atomic-file.js';

/** What a rescan found of one file: its text, or that it has gone. */
export type FileChange =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly text: undefined };

/** More than the kernel's clock takes to move on: two writes closer than that may leave a directory the same time. */
const TICK_NS = 20_000_000n;

const isOlderThanTick = (stamp: bigint): boolean => BigInt(Date.now()) * 1_000_000n - stamp > TICK_NS;

const stampOf = ({ ino, mtimeNs, size }: BigIntStats): string => `${ino}.${mtimeNs}.${size}`;

/** The files `NAME.SUFFIX` of a directory that other processes write, too: tells which of them changed since last asked. */
export class FileSet {
  readonly #directory: string;
  readonly #suffix: string;
  readonly #stamps = new Map<string, string>();
  #directoryStamp: bigint | undefined;
  /** Whether the directory was last looked at later than any write of that time can have been. */
  #isSettled = false;

  /** @param suffix with its dot: `.xml` */
  constructor(directory: string, suffix: string) {
    this.#directory = directory;
    this.#suffix = suffix;
  }

  pathOf(name: string): string {
    return join(this.#directory, `${name}${this.#suffix}`);
  }

  /**
   * Nothing but one stat(2) if nothing changed: every write renames a file into the directory, which moves its time. A second
   * write in the same tick of the clock may be seen only when the tick is over.
   */
  async changes(): Promise<readonly FileChange[]> {
    const stamp = statSync(this.#directory, { bigint: true }).mtimeNs;
    const isOver = isOlderThanTick(stamp);
    if (stamp === this.#directoryStamp && (this.#isSettled || !isOver)) return [];
    const entries = await readdir(this.#directory);
    const names = new Set(
      entries.filter((entry) => this.#belongs(entry)).map((entry) => entry.slice(0, -this.#suffix.length)),
    );
    const changed: FileChange[] = [];
    for (const name of this.#stamps.keys()) if (!names.has(name)) changed.push({ name, text: undefined });
    for (const name of names) {
      const change = await this.#read(name);
      if (change !== undefined) changed.push(change);
    }
    for (const { name, text } of changed) if (text === undefined) this.#stamps.delete(name);
    this.#directoryStamp = stamp;
    this.#isSettled = isOver;
    return changed;
  }

  /**
   * Takes note of a file that this process has just written or removed, so that it needn't look at all others for what it
   * knows. Only for who has looked at the changes while nobody else may write here, and still holds others off.
   */
  noteOwnChange(name: string): void {
    const stats = statSync(this.pathOf(name), { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) this.#stamps.delete(name);
    else this.#stamps.set(name, stampOf(stats));
    this.#directoryStamp = statSync(this.#directory, { bigint: true }).mtimeNs;
    this.#isSettled = false;
  }

  #belongs(entry: string): boolean {
    return entry.endsWith(this.#suffix) && !isUnfinishedWrite(entry);
  }

  async #read(name: string): Promise<FileChange | undefined> {
    const path = this.pathOf(name);
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return this.#stamps.has(name) ? { name, text: undefined } : undefined;
    if (this.#stamps.get(name) === stampOf(stats)) return undefined;
    // What can't be read is passed over, and looked at again when it changes: it must not take all others with it.
    const text = await readFile(path, 'utf8').catch(() => undefined);
    this.#stamps.set(name, stampOf(stats));
    return text === undefined ? undefined : { name, text };
  }
}
