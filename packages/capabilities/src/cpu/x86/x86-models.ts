import { amdModels } from './models/amd.js';
import { genericModels } from './models/generic.js';
import { intelCoreModels } from './models/intel-core.js';
import { intelServerModels } from './models/intel-server.js';
import { intelSkylakeModels } from './models/intel-skylake.js';
import type { ModelRow, X86Vendor } from './models/model-row.js';

/** Family and model of a CPU, as CPUID's first leaf says them, and a range of steppings. */
export interface X86Signature {
  family: number;
  model: number;
  steppings: readonly [first: number, last: number];
}

/** A CPU model as libvirt knows it. */
export interface X86Model {
  readonly name: string;
  readonly vendor?: X86Vendor;
  readonly signatures: readonly X86Signature[];
  /** It may describe the host's CPU. */
  readonly decodesHost: boolean;
  /** It may describe a guest's CPU. */
  readonly decodesGuest: boolean;
  /** What it is recognised by and what it promises. */
  readonly features: ReadonlySet<string>;
  /** Features that QEMU's model of the name has, too, and libvirt learnt of later: no part of `features`. */
  readonly added: ReadonlySet<string>;
  /** Features that it had once. */
  readonly removed: ReadonlySet<string>;
  /** The model whose version it is. */
  readonly versionOf?: string;
}

/** All models in libvirt's order. */
export const x86Models: readonly X86Model[] = resolve([
  ...genericModels,
  ...intelCoreModels,
  ...intelSkylakeModels,
  ...intelServerModels,
  ...amdModels,
]);

const byName: ReadonlyMap<string, X86Model> = new Map(x86Models.map((model) => [model.name, model]));
const versions: ReadonlyMap<string, string> = new Map(
  x86Models.flatMap(({ name, versionOf }) => (versionOf === undefined ? [] : [[versionOf, name] as const])),
);

/** The model with the name; undefined for an unknown one. */
export function x86Model(name: string): X86Model | undefined {
  return byName.get(name);
}

/** The versioned name of a model: `Haswell-noTSX` → `Haswell-v2`; undefined where it has none. */
export function versionedName(name: string): string | undefined {
  return versions.get(name);
}

function resolve(rows: readonly ModelRow[]): X86Model[] {
  const own = new Map<string, { base: ReadonlySet<string>; added: ReadonlySet<string>; model: X86Model }>();
  for (const row of rows) {
    const like = own.get(row.versionOf ?? row.like ?? '');
    const base = change(like?.base, row.features);
    const added = change(like?.added, row.added);
    const removed = row.versionOf === undefined ? change(undefined, row.removed?.replace(/(^| )/g, '$1+')) : undefined;
    const decodes = row.decodes ?? 'any';
    const vendor = row.vendor ?? (row.versionOf === undefined ? undefined : like?.model.vendor);
    const model: X86Model = {
      name: row.name,
      ...(vendor && { vendor }),
      signatures:
        row.signatures?.map(parseSignature) ?? (row.versionOf === undefined ? [] : (like?.model.signatures ?? [])),
      decodesHost: decodes !== 'never',
      decodesGuest: decodes === 'any',
      features: base,
      added,
      removed: removed ?? like?.model.removed ?? new Set(),
      ...(row.versionOf !== undefined && { versionOf: row.versionOf }),
    };
    own.set(row.name, { base, added, model });
  }
  return [...own.values()].map(({ model }) => model);
}

function change(from: ReadonlySet<string> | undefined, words: string | undefined): Set<string> {
  const names = new Set(from);
  for (const word of words?.split(' ') ?? []) {
    if (word.startsWith('-')) names.delete(word.slice(1));
    else names.add(word.slice(1));
  }
  return names;
}

function parseSignature(text: string): X86Signature {
  const [family, model, steppings = '0-15'] = text.split('/');
  const [first, last = first] = steppings.split('-');
  return { family: Number(family), model: Number(model), steppings: [Number(first), Number(last)] };
}
