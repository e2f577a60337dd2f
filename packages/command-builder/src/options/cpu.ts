import { acceleratorOf } from '@virtkit/capabilities';
import { type KeyedProperty, keyedPairs } from '../arguments/argument.js';
import { acceleratorName, type BuildContext } from '../build/build-context.js';
import type { OptionBuilder } from '../build/section.js';
import { findTimer } from '../definition/timers.js';
import { isPpc, isX86 } from '../machine/machine-family.js';
import { hypervProperties } from './hyperv.js';

/** `-cpu`: the model, its features, and what the guest sees of the hypervisor through CPUID. */
export const cpuOption: OptionBuilder = (context) => {
  const head = cpuModel(context);
  const pairs: KeyedProperty[] = [
    ...widthProperties(context),
    ...modelProperties(context),
    ...timerProperties(context),
    ...paravirtualProperties(context),
    ...hypervProperties(context),
    ...kvmProperties(context),
    ...pmuProperties(context),
    ...cacheProperties(context),
    ...addressProperties(context),
  ];
  if (head === undefined && pairs.length === 0) return [];
  return [keyedPairs('cpu', head ?? defaultModel(context), pairs)];
};

function cpuModel({ definition, arch }: BuildContext): string | undefined {
  const { cpu } = definition;
  switch (cpu?.mode) {
    case 'host-passthrough':
      return 'host';
    case 'maximum':
      return 'max';
    case 'host-model':
      return isPpc(arch) ? 'host' : cpu.model?.name;
    default:
      return cpu?.model?.name;
  }
}

/** A host of 64 bits runs a guest of 32 if told so. */
function widthProperties({ arch, definition, capabilities }: BuildContext): KeyedProperty[] {
  const narrow = arch === 'armv7l' && capabilities.arch === 'aarch64' && definition.type === 'kvm';
  return narrow ? [['aarch64', false]] : [];
}

/** What QEMU would choose, where only a property has to be told. */
function defaultModel({ arch }: BuildContext): string {
  return arch === 'i686' ? 'qemu32' : 'qemu64';
}

/** Features that have another name altogether. */
export const QEMU_NAMES: Readonly<Partial<Record<string, string>>> = { pclmuldq: 'pclmulqdq', ffxsr: 'fxsr-opt' };

/** QEMU spells features with hyphens where libvirt has underscores. */
function modelProperties(context: BuildContext): KeyedProperty[] {
  const { definition, arch, flags } = context;
  const { cpu } = definition;
  const pairs: KeyedProperty[] = [];
  if (cpu?.model?.vendorId !== undefined) pairs.push(['vendor', cpu.model.vendorId]);
  const migratable = cpu?.mode === 'host-passthrough' || cpu?.mode === 'maximum' ? cpu.migratable : undefined;
  if (migratable !== undefined && isX86(arch) && flags.has('cpu.migratable')) pairs.push(['migratable', migratable]);
  for (const { name, policy } of cpu?.features ?? []) {
    const spelled = isX86(arch) ? (QEMU_NAMES[name] ?? name.replaceAll('_', '-')) : name;
    const off = policy === 'disable' || policy === 'forbid';
    if (!off || !isX86(arch) || isKnown(context, spelled, name)) pairs.push([spelled, !off]);
  }
  return pairs;
}

/** Whether this QEMU knows a feature by one of the names, or doesn't say: one that it has dropped can't be switched off. */
function isKnown({ capabilities, definition }: BuildContext, ...names: readonly string[]): boolean {
  const properties = acceleratorOf(capabilities, acceleratorName(definition))?.hostCpu?.properties;
  return properties?.some(({ name }) => names.includes(name)) !== false;
}

function timerProperties({ definition }: BuildContext): KeyedProperty[] {
  const kvmclock = findTimer(definition, 'kvmclock')?.present;
  const tsc = findTimer(definition, 'tsc')?.frequency;
  const hypervclock = findTimer(definition, 'hypervclock')?.present;
  const pairs: KeyedProperty[] = [];
  if (kvmclock !== undefined) pairs.push(['kvmclock', kvmclock]);
  if (hypervclock === true) pairs.push(['hv-time', true]);
  if (tsc !== undefined) pairs.push(['tsc-frequency', String(tsc)]);
  return pairs;
}

function paravirtualProperties({ definition }: BuildContext): KeyedProperty[] {
  const { apic, pvspinlock } = definition.features ?? {};
  const pairs: KeyedProperty[] = [];
  if (apic?.eoi !== undefined) pairs.push(['kvm-pv-eoi', apic.eoi]);
  if (pvspinlock !== undefined) pairs.push(['kvm-pv-unhalt', pvspinlock]);
  return pairs;
}

function kvmProperties(context: BuildContext): KeyedProperty[] {
  if (acceleratorName(context.definition) !== 'kvm') return [];
  const kvm = context.definition.features?.kvm;
  const pairs: KeyedProperty[] = [];
  if (kvm?.hidden === true) pairs.push(['kvm', false]);
  if (kvm?.hintDedicated === true) pairs.push(['kvm-hint-dedicated', true]);
  if (kvm?.pollControl === true) pairs.push(['kvm-poll-control', true]);
  if (kvm?.pvIpi === false) pairs.push(['kvm-pv-ipi', false]);
  return pairs;
}

function pmuProperties({ definition }: BuildContext): KeyedProperty[] {
  const pmu = definition.features?.pmu;
  return pmu === undefined ? [] : [['pmu', pmu]];
}

function cacheProperties({ definition }: BuildContext): KeyedProperty[] {
  const { cache, mode } = definition.cpu ?? {};
  const host = mode === 'host-passthrough' || mode === 'maximum';
  switch (cache?.mode) {
    case 'emulate':
      return host
        ? [
            ['l3-cache', true],
            ['host-cache-info', false],
          ]
        : [['l3-cache', true]];
    case 'passthrough':
      return [
        ['host-cache-info', true],
        ['l3-cache', false],
      ];
    case 'disable':
      return host
        ? [
            ['host-cache-info', false],
            ['l3-cache', false],
          ]
        : [['l3-cache', false]];
    default:
      return [];
  }
}

function addressProperties({ definition }: BuildContext): KeyedProperty[] {
  const size = definition.cpu?.maxphysaddr;
  if (size === undefined) return [];
  if (size.mode === 'passthrough') {
    const limit: KeyedProperty[] = size.limit === undefined ? [] : [['host-phys-bits-limit', size.limit]];
    return [['host-phys-bits', true], ...limit];
  }
  return size.bits === undefined ? [] : [['phys-bits', size.bits]];
}
