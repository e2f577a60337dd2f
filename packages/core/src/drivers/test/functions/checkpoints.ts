import type { DomainDefinition } from '@virtkit/domain-conf';
import {
  type DomainCheckpointDefinition,
  formatDomainCheckpoint,
  parseDomainCheckpoint,
} from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DomainCheckpointReference } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet } from '../../../driver/flags.js';
import type { TestCheckpoint } from '../world/moments.js';
import { referenceTo, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** virDomainCheckpointCreateFlags: the document tells of a checkpoint that there is already. */
const REDEFINE = 1;
/** virDomainCheckpointXMLFlags */
const XML = { noDomain: 2 } as const;
/** virDomainCheckpointDeleteFlags */
const DELETE = { children: 1, childrenOnly: 4 } as const;

type CheckpointDisk = NonNullable<DomainCheckpointDefinition['disks']>[number];

function redefine({ checkpoints }: TestDomain, { parent, ...definition }: DomainCheckpointDefinition): TestCheckpoint {
  const { name } = definition;
  if (name === undefined) {
    throw new VirtError('XML_ERROR', 'a redefined checkpoint must have a name', { domain: 'TEST' });
  }
  if (definition.creationTime === undefined) {
    throw new VirtError('INTERNAL_ERROR', 'missing creationTime from existing checkpoint', { domain: 'TEST' });
  }
  const put = checkpoints.put({ name, parent: parent?.name, definition });
  checkpoints.current ??= put;
  return put;
}

/** Every disk with a bitmap, unless it is read-only or was asked to have none. */
function checkpointDisks(
  { devices }: DomainDefinition,
  asked: readonly CheckpointDisk[],
  bitmap: string,
): CheckpointDisk[] {
  const disks = devices?.disks ?? [];
  const unknown = asked.find(({ name }) => !disks.some(({ target }) => target?.dev === name));
  if (unknown !== undefined) {
    throw new VirtError('CONFIG_UNSUPPORTED', `no disk named '${unknown.name}'`, { domain: 'TEST' });
  }
  return disks.map(({ target, readonly }) => {
    const name = target?.dev ?? '';
    const wanted = asked.find((disk) => disk.name === name);
    const isTracked = wanted === undefined ? readonly !== true : wanted.checkpoint !== 'no';
    return isTracked ? { bitmap, ...wanted, name, checkpoint: 'bitmap' } : { name, checkpoint: 'no' };
  });
}

function createCheckpoint({ clock }: TestWorld, domain: TestDomain, xml: string, flags: number): TestCheckpoint {
  const { live } = domain;
  if (live === undefined) {
    throw new VirtError('OPERATION_UNSUPPORTED', 'cannot create checkpoint for inactive domain', { domain: 'TEST' });
  }
  if (domain.snapshots.current !== undefined) {
    throw new VirtError('OPERATION_UNSUPPORTED', 'cannot create checkpoint while snapshot exists', { domain: 'TEST' });
  }
  const value = parseDomainCheckpoint(xml);
  if (hasFlagSet(flags, REDEFINE)) return redefine(domain, value);
  const creationTime = Math.trunc(clock.now() / 1000);
  const { name = String(creationTime) } = value;
  const disks = checkpointDisks(live, value.disks ?? [], name);
  const parent = domain.checkpoints.current?.name;
  return domain.checkpoints.add({ name, parent, definition: { ...value, name, creationTime, disks, domain: live } });
}

/** A domain's checkpoints. */
export function checkpointFunctions(world: TestWorld) {
  const { domains } = world;
  const at = (named: DomainCheckpointReference): { domain: TestDomain; checkpoint: TestCheckpoint } => {
    const domain = domains.byUuid(named.domain);
    return { domain, checkpoint: domain.checkpoints.byName(named.name) };
  };
  const reference = (domain: TestDomain, { name }: TestCheckpoint): DomainCheckpointReference => ({
    name,
    domain: referenceTo(domain),
  });
  return {
    domainCheckpointCreateXML: async ({ domain: named, xml, flags }) => {
      const domain = domains.byUuid(named);
      return { checkpoint: reference(domain, createCheckpoint(world, domain, xml, flags)) };
    },
    domainCheckpointGetXMLDesc: async ({ checkpoint: named, flags }) => {
      const { parent, definition } = at(named).checkpoint;
      const { domain, ...rest } = definition;
      const shown = {
        ...rest,
        ...(parent && { parent: { name: parent } }),
        ...(!hasFlagSet(flags, XML.noDomain) && domain && { domain }),
      };
      return { xml: formatDomainCheckpoint(shown, { inactive: true }) };
    },
    domainListAllCheckpoints: async ({ domain: named, flags }) => {
      const domain = domains.byUuid(named);
      return { checkpoints: domain.checkpoints.listed(flags).map((checkpoint) => reference(domain, checkpoint)) };
    },
    domainCheckpointListAllChildren: async ({ checkpoint: named, flags }) => {
      const { domain, checkpoint } = at(named);
      return {
        checkpoints: domain.checkpoints.listedUnder(checkpoint, flags).map((child) => reference(domain, child)),
      };
    },
    domainCheckpointLookupByName: async ({ domain: named, name }) => {
      const domain = domains.byUuid(named);
      return { checkpoint: reference(domain, domain.checkpoints.byName(name)) };
    },
    domainCheckpointGetParent: async ({ checkpoint: named }) => {
      const { domain, checkpoint } = at(named);
      if (checkpoint.parent !== undefined)
        return { parent: reference(domain, domain.checkpoints.byName(checkpoint.parent)) };
      throw new VirtError('NO_DOMAIN_CHECKPOINT', `checkpoint '${checkpoint.name}' does not have a parent`, {
        domain: 'TEST',
      });
    },
    domainCheckpointDelete: async ({ checkpoint: named, flags }) => {
      const { domain, checkpoint } = at(named);
      if (hasFlagSet(flags, DELETE.children | DELETE.childrenOnly)) domain.checkpoints.removeDescendants(checkpoint);
      if (!hasFlagSet(flags, DELETE.childrenOnly)) domain.checkpoints.remove(checkpoint);
    },
  } satisfies DriverFunctions;
}
