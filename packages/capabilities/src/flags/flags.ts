import type { Flag } from './flag.js';
import { flags000 } from './flags-000.js';
import { flags100 } from './flags-100.js';
import { flags200 } from './flags-200.js';
import { flags300 } from './flags-300.js';
import { flags400 } from './flags-400.js';

const rows = [...flags000, ...flags100, ...flags200, ...flags300, ...flags400] as const;

/** All flags of libvirt 11.3 in the order of their numbers: `flags[n]` is the flag with the number n. */
export const flags: readonly Flag<(typeof rows)[number]['name']>[] = rows;

/**
 * The name of a flag that an emulator may have, as libvirt spells it in its XML files: `'virtio-net.rss'`.
 * Flags that libvirt no longer asks for are not in this type.
 */
export type CapabilityFlag = Extract<(typeof rows)[number], { obsolete: false }>['name'];

const numbers: ReadonlyMap<string, number> = new Map(rows.map((row, number) => [row.name, number]));
const live: ReadonlySet<string> = new Set(rows.flatMap((row) => (row.obsolete ? [] : [row.name])));

/** The flag's number, which orders flags in libvirt's documents; undefined for a name that libvirt doesn't know. */
export function flagNumber(name: string): number | undefined {
  return numbers.get(name);
}

/** Whether the name is that of a flag which an emulator may have. */
export function isCapabilityFlag(name: string): name is CapabilityFlag {
  return live.has(name);
}

/** The flags without repetition, in the order of their numbers. */
export function sortFlags(names: Iterable<CapabilityFlag>): CapabilityFlag[] {
  return [...new Set(names)].sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
}
