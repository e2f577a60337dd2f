import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { settle } from '../domain-access.js';
import { type DomainRecord, isActive } from '../domain-record.js';
import { referenceTo } from '../lifecycle-events.js';
import { listedDomains } from '../listed-domains.js';
import type { QemuRoot } from '../qemu-root.js';

async function currentDomains(root: QemuRoot, signal: AbortSignal): Promise<readonly DomainRecord[]> {
  root.domains.refresh();
  for (const record of root.domains.running()) await settle(root, record, signal);
  return root.domains.all();
}

function known(record: DomainRecord | undefined, what: string): { domain: ReturnType<typeof referenceTo> } {
  if (record === undefined) throw new VirtError('NO_DOMAIN', `no domain with matching ${what}`, { domain: 'QEMU' });
  return { domain: referenceTo(record) };
}

/** Finding domains. */
export function lookupFunctions(root: QemuRoot) {
  return {
    connectListAllDomains: async ({ flags }, { signal }) => {
      const records = await currentDomains(root, signal);
      return { domains: listedDomains(root, records, flags).map(referenceTo) };
    },
    connectNumOfDomains: async (_args, { signal }) => {
      const records = await currentDomains(root, signal);
      return { count: records.filter(isActive).length };
    },
    connectListDomains: async (_args, { signal }) => {
      const records = await currentDomains(root, signal);
      return { ids: records.filter(isActive).map((record) => referenceTo(record).id) };
    },
    connectNumOfDefinedDomains: async (_args, { signal }) => {
      const records = await currentDomains(root, signal);
      return { count: records.filter((record) => !isActive(record)).length };
    },
    connectListDefinedDomains: async (_args, { signal }) => {
      const records = await currentDomains(root, signal);
      return { names: records.filter((record) => !isActive(record)).map(({ name }) => name) };
    },
    domainLookupByName: async ({ name }) => {
      root.domains.refresh();
      return known(root.domains.byName(name), `name '${name}'`);
    },
    domainLookupByUUID: async ({ uuid }) => {
      root.domains.refresh();
      return known(root.domains.byUuid(uuid), `uuid '${uuid}'`);
    },
    domainLookupByID: async ({ id }) => {
      root.domains.refresh();
      return known(root.domains.byId(id), `id '${id}'`);
    },
  } satisfies DriverFunctions;
}
