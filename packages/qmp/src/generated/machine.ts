// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger, JsonValue } from '../json/json-value.js';
import type {
  ObjectOptionsMemoryBackendEpcPolicy,
  QueryCpusFastReturnItemProps,
} from './shared.js';

/** `MEMORY_FAILURE: data` */
export interface MemoryFailureData {
  action: MemoryFailureDataAction;
  flags: MemoryFailureDataFlags;
  recipient: MemoryFailureDataRecipient;
}

/** `MEMORY_FAILURE: data.action` */
export type MemoryFailureDataAction = 'fatal' | 'ignore' | 'inject' | 'reset';

/** `MEMORY_FAILURE: data.flags` */
export interface MemoryFailureDataFlags {
  'action-required': boolean;
  recursive: boolean;
}

/** `MEMORY_FAILURE: data.recipient` */
export type MemoryFailureDataRecipient = 'guest' | 'hypervisor';

/** `memsave: arguments` */
export interface MemsaveArguments {
  'cpu-index'?: JsonInteger | undefined;
  filename: string;
  size: JsonInteger;
  val: JsonInteger;
}

/** `pmemsave: arguments` */
export interface PmemsaveArguments {
  filename: string;
  size: JsonInteger;
  val: JsonInteger;
}

/** `query-cpu-definitions: return.item` */
export interface QueryCpuDefinitionsReturnItem {
  'alias-of'?: string | undefined;
  deprecated: boolean;
  'migration-safe'?: boolean | undefined;
  name: string;
  static: boolean;
  typename: string;
  'unavailable-features'?: readonly string[] | undefined;
}

/** `query-cpu-model-expansion: arguments` */
export interface QueryCpuModelExpansionArguments {
  model: QueryCpuModelExpansionArgumentsModel;
  type: QueryCpuModelExpansionArgumentsType;
}

/** `query-cpu-model-expansion: arguments.model` */
export interface QueryCpuModelExpansionArgumentsModel {
  name: string;
  props?: JsonValue | undefined;
}

/** `query-cpu-model-expansion: arguments.type` */
export type QueryCpuModelExpansionArgumentsType = 'full' | 'static';

/** `query-cpu-model-expansion: return` */
export interface QueryCpuModelExpansionReturn {
  model: QueryCpuModelExpansionArgumentsModel;
}

/** `query-cpus-fast: return.item` */
export type QueryCpusFastReturnItem = {
  'cpu-index': JsonInteger;
  props?: QueryCpusFastReturnItemProps | undefined;
  'qom-path': string;
  'thread-id': JsonInteger;
} & (
  | { target: 'aarch64' | 'alpha' | 'arm' | 'avr' | 'cris' | 'hppa' | 'i386' | 'loongarch64' | 'm68k' | 'microblaze' | 'microblazeel' | 'mips' | 'mips64' | 'mips64el' | 'mipsel' | 'nios2' | 'or1k' | 'ppc' | 'ppc64' | 'riscv32' | 'riscv64' | 'rx' | 'sh4' | 'sh4eb' | 'sparc' | 'sparc64' | 'tricore' | 'x86_64' | 'xtensa' | 'xtensaeb' }
  | ({ target: 's390x' } & QueryCpusFastReturnItemS390x)
);

/** `query-cpus-fast: return.item.s390x` */
export interface QueryCpusFastReturnItemS390x {
  'cpu-state': QueryCpusFastReturnItemS390xCpuState;
  /** Only QEMU 10.0. */
  dedicated?: boolean | undefined;
  /** Only QEMU 10.0. */
  entitlement?: QueryCpusFastReturnItemS390xEntitlement | undefined;
}

/** `query-cpus-fast: return.item.s390x.cpu-state` */
export type QueryCpusFastReturnItemS390xCpuState = 'check-stop' | 'load' | 'operating' | 'stopped' | 'uninitialized';

/** `query-cpus-fast: return.item.s390x.entitlement`. Only QEMU 10.0. */
export type QueryCpusFastReturnItemS390xEntitlement = 'auto' | 'high' | 'low' | 'medium';

/** `query-current-machine: return` */
export interface QueryCurrentMachineReturn {
  'wakeup-suspend-support': boolean;
}

/** `query-iothreads: return.item` */
export interface QueryIothreadsReturnItem {
  'aio-max-batch': JsonInteger;
  id: string;
  'poll-grow': JsonInteger;
  'poll-max-ns': JsonInteger;
  'poll-shrink': JsonInteger;
  'thread-id': JsonInteger;
}

/** `query-kvm: return` */
export interface QueryKvmReturn {
  enabled: boolean;
  present: boolean;
}

/** `query-machines: arguments` */
export interface QueryMachinesArguments {
  /** Only QEMU 10.0. Unstable. */
  'compat-props'?: boolean | undefined;
}

/** `query-machines: return.item` */
export interface QueryMachinesReturnItem {
  /** Only QEMU 10.0. */
  acpi?: boolean | undefined;
  alias?: string | undefined;
  /** Only QEMU 10.0. Unstable. */
  'compat-props'?: readonly QueryMachinesReturnItemCompatPropsItem[] | undefined;
  'cpu-max': JsonInteger;
  'default-cpu-type'?: string | undefined;
  'default-ram-id'?: string | undefined;
  deprecated: boolean;
  'hotpluggable-cpus': boolean;
  'is-default'?: boolean | undefined;
  name: string;
  'numa-mem-supported': boolean;
}

/** `query-machines: return.item.compat-props.item`. Only QEMU 10.0. */
export interface QueryMachinesReturnItemCompatPropsItem {
  property: string;
  'qom-type': string;
  value: string;
}

/** `query-memdev: return.item` */
export interface QueryMemdevReturnItem {
  dump: boolean;
  'host-nodes': readonly JsonInteger[];
  id?: string | undefined;
  merge: boolean;
  policy: ObjectOptionsMemoryBackendEpcPolicy;
  prealloc: boolean;
  reserve?: boolean | undefined;
  share: boolean;
  size: JsonInteger;
}

/** `query-memory-size-summary: return` */
export interface QueryMemorySizeSummaryReturn {
  'base-memory': JsonInteger;
  'plugged-memory'?: JsonInteger | undefined;
}

/** `query-sev-attestation-report: arguments` */
export interface QuerySevAttestationReportArguments {
  mnonce: string;
}

/** `query-sev-attestation-report: return` */
export interface QuerySevAttestationReportReturn {
  data: string;
}

/** `query-sev-capabilities: return` */
export interface QuerySevCapabilitiesReturn {
  cbitpos: JsonInteger;
  'cert-chain': string;
  'cpu0-id': string;
  pdh: string;
  'reduced-phys-bits': JsonInteger;
}

/** `query-sev-launch-measure: return` */
export interface QuerySevLaunchMeasureReturn {
  data: string;
}

/** `query-sev: return` */
export type QuerySevReturn = {
  'api-major': JsonInteger;
  'api-minor': JsonInteger;
  'build-id': JsonInteger;
  enabled: boolean;
  /** Only QEMU 7.2. */
  handle?: JsonInteger | undefined;
  /** Only QEMU 7.2. */
  policy?: JsonInteger | undefined;
  state: QuerySevReturnState;
} & (
  | ({ 'sev-type'?: 'sev' } & QuerySevReturnSev)
  | ({ 'sev-type'?: 'sev-snp' } & QuerySevReturnSevSnp)
);

/** `query-sev: return.sev`. Only QEMU 10.0. */
export interface QuerySevReturnSev {
  handle: JsonInteger;
  policy: JsonInteger;
}

/** `query-sev: return.sev-snp`. Only QEMU 10.0. */
export interface QuerySevReturnSevSnp {
  'snp-policy': JsonInteger;
}

/** `query-sev: return.sev-type`. Only QEMU 10.0. */
export type QuerySevReturnSevType = 'sev' | 'sev-snp';

/** `query-sev: return.state` */
export type QuerySevReturnState =
  | 'launch-secret'
  | 'launch-update'
  | 'receive-update'
  | 'running'
  | 'send-update'
  | 'uninit';

/** `query-sgx: return` */
export interface QuerySgxReturn {
  flc: boolean;
  /**
   * Only QEMU 7.2.
   * @deprecated in QEMU 7.2
   */
  'section-size'?: JsonInteger | undefined;
  sections: readonly QuerySgxReturnSectionsItem[];
  sgx: boolean;
  sgx1: boolean;
  sgx2: boolean;
}

/** `query-sgx: return.sections.item` */
export interface QuerySgxReturnSectionsItem {
  node: JsonInteger;
  size: JsonInteger;
}

/** `query-stats: arguments` */
export type QueryStatsArguments = {
  providers?: readonly QueryStatsArgumentsProvidersItem[] | undefined;
} & (
  | { target: 'cryptodev' | 'vm' }
  | ({ target: 'vcpu' } & QueryStatsArgumentsVcpu)
);

/** `query-stats: arguments.providers.item` */
export interface QueryStatsArgumentsProvidersItem {
  names?: readonly string[] | undefined;
  provider: QueryStatsSchemasArgumentsProvider;
}

/** `query-stats: arguments.target` */
export type QueryStatsArgumentsTarget =
  /** Only QEMU 10.0. */
  | 'cryptodev'
  | 'vcpu'
  | 'vm';

/** `query-stats: arguments.vcpu` */
export interface QueryStatsArgumentsVcpu {
  vcpus?: readonly string[] | undefined;
}

/** `query-stats: return.item` */
export interface QueryStatsReturnItem {
  provider: QueryStatsSchemasArgumentsProvider;
  'qom-path'?: string | undefined;
  stats: readonly QueryStatsReturnItemStatsItem[];
}

/** `query-stats: return.item.stats.item` */
export interface QueryStatsReturnItemStatsItem {
  name: string;
  value: QueryStatsReturnItemStatsItemValue;
}

/** `query-stats: return.item.stats.item.value` */
export type QueryStatsReturnItemStatsItemValue = readonly JsonInteger[] | boolean | JsonInteger;

/** `query-stats-schemas: arguments` */
export interface QueryStatsSchemasArguments {
  provider?: QueryStatsSchemasArgumentsProvider | undefined;
}

/** `query-stats-schemas: arguments.provider` */
export type QueryStatsSchemasArgumentsProvider =
  /** Only QEMU 10.0. */
  | 'cryptodev'
  | 'kvm';

/** `query-stats-schemas: return.item` */
export interface QueryStatsSchemasReturnItem {
  provider: QueryStatsSchemasArgumentsProvider;
  stats: readonly QueryStatsSchemasReturnItemStatsItem[];
  target: QueryStatsArgumentsTarget;
}

/** `query-stats-schemas: return.item.stats.item` */
export interface QueryStatsSchemasReturnItemStatsItem {
  base?: JsonInteger | undefined;
  'bucket-size'?: JsonInteger | undefined;
  exponent: JsonInteger;
  name: string;
  type: QueryStatsSchemasReturnItemStatsItemType;
  unit?: QueryStatsSchemasReturnItemStatsItemUnit | undefined;
}

/** `query-stats-schemas: return.item.stats.item.type` */
export type QueryStatsSchemasReturnItemStatsItemType =
  | 'cumulative'
  | 'instant'
  | 'linear-histogram'
  | 'log2-histogram'
  | 'peak';

/** `query-stats-schemas: return.item.stats.item.unit` */
export type QueryStatsSchemasReturnItemStatsItemUnit = 'boolean' | 'bytes' | 'cycles' | 'seconds';

/** `query-target: return` */
export interface QueryTargetReturn {
  arch: QueryTargetReturnArch;
}

/** `query-target: return.arch` */
export type QueryTargetReturnArch =
  | 'aarch64'
  | 'alpha'
  | 'arm'
  | 'avr'
  /** Only QEMU 7.2. */
  | 'cris'
  | 'hppa'
  | 'i386'
  | 'loongarch64'
  | 'm68k'
  | 'microblaze'
  | 'microblazeel'
  | 'mips'
  | 'mips64'
  | 'mips64el'
  | 'mipsel'
  /** Only QEMU 7.2. */
  | 'nios2'
  | 'or1k'
  | 'ppc'
  | 'ppc64'
  | 'riscv32'
  | 'riscv64'
  | 'rx'
  | 's390x'
  | 'sh4'
  | 'sh4eb'
  | 'sparc'
  | 'sparc64'
  | 'tricore'
  | 'x86_64'
  | 'xtensa'
  | 'xtensaeb';

/** `query-vm-generation-id: return` */
export interface QueryVmGenerationIdReturn {
  guid: string;
}

/** `RTC_CHANGE: data` */
export interface RtcChangeData {
  offset: JsonInteger;
  'qom-path': string;
}

/** `set-numa-node: arguments` */
export type SetNumaNodeArguments = (
  | ({ type: 'cpu' } & SetNumaNodeArgumentsCpu)
  | ({ type: 'dist' } & SetNumaNodeArgumentsDist)
  | ({ type: 'hmat-cache' } & SetNumaNodeArgumentsHmatCache)
  | ({ type: 'hmat-lb' } & SetNumaNodeArgumentsHmatLb)
  | ({ type: 'node' } & SetNumaNodeArgumentsNode)
);

/** `set-numa-node: arguments.cpu` */
export interface SetNumaNodeArgumentsCpu {
  /** Only QEMU 10.0. */
  'book-id'?: JsonInteger | undefined;
  'cluster-id'?: JsonInteger | undefined;
  'core-id'?: JsonInteger | undefined;
  'die-id'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'drawer-id'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'module-id'?: JsonInteger | undefined;
  'node-id'?: JsonInteger | undefined;
  'socket-id'?: JsonInteger | undefined;
  'thread-id'?: JsonInteger | undefined;
}

/** `set-numa-node: arguments.dist` */
export interface SetNumaNodeArgumentsDist {
  dst: JsonInteger;
  src: JsonInteger;
  val: JsonInteger;
}

/** `set-numa-node: arguments.hmat-cache` */
export interface SetNumaNodeArgumentsHmatCache {
  associativity: SetNumaNodeArgumentsHmatCacheAssociativity;
  level: JsonInteger;
  line: JsonInteger;
  'node-id': JsonInteger;
  policy: SetNumaNodeArgumentsHmatCachePolicy;
  size: JsonInteger;
}

/** `set-numa-node: arguments.hmat-cache.associativity` */
export type SetNumaNodeArgumentsHmatCacheAssociativity = 'complex' | 'direct' | 'none';

/** `set-numa-node: arguments.hmat-cache.policy` */
export type SetNumaNodeArgumentsHmatCachePolicy = 'none' | 'write-back' | 'write-through';

/** `set-numa-node: arguments.hmat-lb` */
export interface SetNumaNodeArgumentsHmatLb {
  bandwidth?: JsonInteger | undefined;
  'data-type': SetNumaNodeArgumentsHmatLbDataType;
  hierarchy: SetNumaNodeArgumentsHmatLbHierarchy;
  initiator: JsonInteger;
  latency?: JsonInteger | undefined;
  target: JsonInteger;
}

/** `set-numa-node: arguments.hmat-lb.data-type` */
export type SetNumaNodeArgumentsHmatLbDataType =
  | 'access-bandwidth'
  | 'access-latency'
  | 'read-bandwidth'
  | 'read-latency'
  | 'write-bandwidth'
  | 'write-latency';

/** `set-numa-node: arguments.hmat-lb.hierarchy` */
export type SetNumaNodeArgumentsHmatLbHierarchy = 'first-level' | 'memory' | 'second-level' | 'third-level';

/** `set-numa-node: arguments.node` */
export interface SetNumaNodeArgumentsNode {
  cpus?: readonly JsonInteger[] | undefined;
  initiator?: JsonInteger | undefined;
  mem?: JsonInteger | undefined;
  memdev?: string | undefined;
  nodeid?: JsonInteger | undefined;
}

/** `set-numa-node: arguments.type` */
export type SetNumaNodeArgumentsType = 'cpu' | 'dist' | 'hmat-cache' | 'hmat-lb' | 'node';

/** `sev-inject-launch-secret: arguments` */
export interface SevInjectLaunchSecretArguments {
  gpa?: JsonInteger | undefined;
  'packet-header': string;
  secret: string;
}

/** `xen-event-inject: arguments`. Only QEMU 10.0. */
export interface XenEventInjectArguments {
  port: JsonInteger;
}

/** `xen-event-list: return.item`. Only QEMU 10.0. */
export interface XenEventListReturnItem {
  masked: boolean;
  pending: boolean;
  port: JsonInteger;
  'remote-domain': string;
  target: JsonInteger;
  type: XenEventListReturnItemType;
  vcpu: JsonInteger;
}

/** `xen-event-list: return.item.type`. Only QEMU 10.0. */
export type XenEventListReturnItemType = 'closed' | 'interdomain' | 'ipi' | 'pirq' | 'unbound' | 'virq';

/** `xen-load-devices-state: arguments` */
export interface XenLoadDevicesStateArguments {
  filename: string;
}

/** `xen-save-devices-state: arguments` */
export interface XenSaveDevicesStateArguments {
  filename: string;
  live?: boolean | undefined;
}
