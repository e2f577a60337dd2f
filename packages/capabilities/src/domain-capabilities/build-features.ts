import { sgxElement } from '../documents/sgx-fields.js';
import type { AcceleratorCapabilities, EmulatorCapabilities, MachineType } from '../model.js';
import { hasFlag } from '../questions.js';
import type { DomainCapabilities } from './document.js';
import { hasPs2, isArmVirt } from './machine-kinds.js';

type Features = Required<DomainCapabilities['features']>;

/** What decides which features a domain may have. */
export interface FeatureContext {
  capabilities: EmulatorCapabilities;
  accelerator: AcceleratorCapabilities;
  machine: MachineType;
}

/** The features that a domain may have. */
export function buildFeatures(context: FeatureContext): DomainCapabilities['features'] {
  const { capabilities, machine } = context;
  const has = (...flags: Parameters<typeof hasFlag>[1][]) => flags.every((flag) => hasFlag(capabilities, flag));
  const x86 = capabilities.arch === 'x86_64' || capabilities.arch === 'i686';
  const s390Pv = has('confidential-guest-support', 's390-pv-guest');
  const { hyperv } = capabilities;
  return {
    gic: buildGic(context),
    vmcoreinfo: { supported: has('vmcoreinfo') },
    genid: { supported: has('vmgenid') },
    backingStoreInput: { supported: true },
    backup: { supported: true },
    asyncTeardown: { supported: has('run-with.async-teardown') },
    ...(capabilities.arch === 's390x' && { s390Pv: { supported: s390Pv } }),
    ps2: { supported: x86 && has('machine-i8042-opt') && hasPs2(machine) },
    sev: buildSev(capabilities),
    sgx: capabilities.sgx ? sgxElement(capabilities.sgx) : { supported: false },
    ...(hyperv && { hyperv: { supported: hyperv.supported, features: hyperv.features } }),
    launchSecurity: buildLaunchSecurity(capabilities, s390Pv),
  };
}

function buildGic({ capabilities, accelerator, machine }: FeatureContext): Features['gic'] {
  const versions = capabilities.gic
    .filter(({ kernel, emulated }) => (accelerator.name === 'kvm' ? kernel : accelerator.name === 'tcg' && emulated))
    .map(({ version }) => String(version))
    .sort();
  if (!isArmVirt(machine, capabilities) || versions.length === 0) return { supported: false };
  return { supported: true, version: versions };
}

function buildSev({ sev }: EmulatorCapabilities): Features['sev'] {
  if (!sev) return { supported: false };
  return {
    supported: true,
    cbitpos: sev.cbitpos,
    reducedPhysBits: sev.reducedPhysBits,
    maxGuests: sev.maxGuests ?? 0,
    maxESGuests: sev.maxEsGuests ?? 0,
    ...(sev.cpu0Id !== undefined && { cpu0Id: sev.cpu0Id }),
  };
}

function buildLaunchSecurity(capabilities: EmulatorCapabilities, s390Pv: boolean): Features['launchSecurity'] {
  const sectype = [
    ...(hasFlag(capabilities, 'sev-guest') ? ['sev'] : []),
    ...(hasFlag(capabilities, 'sev-snp-guest') ? ['sev-snp'] : []),
    ...(s390Pv ? ['s390-pv'] : []),
  ];
  return sectype.length > 0 ? { supported: true, sectype } : { supported: false };
}
