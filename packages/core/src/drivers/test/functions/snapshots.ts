import { formatDomainSnapshot } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet } from '../../../driver/flags.js';
import { snapshotFunctions } from '../../../driver/snapshot-functions.js';
import { createSnapshot } from '../world/create-snapshot.js';
import { revertDomain } from '../world/revert-domain.js';
import { referenceTo } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';
import { snapshotAt, snapshotReference } from './snapshot-reference.js';

/** virDomainSnapshotCreateFlags: the domain ends with it. */
const HALT = 8;
/** virDomainSnapshotDeleteFlags */
const DELETE = { children: 1, childrenOnly: 4 } as const;

/** A domain's snapshots. */
export function testSnapshotFunctions(world: TestWorld) {
  const { domains } = world;
  return {
    ...snapshotFunctions('TEST', async (named) => {
      const domain = domains.byUuid(named);
      return { domain: referenceTo(domain), tree: domain.snapshots };
    }),
    domainSnapshotCreateXML: async ({ domain: named, xml, flags }) => {
      const domain = domains.byUuid(named);
      if (domain.checkpoints.current !== undefined) {
        const detail = 'cannot create snapshot while checkpoint exists';
        throw new VirtError('OPERATION_UNSUPPORTED', detail, { domain: 'TEST' });
      }
      const snapshot = createSnapshot(world, domain, xml, flags);
      if (hasFlagSet(flags, HALT) && domain.live !== undefined) world.stop(domain, 'from snapshot');
      return { snapshot: snapshotReference(domain, snapshot) };
    },
    domainSnapshotGetXMLDesc: async ({ snapshot: named }) => {
      const { parent, definition } = snapshotAt(world, named).snapshot;
      const shown = { ...definition, ...(parent && { parent: { name: parent } }) };
      return { xml: formatDomainSnapshot(shown, { inactive: true }) };
    },
    domainRevertToSnapshot: async ({ snapshot: named, flags }) => {
      const { domain, snapshot } = snapshotAt(world, named);
      revertDomain(world, domain, snapshot, flags);
    },
    domainSnapshotDelete: async ({ snapshot: named, flags }) => {
      const { domain, snapshot } = snapshotAt(world, named);
      if (hasFlagSet(flags, DELETE.children | DELETE.childrenOnly)) domain.snapshots.removeDescendants(snapshot);
      if (!hasFlagSet(flags, DELETE.childrenOnly)) domain.snapshots.remove(snapshot);
    },
  } satisfies DriverFunctions;
}
