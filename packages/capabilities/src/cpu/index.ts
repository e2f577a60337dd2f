export { baselineCpu } from './baseline-cpu.js';
export type { BaselineOptions } from './baseline-options.js';
export { compareCpu } from './compare-cpu.js';
export type { CpuComparison } from './cpu-comparison.js';
export { type CpuDefinition, type CpuFeature, type FeaturePolicy, formatCpu, parseCpu } from './cpu-definition.js';
export { featureOfLinuxFlag } from './cpuinfo/linux-features.js';
export { parseCpuinfo } from './cpuinfo/parse-cpuinfo.js';
export { expandCpu, hasCpuFeature, updateLiveCpu } from './expand-cpu.js';
export { guestCpu, updateGuestCpu } from './guest-cpu.js';
export { type Ppc64Model, ppc64Models } from './ppc64/ppc64-models.js';
export { parseCpuData } from './x86/cpu-data.js';
export { guestCpuOfData, hostCpuOfData, type UsableModel } from './x86/cpu-of-data.js';
export { cpuOfData } from './x86/cpuid.js';
export { type DecodedCpu, type DecodeOptions, decodeX86Cpu, type X86Cpu } from './x86/decode-cpu.js';
export { expandedCpu, x86HostModel } from './x86/host-model.js';
export type { X86Vendor } from './x86/models/model-row.js';
export {
  featureNameOf,
  featuresOfData,
  isX86Feature,
  sortX86Features,
  type X86Data,
  type X86Feature,
  x86Features,
} from './x86/x86-features.js';
export { versionedName, type X86Model, type X86Signature, x86Model, x86Models } from './x86/x86-models.js';
