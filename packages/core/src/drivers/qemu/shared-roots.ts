import { resolve } from 'node:path';
import { adoptDamaged } from './adopt-domain.js';
import { autostartDomains } from './autostart.js';
import { openQemuRoot, type QemuRoot } from './qemu-root.js';
import { releaseDomain } from './release-domain.js';
import type { RootSettings } from './root-settings.js';
import { takeUpDomain } from './take-up-domain.js';

interface SharedRoot {
  readonly root: Promise<QemuRoot>;
  users: number;
}

/** The root directories that one driver has open, each shared by the connections to it: a monitor takes one client only. */
export class SharedRoots {
  readonly #open = new Map<string, SharedRoot>();
  readonly #settings: RootSettings;

  constructor(settings: RootSettings) {
    this.#settings = settings;
  }

  /** Opens a root, or joins those who did. Every call wants its `release`. */
  async acquire(directory: string, uri: string, signal: AbortSignal): Promise<QemuRoot> {
    const key = resolve(directory);
    let shared = this.#open.get(key);
    if (shared === undefined) {
      shared = { root: openAndTakeUp(key, uri, this.#settings, signal), users: 0 };
      this.#open.set(key, shared);
    }
    shared.users++;
    try {
      return await shared.root;
    } catch (error) {
      this.#open.delete(key);
      throw error;
    }
  }

  /** Gives a root up; the last user lets the monitors go, for other processes to take up. */
  async release(root: QemuRoot): Promise<void> {
    const shared = this.#open.get(root.layout.root);
    if (shared === undefined || --shared.users > 0) return;
    this.#open.delete(root.layout.root);
    root.closing.abort();
    await Promise.all(root.domains.running().map((record) => releaseDomain(root, record)));
  }
}

async function openAndTakeUp(
  directory: string,
  uri: string,
  settings: RootSettings,
  signal: AbortSignal,
): Promise<QemuRoot> {
  const root = await openQemuRoot(directory, uri, settings, signal);
  await adoptDamaged(root, signal);
  // A domain that can't be taken up, because its emulator hangs or another process holds it, is no reason not to open.
  await Promise.allSettled(root.domains.running().map((record) => takeUpDomain(root, record, signal)));
  await autostartDomains(root, signal);
  return root;
}
