import { formatDomainCheckpoint, parseDomainCheckpoint } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DomainCheckpointReference } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet } from '../../../driver/flags.js';
import type { TestCheckpoint } from '../world/moments.js';
import { referenceTo, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** virDomainCheckpointXMLFlags */
const XML = { noDomain: 2 } as const;
/** virDomainCheckpointDeleteFlags */
const DELETE = { children: 1, childrenOnly: 4 } as const;

function createCheckpoint({ clock }: TestWorld, domain: TestDomain, xml: string): TestCheckpoint {
  const { live } = domain;
  if (live === undefined) {
    throw new VirtError('OPERATION_UNSUPPORTED', 'cannot create checkpoint for inactive domain', { domain: 'TEST' });
  }
  const value = parseDomainCheckpoint(xml);
  const creationTime = Math.trunc(clock.now() / 1000);
  const { name = String(creationTime) } = value;
  const disks = (live.devices?.disks ?? []).map(({ target, readonly }) => {
    const disk = target?.dev ?? '';
    return readonly === true
      ? { name: disk, checkpoint: 'no' as const }
      : { name: disk, checkpoint: 'bitmap' as const, bitmap: name };
  });
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
    domainCheckpointCreateXML: async ({ domain: named, xml }) => {
      const domain = domains.byUuid(named);
      return { checkpoint: reference(domain, createCheckpoint(world, domain, xml)) };
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
