import type { DomainSnapshotReference } from '@virtkit/rpc';
import type { TestSnapshot } from '../world/moments.js';
import { referenceTo, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** The snapshot that a caller means, and its domain. @throws VirtError NO_DOMAIN, NO_DOMAIN_SNAPSHOT */
export function snapshotAt(
  { domains }: TestWorld,
  reference: DomainSnapshotReference,
): { domain: TestDomain; snapshot: TestSnapshot } {
  const domain = domains.byUuid(reference.domain);
  return { domain, snapshot: domain.snapshots.byName(reference.name) };
}

export function snapshotReference(domain: TestDomain, { name }: TestSnapshot): DomainSnapshotReference {
  return { name, domain: referenceTo(domain) };
}
