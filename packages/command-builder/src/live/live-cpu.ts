import type { ArchitectureName } from '@virtkit/capabilities';
import {
  type AcceleratorCapabilities,
  acceleratorOf,
  type EmulatorCapabilities,
  type HostDescription,
} from '@virtkit/capabilities';
import { type CpuDefinition, updateGuestCpu, x86HostModel, x86Model } from '@virtkit/capabilities/cpu';
import type { Cpu, CpuFeature, DomainDefinition } from '@virtkit/domain-conf';
import { acceleratorName } from '../build/build-context.js';
import { isX86 } from '../machine/machine-family.js';

/** What hosts have but no guest gets unasked: no emulator can give it, or it would pin the guest to its host. */
const HOST_ONLY: ReadonlySet<string> = new Set(['invtsc', 'cmt', 'mbm_total', 'mbm_local', 'osxsave', 'ospke']);

/** The CPU as it runs: the host's or the least that would do becomes a named model with its features. */
export function liveCpu(
  definition: DomainDefinition,
  arch: ArchitectureName,
  capabilities: EmulatorCapabilities,
  host: HostDescription,
): DomainDefinition {
  const { cpu } = definition;
  if (cpu === undefined) return definition;
  const accelerator = acceleratorOf(capabilities, acceleratorName(definition)) ?? capabilities.accelerators[0];
  if (cpu.mode === 'host-model') {
    const model = isX86(arch) ? hostModel(accelerator, host) : expandedModel(accelerator);
    return model === undefined ? definition : { ...definition, cpu: named(cpu, model) };
  }
  const open =
    cpu.match === 'minimum' || cpu.match === 'strict' || cpu.features?.some(({ policy }) => policy === 'optional');
  if (!isX86(arch) || cpu.mode !== 'custom') return definition;
  if (open !== true) return { ...definition, cpu: withoutRemoved(cpu) };
  const model = hostModel(accelerator, host);
  return model === undefined ? definition : { ...definition, cpu: updated(cpu, model, arch) };
}

/** Features that a model had in older QEMU are off unless asked for, so that the model is the same with every QEMU. */
function withoutRemoved(cpu: Cpu): Cpu {
  const removed = x86Model(cpu.model?.name ?? '')?.removed;
  if (removed === undefined || removed.size === 0) return cpu;
  const named = new Set(cpu.features?.map(({ name }) => name));
  const off = [...removed].filter((name) => !named.has(name)).map((name) => ({ policy: 'disable', name }) as const);
  return off.length === 0 ? cpu : { ...cpu, features: [...(cpu.features ?? []), ...off] };
}

interface NamedModel {
  readonly name: string;
  readonly vendor?: string | undefined;
  readonly features: readonly CpuFeature[];
}

function hostModel(accelerator: AcceleratorCapabilities | undefined, { cpu }: HostDescription): NamedModel | undefined {
  const decoded = accelerator === undefined ? undefined : x86HostModel(accelerator);
  if (decoded !== undefined) {
    const features: CpuFeature[] = [
      ...decoded.require.map((name) => ({ policy: 'require', name }) as const),
      ...decoded.disable.map((name) => ({ policy: 'disable', name }) as const),
    ];
    return {
      name: decoded.model.name,
      vendor: decoded.vendor,
      features: features.filter(({ name }) => !HOST_ONLY.has(name)),
    };
  }
  if (cpu?.model === undefined) return undefined;
  const features = cpu.features
    .filter((name) => !HOST_ONLY.has(name))
    .map((name) => ({ policy: 'require', name }) as const);
  return { name: cpu.model, vendor: cpu.vendor, features };
}

/** Elsewhere the emulator's own expansion is the model. */
function expandedModel(accelerator: AcceleratorCapabilities | undefined): NamedModel | undefined {
  const expanded = accelerator?.hostCpu;
  if (expanded === undefined) return undefined;
  const features = expanded.properties.flatMap((property): CpuFeature[] =>
    property.type === 'boolean' ? [{ policy: property.value ? 'require' : 'disable', name: property.name }] : [],
  );
  return { name: expanded.name, features };
}

/** The host's model, with what the definition says of single features put over it. */
function named(cpu: Cpu, { name, vendor, features }: NamedModel): Cpu {
  const own = new Map((cpu.features ?? []).map((feature) => [feature.name, feature]));
  const merged = features.map((feature) => own.get(feature.name) ?? feature);
  const known = new Set(features.map((feature) => feature.name));
  const added = (cpu.features ?? []).filter((feature) => !known.has(feature.name));
  const { vendorId } = cpu.model ?? {};
  return {
    ...cpu,
    mode: 'custom',
    match: 'exact',
    model: { fallback: 'forbid', ...(vendorId === undefined ? {} : { vendorId }), name },
    ...(vendor === undefined ? {} : { vendor }),
    features: [...merged, ...added],
  };
}

function updated(cpu: Cpu, { name, vendor, features }: NamedModel, arch: ArchitectureName): Cpu {
  const guest: CpuDefinition = {
    ...(cpu.mode === undefined ? {} : { mode: cpu.mode }),
    ...(cpu.match === undefined ? {} : { match: cpu.match }),
    ...(cpu.model === undefined ? {} : { model: cpu.model }),
    ...(cpu.features === undefined ? {} : { features: cpu.features }),
  };
  const hostCpu: CpuDefinition = {
    arch,
    model: { name },
    ...(vendor === undefined ? {} : { vendor }),
    features: features.filter(({ policy }) => policy === 'require').map((feature) => ({ name: feature.name })),
  };
  const { model, features: settled } = updateGuestCpu(guest, hostCpu);
  return {
    ...cpu,
    match: 'exact',
    ...(model === undefined ? {} : { model: { ...cpu.model, ...model } }),
    ...(settled === undefined
      ? {}
      : {
          features: settled.map(({ name: feature, policy }) => ({
            name: feature,
            ...(policy === undefined ? {} : { policy }),
          })),
        }),
  };
}
