import type { AcceleratorCapabilities } from '../../model.js';
import { vendorOfId } from './cpuid.js';
import { type DecodedCpu, decodeX86Cpu, type X86Cpu } from './decode-cpu.js';
import { featureNameOf, isX86Feature, sortX86Features } from './x86-features.js';

/** The CPU that the emulator expanded `host` to, in libvirt's words; undefined where it didn't. */
export function expandedCpu({ hostCpu }: AcceleratorCapabilities): X86Cpu | undefined {
  if (!hostCpu) return undefined;
  const values = new Map(hostCpu.properties.map(({ name, value }) => [name, value]));
  const number = (name: string) => Number(values.get(name) ?? 0);
  const vendor = vendorOfId(String(values.get('vendor')));
  const present = hostCpu.properties.filter(({ type, value }) => type === 'boolean' && value);
  return {
    ...(vendor && { vendor }),
    signature: { family: number('family'), model: number('model'), stepping: number('stepping') },
    features: new Set(present.map(({ name }) => featureNameOf(name)).filter(isX86Feature)),
  };
}

/** Disables, too, what keeps the emulator from running the model in full. */
export function disableBlockers(decoded: DecodedCpu, blockers: readonly string[]): DecodedCpu {
  const own = new Set(decoded.disable.filter((name) => decoded.model.features.has(name)));
  const removed = decoded.disable.filter((name) => !own.has(name));
  const named = blockers.map(featureNameOf).filter((name) => isX86Feature(name) && !decoded.require.includes(name));
  return {
    ...decoded,
    disable: [...sortX86Features(new Set([...own, ...named])), ...removed.filter((name) => !named.includes(name))],
  };
}

/**
 * The named model and features that `host-model` stands for: a model that the emulator has, chosen by what it says that it
 * can give. Features without which the emulator can't run the model are disabled, too.
 */
export function x86HostModel(accelerator: AcceleratorCapabilities): DecodedCpu | undefined {
  const cpu = expandedCpu(accelerator);
  if (!cpu) return undefined;
  const known = new Map(accelerator.cpuModels.map((model) => [model.name, model]));
  const decoded = decodeX86Cpu(cpu, { type: 'guest', among: ({ name }) => known.has(name) });
  if (!decoded) return undefined;
  return disableBlockers(decoded, known.get(decoded.model.name)?.blockers ?? []);
}
