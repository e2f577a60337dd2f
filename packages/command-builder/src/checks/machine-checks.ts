import type { Features } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { machineOf } from '../complete/completion-context.js';
import type { MachineFamily } from '../machine/machine-family.js';
import { type DefinitionCheck, unsupported } from './check.js';

/** Features that only one family of machine types has, by their names in XML. */
const FAMILY_FEATURES: readonly (readonly [keyof Features, string, MachineFamily])[] = [
  ['hpt', 'hpt', 'pseries'],
  ['htm', 'htm', 'pseries'],
  ['nestedHv', 'nested-hv', 'pseries'],
  ['ccfAssist', 'ccf-assist', 'pseries'],
  ['cfpc', 'cfpc', 'pseries'],
  ['sbbc', 'sbbc', 'pseries'],
  ['ibs', 'ibs', 'pseries'],
  ['gic', 'gic', 'arm-virt'],
  ['ras', 'ras', 'arm-virt'],
  ['aia', 'aia', 'riscv-virt'],
];

/** Features are for the machines that have them. */
export const featuresFitMachine: DefinitionCheck = (definition, context) => {
  const { arch, family, name } = machineOf(definition, context);
  const { features = {} } = definition;
  for (const [feature, xmlName, only] of FAMILY_FEATURES) {
    if (features[feature] === undefined || family === only) continue;
    unsupported(`The '${xmlName}' feature is not supported for architecture '${arch}' or machine type '${name}'`);
  }
  if (features.smm?.tsegBytes !== undefined && family !== 'q35') {
    unsupported('SMM TSEG is only supported with q35 machine type');
  }
};

/** The keyboard controller can be left out only by an emulator that knows the option, and then nothing may need it. */
export const ps2Fits: DefinitionCheck = (definition, context) => {
  const { ps2 } = definition.features ?? {};
  if (ps2 === undefined) return;
  const { family } = machineOf(definition, context);
  if ((family !== 'q35' && family !== 'i440fx') || !context.flags.has('machine-i8042-opt')) {
    unsupported('ps2 feature state cannot be controlled with this QEMU binary');
  }
  const any = definition.devices?.inputs?.some(({ bus }) => bus === 'ps2') === true;
  if (!ps2 && any) unsupported('ps2 bus inputs require the ps2 feature not to be disabled');
};

/** The emulator knows the accelerator that the type of the domain names. */
export const acceleratorIsThere: DefinitionCheck = ({ type, devices }, { capabilities }) => {
  if (type !== 'hvf' || capabilities.accelerators.some(({ name }) => name === 'hvf')) return;
  unsupported(`Emulator '${devices?.emulator ?? capabilities.binary}' does not support virt type 'hvf'`);
};

/** POWER plugs whole cores. */
export const vcpusFillCores: DefinitionCheck = (definition, context) => {
  if (machineOf(definition, context).family !== 'pseries') return;
  const { vcpu = {}, cpu } = definition;
  const { count = 1, current = count } = vcpu;
  const granularity = cpu?.topology?.threads ?? 1;
  if (count % granularity === 0 && current % granularity === 0) return;
  unsupported(`vCPUs count must be a multiple of the vCPU hotplug granularity (${granularity})`);
};

/** The topology has as many CPUs as the domain may have. */
export const topologyFits: DefinitionCheck = ({ vcpu, cpu }) => {
  const { topology } = cpu ?? {};
  if (topology === undefined) return;
  const { sockets, dies = 1, clusters = 1, cores, threads } = topology;
  if (sockets * dies * clusters * cores * threads !== (vcpu?.count ?? 1)) {
    unsupported("CPU topology doesn't match maximum vcpu count");
  }
};

/** What QEMU has no control group setting for. */
export const memtuneFits: DefinitionCheck = ({ memtune }) => {
  if (memtune?.minGuaranteeKiB !== undefined) unsupported("Parameter 'min_guarantee' not supported by QEMU.");
};

/** Timers that a machine and an accelerator keep. */
export const timersFit: DefinitionCheck = (definition, context) => {
  const { arch, name } = machineOf(definition, context);
  for (const timer of definition.clock?.timers ?? []) {
    if (timer.name === 'armvtimer' && definition.type !== 'kvm') {
      const guests = `virtType=${definition.type} arch=${arch} machine=${name} guests`;
      unsupported(`Configuring the 'armvtimer' timer is not supported for ${guests}`);
    }
    if (timer.name === 'rtc' && (timer.tickpolicy === 'merge' || timer.tickpolicy === 'discard')) {
      unsupported(`unsupported rtc timer tickpolicy '${timer.tickpolicy}'`);
    }
  }
};

/** Ways of starting a guest that even its host can't look into. */
export const launchSecurityFits: DefinitionCheck = ({ launchSecurity }, { flags }) => {
  if (launchSecurity?.type === 'sev' && !flags.has('sev-guest')) refuseSecurity('sev');
  if (launchSecurity?.type === 'sev-snp' && !flags.has('sev-snp-guest')) refuseSecurity('sev-snp');
};

function refuseSecurity(kind: string): never {
  return unsupported(`'${kind}' launch security is not supported with this QEMU binary`);
}

/** A loader that nobody can choose has to have a path. */
export const loaderHasPath: DefinitionCheck = ({ os }) => {
  if (os?.loader === undefined || os.firmware !== undefined || os.loader.path !== undefined) return;
  throw new VirtError('XML_DETAIL', 'no loader path specified and firmware auto selection disabled');
};

/** What QEMU takes as an ACPI table. */
export const acpiTablesFit: DefinitionCheck = ({ os }) => {
  const { type } = os?.acpiTables?.find((table) => table.type === 'rawset') ?? {};
  if (type !== undefined) unsupported(`ACPI table type '${type}' is not supported`);
};
