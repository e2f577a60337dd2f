export {
  type Architecture,
  type ArchitectureName,
  architectureOfTarget,
  architectures,
  isArchitectureName,
} from './architecture.js';
export type { EmulatorStamp } from './documents/emulator-stamp.js';
export { formatCapabilities } from './documents/format-capabilities.js';
export { type CapabilitiesReading, parseCapabilities } from './documents/parse-capabilities.js';
export {
  buildDomainCapabilities,
  type DomainCapabilitiesOptions,
  requireVirtType,
  type VirtType,
} from './domain-capabilities/build-domain-capabilities.js';
export { DEFAULT_LOADERS } from './domain-capabilities/build-os.js';
export type { DomainCapabilities } from './domain-capabilities/document.js';
export { formatDomainCapabilities } from './domain-capabilities/format-domain-capabilities.js';
export { parseDomainCapabilities } from './domain-capabilities/parse-domain-capabilities.js';
export type { Detection, Flag } from './flags/flag.js';
export { type CapabilityFlag, flagNumber, flags, isCapabilityFlag, sortFlags } from './flags/flags.js';
export type { CpuidLeaf, CpuTopology, HostCpu, HostKvm, HostLaunchSecurity, MsrValue } from './host/cpu.js';
export type { HostDevices, HostPciDevice } from './host/devices.js';
export type { HostDirectories, TlsUse } from './host/directories.js';
export type { FirmwareDescriptor, FirmwareFile, FirmwareMapping } from './host/firmware.js';
export type { CacheBank, HostMemory, HostProcessor, HugetlbfsMount, NumaCell } from './host/memory.js';
export type { HostAllocations, HostMoment } from './host/moment.js';
export type { HostNetwork, HostNetworkPort, HostObjects, HostSecret, HostVolume } from './host/objects.js';
export type { HostPrograms, VhostUserProgram } from './host/programs.js';
export type { HostSecurity, SecurityModel } from './host/security.js';
export type { DriverSettings } from './host/settings.js';
export type { DescribedHost } from './host-capabilities/build-host.js';
export type { GuestCapabilities, HostCapabilities } from './host-capabilities/document.js';
export {
  buildHostCapabilities,
  formatHostCapabilities,
  parseHostCapabilities,
} from './host-capabilities/host-capabilities.js';
export type { HostDescription } from './host-description.js';
export type {
  AcceleratorCapabilities,
  AcceleratorName,
  CpuModel,
  CpuProperty,
  EmulatorCapabilities,
  GicCapability,
  HostCpuModel,
  HypervCapabilities,
  MachineType,
  SevCapability,
  SgxCapability,
} from './model.js';
export { type InterpretOptions, interpretProbe, MINIMUM_VERSION } from './probe/interpret-probe.js';
export { nextQuestions, type ProbeScope } from './probe/next-questions.js';
export type { Exchange, JsonObject, JsonValue, ProbeRecording, Question, Reply } from './probe/recording.js';
export { formatRecording, parseRecording } from './probe/recording-text.js';
export { hasSchemaPath, indexSchema, type SchemaIndex } from './probe/schema-path.js';
export { acceleratorOf, findMachine, hasFlag } from './questions.js';
