import type { CpuDefinition } from '../cpu-definition.js';
import { incompatible, unsupportedConfiguration } from '../cpu-errors.js';
import { comparePpc64 } from './compare-ppc64.js';

/** Names that libvirt gave to models before 2015. */
const legacyNames: Readonly<Record<string, string>> = {
  'POWER7_v2.1': 'POWER7',
  'POWER7_v2.3': 'POWER7',
  'POWER7+_v2.1': 'POWER7',
  'POWER8_v1.0': 'POWER8',
  'POWER8E_v1.0': 'POWER8',
};

/** A guest's CPU with its defaults; nothing of it depends on the host. */
export function updatePpc64(guest: CpuDefinition): CpuDefinition {
  const mode = guest.mode ?? 'custom';
  return { ...guest, mode, ...(guest.model && { model: { fallback: 'allow', ...guest.model } }) };
}

/** The guest's CPU as one of the models that its emulator has. */
export function guestPpc64(
  guest: CpuDefinition,
  host: CpuDefinition,
  models: readonly string[] | undefined,
): CpuDefinition {
  const asked = guest.model?.name;
  const name = asked === undefined ? undefined : (legacyNames[asked] ?? asked);
  const named = name === undefined ? guest : { ...guest, model: { ...guest.model, name } };
  if (comparePpc64(host, named) === 'incompatible') throw incompatible('guest CPU is not compatible with host CPU');
  if (name !== undefined && guest.mode !== 'host-model' && models && !models.includes(name)) {
    throw unsupportedConfiguration(`CPU model ${name} is not supported by hypervisor`);
  }
  return updatePpc64(named);
}
