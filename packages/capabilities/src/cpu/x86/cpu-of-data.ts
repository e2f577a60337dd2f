import type { CpuDefinition } from '../cpu-definition.js';
import { unsupportedConfiguration } from '../cpu-errors.js';
import { cpuOfData } from './cpuid.js';
import { decodeX86Cpu } from './decode-cpu.js';
import { disableBlockers } from './host-model.js';
import type { X86Data } from './x86-features.js';

/**
 * The host's CPU, from what it says of itself: the model that it has in full, and its features beyond that.
 *
 * @throws {VirtError} `CONFIG_UNSUPPORTED` where no model describes it.
 */
export function hostCpuOfData(data: X86Data): CpuDefinition {
  const cpu = cpuOfData(data);
  const decoded = decodeX86Cpu(cpu, { type: 'host' });
  if (!decoded) throw unsupportedConfiguration('Cannot find suitable CPU model for given data');
  return {
    arch: 'x86_64',
    model: { name: decoded.model.name },
    ...(decoded.vendor && { vendor: decoded.vendor }),
    ...(cpu.signature && { signature: cpu.signature }),
    features: decoded.require.map((name) => ({ name })),
  };
}

/** A model that the emulator has, and the features that keep it from being used in full. */
export interface UsableModel {
  name: string;
  blockers: readonly string[];
}

/**
 * A guest's CPU that is like the one that the data are of.
 *
 * @param models the emulator's; any will do without them.
 * @throws {VirtError} `CONFIG_UNSUPPORTED` where no model describes it.
 */
export function guestCpuOfData(data: X86Data, models?: readonly UsableModel[]): CpuDefinition {
  const known = models && new Map(models.map((model) => [model.name, model]));
  const decoded = decodeX86Cpu(cpuOfData(data), { type: 'guest', among: ({ name }) => known?.has(name) ?? true });
  if (!decoded) throw unsupportedConfiguration('Cannot find suitable CPU model for given data');
  const { require, disable, model, vendor } = disableBlockers(decoded, known?.get(decoded.model.name)?.blockers ?? []);
  return {
    mode: 'custom',
    match: 'exact',
    model: { fallback: 'forbid', name: model.name },
    ...(vendor && { vendor }),
    features: [
      ...require.map((name) => ({ policy: 'require' as const, name })),
      ...disable.map((name) => ({ policy: 'disable' as const, name })),
    ],
  };
}
