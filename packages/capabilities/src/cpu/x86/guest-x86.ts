import type { CpuDefinition, CpuFeature } from '../cpu-definition.js';
import { incompatible, unsupportedConfiguration } from '../cpu-errors.js';
import { compareX86 } from './compare-x86.js';
import { decodeX86Cpu } from './decode-cpu.js';
import { featuresOf, policiesOf } from './x86-policies.js';

/** The guest's CPU with nothing left open: see `updateGuestCpu`. */
export function updateX86(guest: CpuDefinition, host: CpuDefinition): CpuDefinition {
  if (guest.mode === 'host-model') return hostAsGuest(host, guest, host.vendor);
  if (guest.match === 'minimum') return hostAsGuest(host, guest, guest.vendor);
  const given = featuresOf(policiesOf(host));
  const settle = (feature: CpuFeature): CpuFeature =>
    feature.policy === 'optional' ? { ...feature, policy: given.has(feature.name) ? 'require' : 'disable' } : feature;
  return {
    ...guest,
    mode: 'custom',
    model: { fallback: 'allow', ...guest.model },
    ...(guest.features && { features: guest.features.map(settle) }),
  };
}

function hostAsGuest(host: CpuDefinition, guest: CpuDefinition, vendor: string | undefined): CpuDefinition {
  return {
    mode: 'custom',
    match: 'exact',
    model: {
      fallback: guest.model?.fallback ?? 'allow',
      ...(host.model?.name !== undefined && { name: host.model.name }),
    },
    ...(vendor !== undefined && { vendor }),
    ...(guest.topology && { topology: guest.topology }),
    features: (host.features ?? []).map(({ name }) => ({ policy: 'require', name })),
  };
}

/** The guest's CPU as one of the models that its emulator has: see `guestCpu`. */
export function guestX86(
  guest: CpuDefinition,
  host: CpuDefinition,
  models: readonly string[] | undefined,
): CpuDefinition {
  if (guest.mode !== 'host-model' && compareX86(host, guest) === 'incompatible') {
    throw incompatible('guest CPU is not compatible with host CPU');
  }
  const updated = updateX86(guest, host);
  const name = updated.model?.name ?? '';
  if (!models || models.includes(name)) return updated;
  if (updated.model?.fallback === 'forbid') {
    throw unsupportedConfiguration(`CPU model ${name} is not supported by hypervisor`);
  }
  return translate(updated, models);
}

function translate(guest: CpuDefinition, models: readonly string[]): CpuDefinition {
  const decoded = decodeX86Cpu(
    { features: featuresOf(policiesOf(guest)) },
    { type: 'guest', among: ({ name }) => models.includes(name) },
  );
  if (!decoded) throw unsupportedConfiguration('Cannot find suitable CPU model for given data');
  const wanted = new Map((guest.features ?? []).map((feature) => [feature.name, feature]));
  const own: CpuFeature[] = [
    ...decoded.require.map((name): CpuFeature => wanted.get(name) ?? { policy: 'require', name }),
    ...decoded.disable.map((name): CpuFeature => ({ policy: 'disable', name })),
  ];
  const listed = new Set(own.map(({ name }) => name));
  return {
    ...guest,
    model: { fallback: 'allow', ...guest.model, name: decoded.model.name },
    features: [...own, ...[...wanted.values()].filter(({ name }) => !listed.has(name))],
  };
}
