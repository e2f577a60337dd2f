import { resolve } from 'node:path';
import { adoptDamaged } from './adopt-domain.js';
import { openQemuRoot, type QemuRoot } from './qemu-root.js';
import { releaseDomain } from './release-domain.js';
import type { RootSettings } from './root-settings.js';
import { untilAborted } from './state/until-aborted.js';
import { takeUpDomain } from './take-up-domain.js';

interface SharedRoot {
  readonly root: Promise<QemuRoot>;
  users: number;
  /** Ends what the root has under way, its opening included. */
  readonly closing: AbortController;
}

/** The root directories that one driver has open, each shared by the connections to it: a monitor takes one client only. */
export class SharedRoots {
  readonly #open = new Map<string, SharedRoot>();
  readonly #settings: RootSettings;

  constructor(settings: RootSettings) {
    this.#settings = settings;
  }

  /** Opens a root, or joins those who did. Every call that succeeds wants its `release`. */
  async acquire(directory: string, uri: string, signal: AbortSignal): Promise<QemuRoot> {
    const key = resolve(directory);
    const shared = this.#open.get(key) ?? this.#begin(key, uri);
    shared.users++;
    try {
      return await untilAborted(shared.root, signal);
    } catch (error) {
      await this.#leave(key, shared);
      throw error;
    }
  }

  /** Gives a root up; the last user lets the monitors go, for other processes to take up. */
  async release(root: QemuRoot): Promise<void> {
    const shared = this.#open.get(root.layout.root);
    if (shared !== undefined) await this.#leave(root.layout.root, shared);
  }

  #begin(key: string, uri: string): SharedRoot {
    const closing = new AbortController();
    const shared = { root: openAndTakeUp(key, uri, this.#settings, closing), users: 0, closing };
    this.#open.set(key, shared);
    return shared;
  }

  async #leave(key: string, shared: SharedRoot): Promise<void> {
    if (--shared.users > 0) return;
    if (this.#open.get(key) === shared) this.#open.delete(key);
    shared.closing.abort();
    const root = await shared.root.catch(() => undefined);
    await Promise.all(root?.domains.running().map((record) => releaseDomain(root, record)) ?? []);
  }
}

async function openAndTakeUp(
  directory: string,
  uri: string,
  settings: RootSettings,
  closing: AbortController,
): Promise<QemuRoot> {
  const { signal } = closing;
  const root = await openQemuRoot(directory, uri, settings, closing);
  await adoptDamaged(root, signal);
  // A domain that can't be taken up, because its emulator hangs or another process holds it, is no reason not to open.
  await Promise.allSettled(root.domains.running().map((record) => takeUpDomain(root, record, signal)));
  return root;
}
