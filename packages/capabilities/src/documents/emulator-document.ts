import {
  attribute,
  child,
  children,
  element,
  type Field,
  type Infer,
  oneOf,
  required,
  string,
  uint,
  uint64,
  within,
  yesNo,
} from '@virtkit/xml';
import { cpuDataElement } from '../cpu/x86/cpu-data.js';
import { sgxFields } from './sgx-fields.js';

const named = (name: string) => element(name, { name: attribute(string, required) });

const property = element('property', {
  name: attribute(string, required),
  type: attribute(oneOf('boolean', 'string', 'number'), required),
  value: attribute(string, required),
  migratable: attribute(yesNo),
});

const type = attribute(oneOf('kvm', 'hvf', 'tcg'), required);

const hostCpu = element('hostCPU', {
  type,
  model: attribute(string, required),
  migratability: attribute(yesNo, required),
  properties: children(property),
  ...within('deprecatedFeatures', { deprecated: children(named('property')) }),
});

const cpu = element('cpu', {
  type,
  name: attribute(string, required),
  typename: attribute(string),
  usable: attribute(oneOf('yes', 'no', 'unknown')),
  deprecated: attribute(yesNo),
  blockers: children(named('blocker')),
});

const machine = element('machine', {
  type,
  name: attribute(string, required),
  alias: attribute(string),
  hotplugCpus: attribute(yesNo),
  maxCpus: attribute(uint),
  isDefault: attribute(yesNo, { name: 'default' }),
  defaultCpu: attribute(string, { name: 'defaultCPU' }),
  numaMemSupported: attribute(yesNo),
  defaultRamId: attribute(string, { name: 'defaultRAMid' }),
  deprecated: attribute(yesNo),
  acpi: attribute(yesNo),
});

const gic = element('gic', {
  version: attribute(oneOf('2', '3'), required),
  kernel: attribute(yesNo, required),
  emulated: attribute(yesNo, required),
});

const sev = element('sev', {
  cbitpos: child(uint, required),
  reducedPhysBits: child(uint, required),
  pdh: child(string, required),
  certChain: child(string, required),
  cpu0Id: child(string),
});

const hyperv = element('hypervCapabilities', { supported: attribute(yesNo, required), caps: children(named('cap')) });

/** Of several elements with one name, those of one accelerator: libvirt writes one accelerator after the other. */
function ofType<T>(accelerator: string, field: Field<T, false>): Field<T, false> {
  return {
    ...field,
    bind(key) {
      const bound = field.bind(key);
      return bound.place === 'child' ? { ...bound, where: ['type', accelerator] } : bound;
    },
  };
}

/** The document in which libvirt keeps what it learnt about an emulator: `capabilities/DIGEST.xml` of its cache. */
export const emulatorDocument = element('qemuCaps', {
  emulator: child(string),
  qemuctime: child(uint64),
  qemumoddirmtime: child(uint64),
  selfctime: child(uint64),
  selfvers: child(uint64),
  flags: children(named('flag')),
  version: child(uint, required),
  microcodeVersion: child(uint),
  hostCpuSignature: child(string, { name: 'hostCPUSignature' }),
  package: child(string),
  kernelVersion: child(string),
  arch: child(string, required),
  cpuData: child(cpuDataElement),
  kvmHostCpu: ofType('kvm', child(hostCpu)),
  kvmCpus: ofType('kvm', children(cpu)),
  kvmMachines: ofType('kvm', children(machine)),
  hvfHostCpu: ofType('hvf', child(hostCpu)),
  hvfCpus: ofType('hvf', children(cpu)),
  hvfMachines: ofType('hvf', children(machine)),
  tcgHostCpu: ofType('tcg', child(hostCpu)),
  tcgCpus: ofType('tcg', children(cpu)),
  tcgMachines: ofType('tcg', children(machine)),
  gic: children(gic),
  sev: child(sev),
  sgx: child(element('sgx', sgxFields)),
  hyperv: child(hyperv),
});

/** The document as a value. */
export type EmulatorDocument = Infer<typeof emulatorDocument>;
/** `<hostCPU>` as a value. */
export type HostCpuElement = Infer<typeof hostCpu>;
/** `<cpu>` as a value. */
export type CpuElement = Infer<typeof cpu>;
/** `<machine>` as a value. */
export type MachineElement = Infer<typeof machine>;
