import type { DomainSnapshotReference } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import type { TestSnapshot } from '../world/moments.js';
import { referenceTo, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** Listing a domain's snapshots, and those that came after one. */
export function snapshotListFunctions({ domains }: TestWorld) {
  const at = (reference: DomainSnapshotReference): { domain: TestDomain; snapshot: TestSnapshot } => {
    const domain = domains.byUuid(reference.domain);
    return { domain, snapshot: domain.snapshots.byName(reference.name) };
  };
  const reference = (domain: TestDomain, { name }: TestSnapshot): DomainSnapshotReference => ({
    name,
    domain: referenceTo(domain),
  });
  return {
    domainSnapshotNum: async ({ domain, flags }) => ({ count: domains.byUuid(domain).snapshots.listed(flags).length }),
    domainSnapshotListNames: async ({ domain, flags }) => ({
      names: domains
        .byUuid(domain)
        .snapshots.listed(flags)
        .map(({ name }) => name),
    }),
    domainListAllSnapshots: async ({ domain: named, flags }) => {
      const domain = domains.byUuid(named);
      return { snapshots: domain.snapshots.listed(flags).map((snapshot) => reference(domain, snapshot)) };
    },
    domainSnapshotNumChildren: async ({ snapshot: named, flags }) => {
      const { domain, snapshot } = at(named);
      return { count: domain.snapshots.listedUnder(snapshot, flags).length };
    },
    domainSnapshotListChildrenNames: async ({ snapshot: named, flags }) => {
      const { domain, snapshot } = at(named);
      return { names: domain.snapshots.listedUnder(snapshot, flags).map(({ name }) => name) };
    },
    domainSnapshotListAllChildren: async ({ snapshot: named, flags }) => {
      const { domain, snapshot } = at(named);
      return { snapshots: domain.snapshots.listedUnder(snapshot, flags).map((child) => reference(domain, child)) };
    },
  } satisfies DriverFunctions;
}
