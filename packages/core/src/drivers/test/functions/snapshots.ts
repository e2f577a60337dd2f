import type { Devices } from '@virtkit/domain-conf';
import {
  type DomainSnapshotDefinition,
  formatDomainSnapshot,
  parseDomainSnapshot,
} from '@virtkit/domain-conf/documents';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet } from '../../../driver/flags.js';
import { snapshotFunctions } from '../../../driver/snapshot-functions.js';
import type { TestSnapshot } from '../world/moments.js';
import { revertDomain } from '../world/revert-domain.js';
import { definitionOf, referenceTo, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';
import { snapshotAt, snapshotReference } from './snapshot-reference.js';

/** virDomainSnapshotCreateFlags */
const CREATE = { halt: 8 } as const;
/** virDomainSnapshotDeleteFlags */
const DELETE = { children: 1, childrenOnly: 4 } as const;

function snapshotDisks({ disks = [] }: Devices): NonNullable<DomainSnapshotDefinition['disks']> {
  return disks.map(({ target, readonly }) => ({
    name: target?.dev ?? '',
    snapshot: readonly === true ? 'no' : 'internal',
  }));
}

function createSnapshot({ clock }: TestWorld, domain: TestDomain, xml: string): TestSnapshot {
  const creationTime = Math.trunc(clock.now() / 1000);
  const { name = String(creationTime), description } = parseDomainSnapshot(xml);
  const { state } = domain.state;
  const parent = domain.snapshots.current?.name;
  const definition = definitionOf(domain);
  return domain.snapshots.add({
    name,
    parent,
    state,
    definition: {
      name,
      ...(description !== undefined && { description }),
      state,
      creationTime,
      memory: { snapshot: domain.live === undefined ? 'no' : 'internal' },
      disks: snapshotDisks(definition.devices ?? {}),
      domain: definition,
    },
  });
}

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
      const snapshot = createSnapshot(world, domain, xml);
      if (hasFlagSet(flags, CREATE.halt) && domain.live !== undefined) world.stop(domain, 'from snapshot');
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
