import { VirtError } from '@virtkit/errors';
import { readDocument } from '@virtkit/xml';
import { isArchitectureName } from '../architecture.js';
import { dataOfElement } from '../cpu/x86/cpu-data.js';
import { isCapabilityFlag } from '../flags/flags.js';
import type {
  AcceleratorCapabilities,
  AcceleratorName,
  CpuModel,
  CpuProperty,
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
import { sgxOfElement } from './sgx-fields.js';

/** What a document of libvirt's cache holds. */
export interface CapabilitiesReading {
  capabilities: EmulatorCapabilities;
  stamp: EmulatorStamp;
}

/**
 * Parses the document in which libvirt keeps what it learnt about an emulator. Flags that are obsolete or unknown are
 * left out.
 *
 * @throws {VirtError} `XML_ERROR` for what is no such document.
 */
export function parseCapabilities(xml: string): CapabilitiesReading {
  const { value } = readDocument(emulatorDocument, xml);
  const { arch, sev, sgx, hyperv } = value;
  if (!isArchitectureName(arch)) throw new VirtError('XML_ERROR', `unknown architecture '${arch}'`, { domain: 'QEMU' });
  return {
    capabilities: {
      binary: value.emulator ?? '',
      arch,
      version: value.version,
      package: value.package ?? '',
      flags: (value.flags ?? []).map((flag) => flag.name).filter(isCapabilityFlag),
      accelerators: acceleratorsOf(value),
      gic: (value.gic ?? []).map((one) => ({ ...one, version: one.version === '2' ? 2 : 3 })),
      ...(sev && { sev }),
      ...(sgx?.supported && { sgx: sgxOfElement(sgx) }),
      ...(hyperv && {
        hyperv: { supported: hyperv.supported, features: (hyperv.caps ?? []).map((cap) => cap.name) },
      }),
      microcodeVersion: value.microcodeVersion ?? 0,
    },
    stamp: stampOf(value),
  };
}

function stampOf(document: EmulatorDocument): EmulatorStamp {
  const { hostCpuSignature, kernelVersion, cpuData } = document;
  const times = (['qemuctime', 'qemumoddirmtime', 'selfctime', 'selfvers'] as const).flatMap((name) =>
    document[name] === undefined ? [] : [[name, Number(document[name])] as const],
  );
  return {
    ...Object.fromEntries(times),
    ...(hostCpuSignature !== undefined && { hostCpuSignature }),
    ...(kernelVersion !== undefined && { kernelVersion }),
    ...(cpuData && { cpuData: dataOfElement(cpuData) }),
  };
}

function acceleratorsOf(document: EmulatorDocument): AcceleratorCapabilities[] {
  return (['kvm', 'hvf', 'tcg'] as const).flatMap((name: AcceleratorName) => {
    const hostCpu = document[`${name}HostCpu`];
    const cpus = document[`${name}Cpus`] ?? [];
    const machines = document[`${name}Machines`] ?? [];
    if (!hostCpu && cpus.length === 0 && machines.length === 0) return [];
    return {
      name,
      machines: machines.map(machineOf),
      cpuModels: cpus.map(cpuModelOf),
      ...(hostCpu && { hostCpu: hostCpuOf(hostCpu) }),
    };
  });
}

function machineOf({ type: _, ...machine }: MachineElement): MachineType {
  return {
    ...machine,
    maxCpus: machine.maxCpus ?? 0,
    hotplugCpus: machine.hotplugCpus ?? false,
    isDefault: machine.isDefault ?? false,
    numaMemSupported: machine.numaMemSupported ?? false,
    deprecated: machine.deprecated ?? false,
  };
}

function cpuModelOf({ name, typename, usable, deprecated, blockers }: CpuElement): CpuModel {
  return {
    name,
    ...(typename !== undefined && { typename }),
    ...(usable !== undefined && usable !== 'unknown' && { usable: usable === 'yes' }),
    blockers: (blockers ?? []).map((blocker) => blocker.name),
    deprecated: deprecated ?? false,
  };
}

function hostCpuOf({ model, migratability, properties, deprecated }: HostCpuElement): HostCpuModel {
  return {
    name: model,
    migratability,
    properties: (properties ?? []).map(propertyOf),
    ...(deprecated && { deprecatedFeatures: deprecated.map((feature) => feature.name) }),
  };
}

function propertyOf({ type, value, ...rest }: NonNullable<HostCpuElement['properties']>[number]): CpuProperty {
  switch (type) {
    case 'boolean':
      return { ...rest, type, value: value === 'true' };
    case 'string':
      return { ...rest, type, value };
    case 'number':
      return { ...rest, type, value: Number.isSafeInteger(Number(value)) ? Number(value) : value };
  }
}
