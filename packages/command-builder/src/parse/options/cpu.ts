import { isX86Feature } from '@virtkit/capabilities/cpu';
import type { Cpu, CpuFeature, Features, Hyperv } from '@virtkit/domain-conf';
import { isX86 } from '../../machine/machine-family.js';
import { QEMU_NAMES } from '../../options/cpu.js';
import { HYPERV_SWITCHES } from '../../options/hyperv.js';
import { addDevice, type Draft, type OptionParser } from '../draft.js';
import { given, keyOf, some } from '../given.js';
import type { Parameter, Parameters } from '../parameters.js';
import { Unmapped } from '../unmapped.js';
import { addTimer } from './timers.js';

/** `-cpu`: the model, its features, and what the guest sees of the hypervisor through CPUID. */
export const cpuOption: OptionParser = ({ parameters }, draft) => {
  const { definition, arch } = draft;
  const model = parameters.text('model') ?? '';
  const hyperv = hypervOf(parameters);
  definition.features = { ...definition.features, ...given({ hyperv }), ...paravirtualFeatures(parameters, draft) };
  timersOf(parameters, draft);
  if (parameters.flag('hv-crash') === true) addDevice(draft.devices, 'panics', { model: 'hyperv' });
  if (arch === 'armv7l') parameters.implied('aarch64', 'off');
  const vendorId = parameters.text('vendor');
  const own = {
    cache: cacheOf(parameters),
    maxphysaddr: physicalBits(parameters),
    migratable: model === 'host' || model === 'max' ? parameters.flag('migratable') : undefined,
    features: featuresOf(parameters.unread(), arch),
  };
  definition.cpu = { ...definition.cpu, ...modelOf(model, vendorId, definition.cpu), ...given(own) };
};

function modelOf(name: string, vendorId: string | undefined, known: Cpu | undefined): Cpu {
  // A POWER host that is told to be as an older one was read from the machine.
  if (known?.mode === 'host-model') return {};
  if (name === 'host') return { mode: 'host-passthrough', ...given({ model: some({ vendorId }) }) };
  if (name === 'max') return { mode: 'maximum', ...given({ model: some({ vendorId }) }) };
  return { mode: 'custom', match: 'exact', model: { ...given({ vendorId }), name } };
}

/** What remains are features of the model: `sse4.2=on`, `+vmx`, `-svm`. */
function featuresOf(unread: readonly Parameter[], arch: Draft['arch']): CpuFeature[] | undefined {
  const features = unread.map((parameter): CpuFeature => {
    const [, sign, signed] = /^([+-])(.+)$/.exec(parameter.name) ?? [];
    const state = sign === undefined ? parameter.text : sign === '+' ? 'on' : 'off';
    if (state !== 'on' && state !== 'off') throw new Unmapped(`the property '${parameter.name}' has no element`);
    parameter.read = true;
    const name = signed ?? parameter.name;
    return { policy: state === 'on' ? 'require' : 'disable', name: isX86(arch) ? x86Name(name) : name };
  });
  return features.length === 0 ? undefined : features;
}

/** libvirt's name of a feature: QEMU has hyphens where some of those have underscores. */
function x86Name(name: string): string {
  const renamed = keyOf(QEMU_NAMES, name);
  if (renamed !== undefined || isX86Feature(name)) return renamed ?? name;
  const spelled = name.replaceAll('-', '_');
  return isX86Feature(spelled) ? spelled : name;
}

function hypervOf(parameters: Parameters): Hyperv | undefined {
  const switches: Hyperv = {};
  for (const name in HYPERV_SWITCHES) {
    if (isSwitch(name) && parameters.flag(HYPERV_SWITCHES[name]) === true) switches[name] = true;
  }
  const retries = parameters.number('hv-spinlocks');
  const value = parameters.text('hv-vendor-id');
  const stimer = { state: parameters.flag('hv-stimer'), direct: parameters.flag('hv-stimer-direct') };
  const tlbflush = {
    state: parameters.flag('hv-tlbflush'),
    direct: parameters.flag('hv-tlbflush-direct'),
    extended: parameters.flag('hv-tlbflush-ext'),
  };
  return some({
    mode: parameters.flag('hv-passthrough') === true ? ('passthrough' as const) : undefined,
    ...switches,
    spinlocks: retries === undefined ? undefined : { state: true, retries },
    stimer: some(stimer),
    vendorId: value === undefined ? undefined : { state: true, value },
    tlbflush: some(tlbflush),
  });
}

const isSwitch = (name: string): name is keyof typeof HYPERV_SWITCHES => Object.hasOwn(HYPERV_SWITCHES, name);

function paravirtualFeatures(parameters: Parameters, { definition }: Draft): Features {
  const eoi = parameters.flag('kvm-pv-eoi');
  return given({
    apic: eoi === undefined ? undefined : { eoi },
    pvspinlock: parameters.flag('kvm-pv-unhalt'),
    pmu: parameters.flag('pmu'),
    kvm: definition.type === 'kvm' ? kvmOf(parameters, definition.features) : undefined,
  });
}

function kvmOf(parameters: Parameters, features: Features | undefined): Features['kvm'] {
  return some({
    ...features?.kvm,
    hidden: parameters.flag('kvm') === false ? true : undefined,
    hintDedicated: parameters.flag('kvm-hint-dedicated'),
    pollControl: parameters.flag('kvm-poll-control'),
    pvIpi: parameters.flag('kvm-pv-ipi'),
  });
}

function timersOf(parameters: Parameters, draft: Draft): void {
  const present = parameters.flag('kvmclock');
  const frequency = parameters.integer('tsc-frequency');
  if (present !== undefined) addTimer(draft, { name: 'kvmclock', present });
  if (parameters.flag('hv-time') === true) addTimer(draft, { name: 'hypervclock', present: true });
  if (frequency !== undefined) addTimer(draft, { name: 'tsc', frequency });
}

function cacheOf(parameters: Parameters): Cpu['cache'] {
  const host = parameters.flag('host-cache-info');
  const emulated = parameters.flag('l3-cache');
  if (host === undefined && emulated === undefined) return undefined;
  if (host === true) return { mode: 'passthrough' };
  return emulated === true ? { level: 3, mode: 'emulate' } : { mode: 'disable' };
}

function physicalBits(parameters: Parameters): Cpu['maxphysaddr'] {
  const limit = parameters.number('host-phys-bits-limit');
  if (parameters.flag('host-phys-bits') === true) return { mode: 'passthrough', ...given({ limit }) };
  const bits = parameters.number('phys-bits');
  return bits === undefined ? undefined : { mode: 'emulate', bits };
}
