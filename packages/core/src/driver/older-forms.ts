import type { DriverFunctions } from './contract.js';

const NO_FLAGS = 0;

function given<T, R extends object>(newer: T | undefined, forms: (newer: T) => R): R | Record<never, never> {
  return newer === undefined ? {} : forms(newer);
}

/**
 * Adds the forms that libvirt's API had before it gave an operation flags: a driver needs only the newer one, and the
 * older is the newer with no flags set.
 */
export function withOlderForms(functions: DriverFunctions): DriverFunctions {
  return {
    ...given(
      functions.domainCreateWithFlags,
      (newer) =>
        ({
          domainCreate: async ({ domain }, context) => {
            await newer({ domain, flags: NO_FLAGS }, context);
          },
        }) satisfies DriverFunctions,
    ),
    ...given(
      functions.domainDefineXMLFlags,
      (newer) =>
        ({
          domainDefineXML: ({ xml }, context) => newer({ xml, flags: NO_FLAGS }, context),
        }) satisfies DriverFunctions,
    ),
    ...given(
      functions.domainDestroyFlags,
      (newer) =>
        ({
          domainDestroy: ({ domain }, context) => newer({ domain, flags: NO_FLAGS }, context),
        }) satisfies DriverFunctions,
    ),
    ...given(
      functions.domainShutdownFlags,
      (newer) =>
        ({
          domainShutdown: ({ domain }, context) => newer({ domain, flags: NO_FLAGS }, context),
        }) satisfies DriverFunctions,
    ),
    ...given(
      functions.domainUndefineFlags,
      (newer) =>
        ({
          domainUndefine: ({ domain }, context) => newer({ domain, flags: NO_FLAGS }, context),
        }) satisfies DriverFunctions,
    ),
    ...functions,
  };
}
