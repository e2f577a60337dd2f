import { readFile } from 'node:fs/promises';
import { type DomainDefinition, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { createDomainRecord, type DomainRecord, isManagedHere } from './domain-record.js';
import { removeFileDurably, writeFileAtomically } from './state/atomic-file.js';
import { type DomainStatus, formatDomainStatus, parseDomainStatus } from './state/domain-status.js';
import { FileSet } from './state/file-set.js';
import type { Layout } from './state/layout.js';
import { NameSet } from './state/name-set.js';

/** How a driver function names a domain. */
export interface DomainReference {
  readonly name: string;
  readonly uuid: string;
}

/** A status file that can't be read any more, by the domain's name. */
export interface DamagedStatus {
  readonly name: string;
}

/**
 * The domains below one root: what this process did, and what others wrote there meanwhile. The files are the truth;
 * the records in memory follow them.
 */
export class DomainList {
  readonly #byName = new Map<string, DomainRecord>();
  readonly #byUuid = new Map<string, DomainRecord>();
  readonly #damaged = new Map<string, DamagedStatus>();
  /** The domains that start with the driver. */
  readonly autostarted: NameSet;
  readonly #definitions: FileSet;
  readonly #statuses: FileSet;
  #refreshing: Promise<void> | undefined;

  constructor(layout: Layout) {
    this.autostarted = new NameSet(layout.autostart, '.xml');
    this.#definitions = new FileSet(layout.definitions, '.xml');
    this.#statuses = new FileSet(layout.statuses, '.json');
  }

  /** Takes up what other processes changed. */
  async refresh(): Promise<void> {
    this.#refreshing ??= this.#readChanges().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  async #readChanges(): Promise<void> {
    this.autostarted.refresh();
    for (const { name, text } of await this.#definitions.changes()) {
      this.#applyPersistent(name, text === undefined ? undefined : this.#parse(name, text));
    }
    for (const { name, text } of await this.#statuses.changes()) {
      const status = text === undefined ? undefined : parseDomainStatus(text);
      if (text !== undefined && status === undefined) this.#damaged.set(name, { name });
      else this.#damaged.delete(name);
      this.#applyStatus(name, status);
    }
  }

  /** A definition that somebody damaged by hand is passed over, as libvirt does, rather than taking all others with it. */
  #parse(name: string, text: string): DomainDefinition | undefined {
    try {
      const { definition } = parseDomain(text);
      return definition.name === name && definition.uuid !== undefined ? definition : undefined;
    } catch (error) {
      if (VirtError.isInstance(error)) return undefined;
      throw error;
    }
  }

  #applyPersistent(name: string, definition: DomainDefinition | undefined): void {
    const known = this.#byName.get(name);
    if (definition?.uuid === undefined) {
      if (known !== undefined) delete known.persistent;
    } else {
      this.#recordFor(name, definition.uuid).persistent = definition;
    }
    this.#forgetIfGone(name);
  }

  #applyStatus(name: string, status: DomainStatus | undefined): void {
    const known = this.#byName.get(name);
    if (known !== undefined && isManagedHere(known)) return;
    if (status?.definition.uuid === undefined) {
      if (known !== undefined) delete known.status;
    } else {
      this.#recordFor(name, status.definition.uuid).status = status;
    }
    this.#forgetIfGone(name);
  }

  #recordFor(name: string, uuid: string): DomainRecord {
    const known = this.#byName.get(name);
    if (known?.uuid === uuid) return known;
    if (known !== undefined && isManagedHere(known)) {
      throw new VirtError('OPERATION_FAILED', `domain '${name}' already exists with uuid ${known.uuid}`, {
        domain: 'QEMU',
      });
    }
    if (known !== undefined) this.#byUuid.delete(known.uuid);
    const record = createDomainRecord(name, uuid);
    this.#byName.set(name, record);
    this.#byUuid.set(uuid, record);
    return record;
  }

  #forgetIfGone(name: string): void {
    const record = this.#byName.get(name);
    if (record === undefined || record.persistent !== undefined || record.status !== undefined) return;
    this.#byName.delete(name);
    this.#byUuid.delete(record.uuid);
  }

  /** All domains by name. */
  all(): DomainRecord[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Those with an emulator, started or about to be. */
  running(): DomainRecord[] {
    return [...this.#byName.values()].filter(({ status }) => status !== undefined);
  }

  /** Names of the domains whose status file is damaged. */
  damaged(): DamagedStatus[] {
    return [...this.#damaged.values()];
  }

  byName(name: string): DomainRecord | undefined {
    return this.#byName.get(name);
  }

  byUuid(uuid: string): DomainRecord | undefined {
    return this.#byUuid.get(uuid);
  }

  byId(id: number): DomainRecord | undefined {
    for (const record of this.#byName.values()) {
      if (record.status?.phase === 'started' && record.status.id === id) return record;
    }
    return undefined;
  }

  /** The domain a caller means. @throws VirtError NO_DOMAIN */
  find({ name, uuid }: DomainReference): DomainRecord {
    const record = this.#byUuid.get(uuid);
    if (record !== undefined) return record;
    throw new VirtError('NO_DOMAIN', `no domain with matching uuid '${uuid}' (${name})`, { domain: 'QEMU' });
  }

  /** The highest id in use. */
  highestId(): number {
    let highest = 0;
    for (const { status } of this.#byName.values()) highest = Math.max(highest, status?.id ?? 0);
    return highest;
  }

  /** Writes a definition; to be called while the root is locked, as is `removePersistent`. */
  async writePersistent(
    definition: DomainDefinition & { name: string; uuid: string },
    xml: string,
  ): Promise<DomainRecord> {
    await writeFileAtomically(this.#definitions.pathOf(definition.name), xml);
    this.#definitions.noteOwnChange(definition.name);
    const record = this.#recordFor(definition.name, definition.uuid);
    record.persistent = definition;
    return record;
  }

  async removePersistent(record: DomainRecord): Promise<void> {
    await removeFileDurably(this.#definitions.pathOf(record.name));
    this.#definitions.noteOwnChange(record.name);
    delete record.persistent;
    this.#forgetIfGone(record.name);
  }

  /** The record of a domain that is being started, known or new. */
  claim(name: string, uuid: string, status: DomainStatus): DomainRecord {
    const record = this.#recordFor(name, uuid);
    record.status = status;
    return record;
  }

  /** Writes a domain's status file as its record is by then. Concurrent calls write in turn. */
  saveStatus(record: DomainRecord): Promise<void> {
    return this.#inTurn(record, async () => {
      if (record.status === undefined) return;
      await writeFileAtomically(this.#statuses.pathOf(record.name), formatDomainStatus(record.status));
    });
  }

  /**
   * Removes what is known of a run that has ended; to be called while the root is locked. A later run of the same name, which
   * another process may have started meanwhile, keeps its file.
   */
  removeStatus(record: DomainRecord, id: number | undefined): Promise<void> {
    return this.#inTurn(record, async () => {
      const path = this.#statuses.pathOf(record.name);
      const written = parseDomainStatus(await readFile(path, 'utf8').catch(() => ''));
      if (written === undefined || written.id === id) await removeFileDurably(path);
      if (record.status?.id === id) delete record.status;
      this.#damaged.delete(record.name);
      this.#forgetIfGone(record.name);
    });
  }

  async #inTurn(record: DomainRecord, action: () => Promise<void>): Promise<void> {
    const before = record.saved.catch(() => {});
    record.saved = before.then(action);
    await record.saved;
  }
}
