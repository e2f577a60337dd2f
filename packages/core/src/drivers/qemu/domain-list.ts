import { readFileSync } from 'node:fs';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { createDomainRecord, type DomainRecord, isManagedHere } from './domain-record.js';
import { removeFileDurably, writeFileAtomically } from './state/atomic-file.js';
import { type DomainIdentity, HEAD_BYTES, readIdentity } from './state/domain-identity.js';
import { type DomainStatus, formatDomainStatus, parseDomainStatus } from './state/domain-status.js';
import { FileSet } from './state/file-set.js';
import type { Layout } from './state/layout.js';
import { PersistentDefinition } from './state/persistent-definition.js';

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
  /** All domains by name, until one comes or goes. */
  #sorted: readonly DomainRecord[] | undefined;
  readonly #definitions: FileSet;
  readonly #head = Buffer.alloc(HEAD_BYTES);
  readonly #statuses: FileSet;

  constructor(layout: Layout) {
    this.#definitions = new FileSet(layout.definitions, '.xml');
    this.#statuses = new FileSet(layout.statuses, '.json');
  }

  /** Takes up what other processes changed: two stat(2) if nothing did. */
  refresh(): void {
    for (const { name, isThere } of this.#definitions.changes()) this.#applyPersistent(name, isThere);
    for (const { name, isThere } of this.#statuses.changes()) this.#applyStatusFile(name, isThere);
  }

  #applyPersistent(name: string, isThere: boolean): void {
    const path = this.#definitions.pathOf(name);
    const identity = isThere ? readIdentity(path, this.#head) : undefined;
    if (identity?.name === name) {
      this.#recordFor(name, identity.uuid).persistent = new PersistentDefinition(path);
    } else {
      delete this.#byName.get(name)?.persistent;
    }
    this.#forgetIfGone(name);
  }

  #applyStatusFile(name: string, isThere: boolean): void {
    const status = isThere ? parseDomainStatus(readText(this.#statuses.pathOf(name))) : undefined;
    if (isThere && status === undefined) this.#damaged.set(name, { name });
    else this.#damaged.delete(name);
    this.#applyStatus(name, status);
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
    this.#sorted = undefined;
    return record;
  }

  #forgetIfGone(name: string): void {
    const record = this.#byName.get(name);
    if (record === undefined || record.persistent !== undefined || record.status !== undefined) return;
    this.#byName.delete(name);
    if (this.#byUuid.get(record.uuid) === record) this.#byUuid.delete(record.uuid);
    this.#sorted = undefined;
  }

  /** All domains by name. */
  all(): readonly DomainRecord[] {
    this.#sorted ??= [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return this.#sorted;
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
  find({ name, uuid }: DomainIdentity): DomainRecord {
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
    const path = this.#definitions.pathOf(definition.name);
    await writeFileAtomically(path, xml);
    this.#definitions.noteOwnChange(definition.name);
    const record = this.#recordFor(definition.name, definition.uuid);
    record.persistent = new PersistentDefinition(path, definition);
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
      const written = parseDomainStatus(readText(path));
      if (written === undefined || written.id === id) await removeFileDurably(path);
      if (record.status?.id === id) delete record.status;
      this.#damaged.delete(record.name);
      this.#forgetIfGone(record.name);
    });
  }

  async #inTurn(record: DomainRecord, action: () => Promise<void>): Promise<void> {
    const before = record.saved?.catch(() => {}) ?? Promise.resolve();
    record.saved = before.then(action);
    await record.saved;
  }
}

/** The text of a file; empty if it has gone or can't be read, which leaves nothing of a status either. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
