import type { DriverFunction, DriverFunctions, DriverProcedure } from './contract.js';

const NO_FLAGS = 0;
/** Devices and vCPUs came and went in running domains alone. */
const LIVE = 1;

/** The forms that libvirt's API had before it gave an operation flags, each made of the newer one if a driver has that. */
const OLDER_FORMS: {
  readonly [P in DriverProcedure]?: (functions: DriverFunctions) => DriverFunction<P> | undefined;
} = {
  domainCreate: ({ domainCreateWithFlags: newer }) =>
    newer &&
    (async ({ domain }, context) => {
      await newer({ domain, flags: NO_FLAGS }, context);
    }),
  domainDefineXML: ({ domainDefineXMLFlags: newer }) =>
    newer && (({ xml }, context) => newer({ xml, flags: NO_FLAGS }, context)),
  domainDestroy: ({ domainDestroyFlags: newer }) =>
    newer && (({ domain }, context) => newer({ domain, flags: NO_FLAGS }, context)),
  domainSave: ({ domainSaveFlags: newer }) =>
    newer && (({ domain, to }, context) => newer({ domain, to, xml: undefined, flags: NO_FLAGS }, context)),
  domainRestore: ({ domainRestoreFlags: newer }) =>
    newer && (({ from }, context) => newer({ from, xml: undefined, flags: NO_FLAGS }, context)),
  domainShutdown: ({ domainShutdownFlags: newer }) =>
    newer && (({ domain }, context) => newer({ domain, flags: NO_FLAGS }, context)),
  domainUndefine: ({ domainUndefineFlags: newer }) =>
    newer && (({ domain }, context) => newer({ domain, flags: NO_FLAGS }, context)),
  domainAttachDevice: ({ domainAttachDeviceFlags: newer }) =>
    newer && (({ domain, xml }, context) => newer({ domain, xml, flags: LIVE }, context)),
  domainDetachDevice: ({ domainDetachDeviceFlags: newer }) =>
    newer && (({ domain, xml }, context) => newer({ domain, xml, flags: LIVE }, context)),
  domainSetVcpus: ({ domainSetVcpusFlags: newer }) =>
    newer && (({ domain, vcpuCount }, context) => newer({ domain, vcpuCount, flags: LIVE }, context)),
};

/** A driver's function: its own, or an older form made of the newer one that it has. */
export function findFunction<P extends DriverProcedure>(
  functions: DriverFunctions,
  procedure: P,
): DriverFunction<P> | undefined {
  return functions[procedure] ?? OLDER_FORMS[procedure]?.(functions);
}
