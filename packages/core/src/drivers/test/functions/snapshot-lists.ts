import type { DriverFunctions } from '../../../driver/contract.js';
import { matchesPairs } from '../world/list-pairs.js';
import type { TestSnapshot } from '../world/moments.js';
import type { TestWorld } from '../world/test-world.js';
import { snapshotAt, snapshotReference } from './snapshot-reference.js';

const INACTIVE = 32;
const ACTIVE = 64;
const INTERNAL = 256;
const EXTERNAL = 512;

/** virDomainSnapshotListFlags: of which state and kind. All snapshots of the test world are internal. */
const LIST_PAIRS = [
  [ACTIVE, INACTIVE, ({ state }: TestSnapshot) => state !== 'shutoff'],
  [INTERNAL, EXTERNAL, () => true],
] as const;

const isListed = (flags: number) => (snapshot: TestSnapshot) => matchesPairs(LIST_PAIRS, snapshot, flags);

/** Listing a domain's snapshots, and those that came after one. */
export function snapshotListFunctions(world: TestWorld) {
  const { domains } = world;
  return {
    domainSnapshotNum: async ({ domain, flags }) => ({
      count: domains.byUuid(domain).snapshots.listed(flags).filter(isListed(flags)).length,
    }),
    domainSnapshotListNames: async ({ domain, flags }) => ({
      names: domains
        .byUuid(domain)
        .snapshots.listed(flags)
        .filter(isListed(flags))
        .map(({ name }) => name),
    }),
    domainListAllSnapshots: async ({ domain: named, flags }) => {
      const domain = domains.byUuid(named);
      return {
        snapshots: domain.snapshots
          .listed(flags)
          .filter(isListed(flags))
          .map((snapshot) => snapshotReference(domain, snapshot)),
      };
    },
    domainSnapshotNumChildren: async ({ snapshot: named, flags }) => {
      const { domain, snapshot } = snapshotAt(world, named);
      return { count: domain.snapshots.listedUnder(snapshot, flags).filter(isListed(flags)).length };
    },
    domainSnapshotListChildrenNames: async ({ snapshot: named, flags }) => {
      const { domain, snapshot } = snapshotAt(world, named);
      return {
        names: domain.snapshots
          .listedUnder(snapshot, flags)
          .filter(isListed(flags))
          .map(({ name }) => name),
      };
    },
    domainSnapshotListAllChildren: async ({ snapshot: named, flags }) => {
      const { domain, snapshot } = snapshotAt(world, named);
      return {
        snapshots: domain.snapshots
          .listedUnder(snapshot, flags)
          .filter(isListed(flags))
          .map((child) => snapshotReference(domain, child)),
      };
    },
  } satisfies DriverFunctions;
}
