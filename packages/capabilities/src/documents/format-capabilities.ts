import { writeDocument } from '@virtkit/xml';
import type {
  AcceleratorCapabilities,
  AcceleratorName,
  CpuModel,
  EmulatorCapabilities,
  HostCpuModel,
  MachineType,
} from '../model.js';
import {
  type CpuElement,
  type EmulatorDocument,
  emulatorDocument,
  type HostCpuElement,
  type MachineElement,
} from './emulator-document.js';
import type { EmulatorStamp } from './emulator-stamp.js';
import { sgxElement } from './sgx-fields.js';

/** Formats an emulator's capabilities as the document that libvirt keeps in its cache. Times that aren't told are 0. */
export function formatCapabilities(capabilities: EmulatorCapabilities, stamp: EmulatorStamp = {}): string {
  return writeDocument(emulatorDocument, toDocument(capabilities, stamp));
}

function toDocument(capabilities: EmulatorCapabilities, stamp: EmulatorStamp): EmulatorDocument {
  const { qemuctime = 0, selfctime = 0, selfvers = 0, cpuData, ...rest } = stamp;
  const { sev, sgx, hyperv } = capabilities;
  const document: EmulatorDocument = {
    emulator: capabilities.binary,
    qemuctime,
    selfctime,
    selfvers,
    ...rest,
    flags: capabilities.flags.map((name) => ({ name })),
    version: capabilities.version,
    microcodeVersion: capabilities.microcodeVersion,
    package: capabilities.package,
    arch: capabilities.arch,
    ...(cpuData && { cpuData: { arch: 'x86', cpuid: [...cpuData.cpuid], msr: [...cpuData.msr] } }),
    gic: capabilities.gic.map((one) => ({ ...one, version: one.version === 2 ? '2' : '3' })),
    ...(sev && { sev }),
    ...(sgx && { sgx: sgxElement(sgx) }),
    ...(hyperv && { hyperv: { supported: hyperv.supported, caps: hyperv.features.map((name) => ({ name })) } }),
  };
  for (const accelerator of capabilities.accelerators) Object.assign(document, acceleratorParts(accelerator));
  return document;
}

function acceleratorParts({ name, hostCpu, cpuModels, machines }: AcceleratorCapabilities): Partial<EmulatorDocument> {
  return {
    ...(hostCpu && { [`${name}HostCpu`]: hostCpuElement(name, hostCpu) }),
    [`${name}Cpus`]: cpuModels.map((model) => cpuElement(name, model)),
    [`${name}Machines`]: machines.map((machine) => machineElement(name, machine)),
  };
}

function hostCpuElement(type: AcceleratorName, cpu: HostCpuModel): HostCpuElement {
  return {
    type,
    model: cpu.name,
    migratability: cpu.migratability,
    properties: cpu.properties.map(({ name, type: kind, value, migratable }) => ({
      name,
      type: kind,
      value: String(value),
      ...(migratable !== undefined && { migratable }),
    })),
    ...(cpu.deprecatedFeatures && { deprecated: cpu.deprecatedFeatures.map((name) => ({ name })) }),
  };
}

function cpuElement(type: AcceleratorName, model: CpuModel): CpuElement {
  return {
    type,
    name: model.name,
    ...(model.typename !== undefined && { typename: model.typename }),
    ...(model.usable !== undefined && { usable: model.usable ? 'yes' : 'no' }),
    ...(model.deprecated && { deprecated: true }),
    blockers: model.blockers.map((name) => ({ name })),
  };
}

function machineElement(type: AcceleratorName, machine: MachineType): MachineElement {
  const { hotplugCpus, isDefault, numaMemSupported, deprecated, ...rest } = machine;
  return {
    type,
    ...rest,
    ...(hotplugCpus && { hotplugCpus }),
    ...(isDefault && { isDefault }),
    ...(numaMemSupported && { numaMemSupported }),
    ...(deprecated && { deprecated }),
  };
}
