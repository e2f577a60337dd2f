import type { DriverFunctions } from './contract.js';

const NO_FLAGS = 0;
/** Devices and vCPUs came and went in running domains alone. */
const LIVE = 1;

function given<T, R extends object>(newer: T | undefined, forms: (newer: T) => R): R | Record<never, never> {
  return newer === undefined ? {} : forms(newer);
}

/**
 * Adds the forms that libvirt's API had before it gave an operation flags: a driver needs only the newer one, and the
 * older is the newer with no flags set, or with the one that it took for granted.
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
      functions.domainSaveFlags,
      (newer) =>
        ({
          domainSave: ({ domain, to }, context) => newer({ domain, to, xml: undefined, flags: NO_FLAGS }, context),
        }) satisfies DriverFunctions,
    ),
    ...given(
      functions.domainRestoreFlags,
      (newer) =>
        ({
          domainRestore: ({ from }, context) => newer({ from, xml: undefined, flags: NO_FLAGS }, context),
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
    ...formsForRunning(functions),
    ...functions,
  };
}

/** Those that changed a running domain, and it alone. */
function formsForRunning(functions: DriverFunctions): DriverFunctions {
  return {
    ...given(
      functions.domainAttachDeviceFlags,
      (newer) =>
        ({
          domainAttachDevice: ({ domain, xml }, context) => newer({ domain, xml, flags: LIVE }, context),
        }) satisfies DriverFunctions,
    ),
    ...given(
      functions.domainDetachDeviceFlags,
      (newer) =>
        ({
          domainDetachDevice: ({ domain, xml }, context) => newer({ domain, xml, flags: LIVE }, context),
        }) satisfies DriverFunctions,
    ),
    ...given(
      functions.domainSetVcpusFlags,
      (newer) =>
        ({
          domainSetVcpus: ({ domain, vcpuCount }, context) => newer({ domain, vcpuCount, flags: LIVE }, context),
        }) satisfies DriverFunctions,
    ),
  };
}
