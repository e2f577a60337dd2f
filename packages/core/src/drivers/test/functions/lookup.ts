import type { DriverFunctions } from '../../../driver/contract.js';
import { matchesListFlags } from '../../../driver/list-flags.js';
import { listedTraits, referenceTo, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

const isActive = ({ live }: TestDomain): boolean => live !== undefined;
const isInactive = ({ live }: TestDomain): boolean => live === undefined;

/** Finding domains. */
export function lookupFunctions(world: TestWorld) {
  const { domains } = world;
  return {
    connectListAllDomains: async ({ flags }) => ({
      domains: domains
        .all()
        .filter((domain) => matchesListFlags(listedTraits(domain), flags))
        .map(referenceTo),
    }),
    connectNumOfDomains: async () => ({ count: domains.all().filter(isActive).length }),
    connectListDomains: async () => ({
      ids: domains
        .all()
        .filter(isActive)
        .map(({ id }) => id),
    }),
    connectNumOfDefinedDomains: async () => ({ count: domains.all().filter(isInactive).length }),
    connectListDefinedDomains: async () => ({
      names: domains
        .all()
        .filter(isInactive)
        .map(({ name }) => name),
    }),
    domainLookupByName: async ({ name }) => ({ domain: referenceTo(domains.byName(name)) }),
    domainLookupByUUID: async (reference) => ({ domain: referenceTo(domains.byUuid(reference)) }),
    domainLookupByID: async ({ id }) => ({ domain: referenceTo(world.domainById(id)) }),
  } satisfies DriverFunctions;
}
