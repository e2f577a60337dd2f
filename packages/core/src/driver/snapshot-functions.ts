import { type ErrorDomain, VirtError } from '@virtkit/errors';
import type { DomainReference, DomainSnapshotReference } from '@virtkit/rpc';
import type { DriverFunctions } from './contract.js';
import type { DomainState } from './domain-state.js';
import { matchesPairs } from './flag-pairs.js';
import type { Moment, MomentTree } from './moment-tree.js';

/** A snapshot, as far as lists and look-ups see it. */
export interface Snapshot extends Moment {
  /** What the domain was doing. */
  readonly state: DomainState['state'];
  /** It lies beside the images, not in them. */
  readonly isExternal?: boolean;
}

/** The snapshots of a domain, and what names it to callers. */
export interface DomainSnapshots<S extends Snapshot> {
  readonly domain: DomainReference;
  readonly tree: MomentTree<S>;
}

const INACTIVE = 32;
const ACTIVE = 64;
const INTERNAL = 256;
const EXTERNAL = 512;

/** virDomainSnapshotListFlags: of which state and kind. */
const LIST_PAIRS = [
  [ACTIVE, INACTIVE, ({ state }: Snapshot) => state !== 'shutoff'],
  [INTERNAL, EXTERNAL, ({ isExternal = false }: Snapshot) => !isExternal],
] as const;

const isListed = (flags: number) => (snapshot: Snapshot) => matchesPairs(LIST_PAIRS, snapshot, flags);

/**
 * What a driver's snapshots answer once they are known: lists, look-ups, parents and the current one.
 * @param snapshotsOf throws NO_DOMAIN for a domain that isn't there
 */
export function snapshotFunctions<S extends Snapshot>(
  errorDomain: ErrorDomain,
  snapshotsOf: (domain: DomainReference, signal: AbortSignal) => Promise<DomainSnapshots<S>>,
) {
  const listed = async (domain: DomainReference, flags: number, signal: AbortSignal) => {
    const { tree, domain: owner } = await snapshotsOf(domain, signal);
    return references(owner, tree.listed(flags).filter(isListed(flags)));
  };
  const listedUnder = async (named: DomainSnapshotReference, flags: number, signal: AbortSignal) => {
    const { tree, domain } = await snapshotsOf(named.domain, signal);
    return references(domain, tree.listedUnder(tree.byName(named.name), flags).filter(isListed(flags)));
  };
  const missing = (detail: string): VirtError => new VirtError('NO_DOMAIN_SNAPSHOT', detail, { domain: errorDomain });
  return {
    domainSnapshotNum: async ({ domain, flags }, { signal }) => ({
      count: (await listed(domain, flags, signal)).length,
    }),
    domainSnapshotListNames: async ({ domain, flags }, { signal }) => ({
      names: namesOf(await listed(domain, flags, signal)),
    }),
    domainListAllSnapshots: async ({ domain, flags }, { signal }) => ({
      snapshots: await listed(domain, flags, signal),
    }),
    domainSnapshotNumChildren: async ({ snapshot, flags }, { signal }) => ({
      count: (await listedUnder(snapshot, flags, signal)).length,
    }),
    domainSnapshotListChildrenNames: async ({ snapshot, flags }, { signal }) => ({
      names: namesOf(await listedUnder(snapshot, flags, signal)),
    }),
    domainSnapshotListAllChildren: async ({ snapshot, flags }, { signal }) => ({
      snapshots: await listedUnder(snapshot, flags, signal),
    }),
    domainSnapshotLookupByName: async ({ domain: named, name }, { signal }) => {
      const { tree, domain } = await snapshotsOf(named, signal);
      return { snapshot: { name: tree.byName(name).name, domain } };
    },
    domainSnapshotGetParent: async ({ snapshot: named }, { signal }) => {
      const { tree, domain } = await snapshotsOf(named.domain, signal);
      const { parent } = tree.byName(named.name);
      if (parent === undefined) throw missing(`snapshot '${named.name}' does not have a parent`);
      return { snapshot: { name: tree.byName(parent).name, domain } };
    },
    domainHasCurrentSnapshot: async ({ domain }, { signal }) => ({
      result: (await snapshotsOf(domain, signal)).tree.current !== undefined,
    }),
    domainSnapshotCurrent: async ({ domain: named }, { signal }) => {
      const { tree, domain } = await snapshotsOf(named, signal);
      if (tree.current === undefined) throw missing('the domain does not have a current snapshot');
      return { snapshot: { name: tree.current.name, domain } };
    },
    domainSnapshotIsCurrent: async ({ snapshot: named }, { signal }) => {
      const { tree } = await snapshotsOf(named.domain, signal);
      return { current: tree.current === tree.byName(named.name) };
    },
    domainSnapshotHasMetadata: async ({ snapshot: named }, { signal }) => {
      (await snapshotsOf(named.domain, signal)).tree.byName(named.name);
      return { metadata: true };
    },
  } satisfies DriverFunctions;
}

function references(domain: DomainReference, snapshots: readonly Snapshot[]): DomainSnapshotReference[] {
  return snapshots.map(({ name }) => ({ name, domain }));
}

function namesOf(snapshots: readonly DomainSnapshotReference[]): string[] {
  return snapshots.map(({ name }) => name);
}
