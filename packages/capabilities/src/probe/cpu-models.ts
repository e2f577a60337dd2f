import type { ArchitectureName } from '../architecture.js';
import type { CpuModel } from '../model.js';
import type { JsonValue } from './recording.js';
import { objectsOf, stringIn, stringsOf, trueIn } from './reply-shape.js';

/** The CPU models of one process (`query-cpu-definitions`), in the emulator's order. */
export function interpretCpuModels(reply: JsonValue | undefined, arch: ArchitectureName): CpuModel[] {
  return objectsOf(reply).flatMap((entry) => {
    const name = stringIn(entry, 'name');
    if (name === undefined) return [];
    const typename = stringIn(entry, 'typename');
    const blockers = stringsOf(entry['unavailable-features']);
    const known = Array.isArray(entry['unavailable-features']);
    return {
      name: arch === 'ppc64' ? upperCasePower(name) : name,
      ...(typename && { typename }),
      ...(known && { usable: blockers.length === 0 }),
      blockers,
      deprecated: trueIn(entry, 'deprecated'),
    };
  });
}

/** libvirt spells POWER's models in capitals; QEMU takes either. Revisions (`power9_v2.0`) keep QEMU's spelling. */
function upperCasePower(name: string): string {
  return /^power(6|7|8|9|10|11)$/.test(name) ? name.toUpperCase() : name;
}
