import { VirtError } from '@virtkit/errors';
import { type ProcedureArguments, procedures } from '@virtkit/rpc';
import type { DriverFunction, DriverFunctions, DriverProcedure } from '../../driver/contract.js';

/** virDomainModificationImpact */
const IMPACT = 3;
/** The same, beside VIR_TYPED_PARAM_STRING_OKAY, by which a caller tells that it knows parameters that are strings. */
const IMPACT_AND_STRINGS = 7;

/** The flags that libvirt's test driver knows of each function, as it was observed. Those that aren't here know none. */
const ACCEPTED: { readonly [P in DriverProcedure]?: number } = {
  connectListAllDomains: 0xffff,
  connectGetAllDomainStats: 0xe000_00ff,
  connectListAllNetworks: 0x3f,
  connectListAllStoragePools: 0xf_ffff,
  connectListAllInterfaces: 0x3,
  connectListAllNodeDevices: 0xf03f_ffff,
  connectBaselineCPU: 0x1,
  domainCreateXML: 0x10,
  domainCreateXMLWithFiles: 0x10,
  domainDefineXMLFlags: 0x1,
  domainUndefineFlags: 0x3,
  domainDestroyFlags: 0x1,
  domainReboot: 0x1f,
  domainGetXMLDesc: 0xb,
  domainGetMetadata: IMPACT,
  domainSetMetadata: IMPACT,
  domainSetLifecycleAction: IMPACT,
  domainGetMessages: 0x3,
  domainSetMemoryFlags: 0x7,
  domainSetMemoryStatsPeriod: IMPACT,
  domainSetVcpusFlags: 0x7,
  domainGetVcpusFlags: 0x7,
  domainGetVcpuPinInfo: IMPACT,
  domainPinEmulator: IMPACT,
  domainGetEmulatorPinInfo: IMPACT,
  domainGetIOThreadInfo: IMPACT,
  domainAddIOThread: IMPACT,
  domainDelIOThread: IMPACT,
  domainPinIOThread: IMPACT,
  domainSetIOThreadParams: IMPACT,
  domainGetMemoryParameters: IMPACT_AND_STRINGS,
  domainSetMemoryParameters: IMPACT,
  domainGetBlkioParameters: IMPACT_AND_STRINGS,
  domainSetBlkioParameters: IMPACT,
  domainGetNumaParameters: IMPACT_AND_STRINGS,
  domainSetNumaParameters: IMPACT,
  domainGetPerfEvents: IMPACT_AND_STRINGS,
  domainSetPerfEvents: IMPACT,
  domainGetBlockIoTune: IMPACT_AND_STRINGS,
  domainSetBlockIoTune: IMPACT,
  domainGetInterfaceParameters: IMPACT_AND_STRINGS,
  domainSetInterfaceParameters: IMPACT,
  domainGetCPUStats: 0x4,
  domainGetDiskErrors: 0x0,
  domainSetTime: 0x1,
  domainSetUserPassword: 0x1,
  domainAttachDeviceFlags: 0x7,
  domainDetachDeviceFlags: 0x7,
  domainDetachDeviceAlias: IMPACT,
  domainUpdateDeviceFlags: 0x7,
  domainSaveImageGetXMLDesc: 0x1,
  domainSaveImageDefineXML: 0x6,
  domainCoreDump: 0x1,
  domainCoreDumpWithFormat: 0x1,
  domainManagedSave: 0x7,
  domainMemoryPeek: 0xffff_ffff,
  domainSnapshotCreateXML: 0x3cb,
  domainSnapshotGetXMLDesc: 0x1,
  domainSnapshotNum: 0x7ff,
  domainSnapshotListNames: 0x7ff,
  domainListAllSnapshots: 0x7ff,
  domainSnapshotNumChildren: 0x7ff,
  domainSnapshotListChildrenNames: 0x7ff,
  domainSnapshotListAllChildren: 0x7ff,
  domainRevertToSnapshot: 0x7,
  domainSnapshotDelete: 0x5,
  domainCheckpointCreateXML: 0x7,
  domainCheckpointGetXMLDesc: 0x7,
  domainListAllCheckpoints: 0xf,
  domainCheckpointListAllChildren: 0xf,
  domainCheckpointDelete: 0x7,
  networkDefineXMLFlags: 0x1,
  networkCreateXMLFlags: 0x1,
  networkUpdate: IMPACT,
  networkGetMetadata: IMPACT,
  networkSetMetadata: IMPACT,
  networkPortCreateXML: 0x3,
  storagePoolDefineXML: 0x1,
  storageVolCreateXML: 0x4,
  storageVolCreateXMLFrom: 0x4,
  interfaceDefineXML: 0x1,
  nodeDeviceCreateXML: 0x1,
};

/** Where libvirt's own function has another name than its procedure. */
const NAMES: { readonly [P in DriverProcedure]?: string } = { domainCoreDump: 'testDomainCoreDumpWithFormat' };

function refusal<P extends DriverProcedure>(procedure: P, args: ProcedureArguments<P>): VirtError | undefined {
  const flags = typeof args === 'object' && args !== null && 'flags' in args ? args.flags : undefined;
  if (typeof flags !== 'number') return undefined;
  const unknown = (flags & ~(ACCEPTED[procedure] ?? 0)) >>> 0;
  if (unknown === 0) return undefined;
  const name = NAMES[procedure] ?? `test${procedure.charAt(0).toUpperCase()}${procedure.slice(1)}`;
  const detail = `unsupported flags (0x${unknown.toString(16)}) in function ${name}`;
  return new VirtError('INVALID_ARG', detail, { domain: 'TEST', isWhole: true });
}

const isProcedure = (name: string): name is DriverProcedure => Object.hasOwn(procedures, name);

/** The functions, each refusing the flags that libvirt's test driver refuses. They throw INVALID_ARG beside their own. */
export function refusingFlags(functions: DriverFunctions): DriverFunctions {
  const refusing: { -readonly [P in DriverProcedure]?: DriverFunction<P> } = {};
  const add = <P extends DriverProcedure>(procedure: P): void => {
    const run = functions[procedure];
    if (run === undefined) return;
    const target: { [Q in P]?: DriverFunction<Q> } = refusing;
    target[procedure] = (args, context) => {
      const error = refusal(procedure, args);
      return error === undefined ? run(args, context) : Promise.reject(error);
    };
  };
  for (const name of Object.keys(functions)) if (isProcedure(name)) add(name);
  return refusing;
}
