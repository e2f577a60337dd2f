import type { DomainReference, DomainSnapshotReference } from '@virtkit/rpc';
import { type FlagOptions, flagsOf, SNAPSHOT_DELETE_FLAGS, SNAPSHOT_REVERT_FLAGS } from '../driver/flags.js';
import type { CallOptions, Calls } from './call.js';

/** A snapshot of a domain. Methods are libvirt's functions of `virDomainSnapshotPtr`, less `virDomainSnapshot`. */
export class DomainSnapshot {
  readonly name: string;
  /** What names its domain. */
  readonly domain: DomainReference;
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls, { name, domain }: DomainSnapshotReference) {
    this.name = name;
    this.domain = domain;
    this.#calls = calls;
  }

  get #reference(): DomainSnapshotReference {
    return { name: this.name, domain: this.domain };
  }

  /** Its description as XML; with passwords, too, if `secure` is asked for. */
  async getXMLDesc(options: { readonly secure?: boolean } & CallOptions = {}): Promise<string> {
    const flags = options.secure === true ? 1 : 0;
    const { xml } = await this.#calls.call('domainSnapshotGetXMLDesc', { snapshot: this.#reference, flags }, options);
    return xml;
  }

  /** The one it came after. @throws VirtError NO_DOMAIN_SNAPSHOT for the first */
  async getParent(options?: CallOptions): Promise<DomainSnapshot> {
    const args = { snapshot: this.#reference, flags: 0 };
    const { snapshot } = await this.#calls.call('domainSnapshotGetParent', args, options);
    return new DomainSnapshot(this.#calls, snapshot);
  }

  /** Those that came right after it, or with `descendants` all that came after. */
  async listAllChildren(options: { readonly descendants?: boolean } & CallOptions = {}): Promise<DomainSnapshot[]> {
    const args = { snapshot: this.#reference, flags: options.descendants === true ? 1 : 0 };
    const { snapshots } = await this.#calls.call('domainSnapshotListAllChildren', args, options);
    return snapshots.map((snapshot) => new DomainSnapshot(this.#calls, snapshot));
  }

  /** Whether the domain's present state came from it. */
  async isCurrent(options?: CallOptions): Promise<boolean> {
    const args = { snapshot: this.#reference, flags: 0 };
    return (await this.#calls.call('domainSnapshotIsCurrent', args, options)).current;
  }

  /** Makes the domain what it was; what it is now is lost. @throws VirtError as starting a domain does */
  async revert(options: FlagOptions<typeof SNAPSHOT_REVERT_FLAGS> & CallOptions = {}): Promise<void> {
    const flags = flagsOf(SNAPSHOT_REVERT_FLAGS, options);
    await this.#calls.call('domainRevertToSnapshot', { snapshot: this.#reference, flags }, options);
  }

  /** Removes it; those that came after it come after the one before it, unless they are to go, too. */
  async delete(options: FlagOptions<typeof SNAPSHOT_DELETE_FLAGS> & CallOptions = {}): Promise<void> {
    const flags = flagsOf(SNAPSHOT_DELETE_FLAGS, options);
    await this.#calls.call('domainSnapshotDelete', { snapshot: this.#reference, flags }, options);
  }
}
