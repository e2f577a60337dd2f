import type { X86Vendor } from './models/model-row.js';
import { sortX86Features } from './x86-features.js';
import { type X86Model, x86Models } from './x86-models.js';

/** A CPU by what it says of itself. */
export interface X86Cpu {
  readonly vendor?: X86Vendor;
  /** Family, model and stepping of CPUID's first leaf. */
  readonly signature?: { readonly family: number; readonly model: number; readonly stepping: number };
  readonly features: ReadonlySet<string>;
}

/** A CPU as a named model and how it differs from it. */
export interface DecodedCpu {
  readonly model: X86Model;
  /** The CPU's own or, where that isn't known, the model's. */
  readonly vendor?: X86Vendor;
  /** Features beyond the model's, in libvirt's order. */
  readonly require: readonly string[];
  /** Features of the model that the CPU lacks, likewise. A host's CPU has none. */
  readonly disable: readonly string[];
}

/** How to choose the model. */
export interface DecodeOptions {
  /** A host's CPU is described by a model that it has in full; a guest's may lack features. */
  readonly type: 'host' | 'guest';
  /** Models to choose from; all unless told. */
  readonly among?: (model: X86Model) => boolean;
  /** The model to choose whatever speaks against it. */
  readonly preferred?: string;
}

/**
 * The model that describes the CPU best: of those of its vendor, one with the CPU's signature, and of these the one that
 * differs in the fewest features, the last of several. Undefined where none will do.
 */
export function decodeX86Cpu(cpu: X86Cpu, options: DecodeOptions): DecodedCpu | undefined {
  const { type, among = () => true, preferred } = options;
  let best: Candidate | undefined;
  for (const model of x86Models) {
    if (!(type === 'host' ? model.decodesHost : model.decodesGuest) || !among(model)) continue;
    if (model.vendor !== undefined && cpu.vendor !== undefined && model.vendor !== cpu.vendor) continue;
    const candidate = compare(cpu, model);
    if (type === 'host' && candidate.lacking > 0) continue;
    if (model.name === preferred) return differences(cpu, model, type);
    if (best === undefined || isBetter(candidate, best)) best = candidate;
  }
  return best && differences(cpu, best.model, type);
}

interface Candidate {
  readonly model: X86Model;
  readonly signed: boolean;
  readonly beyond: number;
  readonly lacking: number;
}

function compare(cpu: X86Cpu, model: X86Model): Candidate {
  let common = 0;
  for (const feature of model.features) if (cpu.features.has(feature)) common += 1;
  return {
    model,
    signed: hasSignature(cpu, model),
    beyond: cpu.features.size - common,
    lacking: model.features.size - common,
  };
}

/** A feature that must be taken away weighs as much as three that must be added. */
const distance = ({ beyond, lacking }: Candidate) => beyond + 3 * lacking;

function isBetter(candidate: Candidate, best: Candidate): boolean {
  if (candidate.signed !== best.signed) return candidate.signed;
  return distance(candidate) <= distance(best);
}

function hasSignature({ signature }: X86Cpu, model: X86Model): boolean {
  if (signature === undefined) return false;
  return model.signatures.some(
    ({ family, model: number, steppings: [first, last] }) =>
      family === signature.family &&
      number === signature.model &&
      first <= signature.stepping &&
      signature.stepping <= last,
  );
}

/** Whether a feature that a model once had is in a guest must not depend on the emulator's age: its lack is said, at the end. */
function differences(cpu: X86Cpu, model: X86Model, type: DecodeOptions['type']): DecodedCpu {
  const lacking = (names: ReadonlySet<string>) => sortX86Features([...names].filter((name) => !cpu.features.has(name)));
  const vendor = cpu.vendor ?? model.vendor;
  return {
    model,
    ...(vendor && { vendor }),
    require: sortX86Features([...cpu.features].filter((feature) => !model.features.has(feature))),
    disable: [...lacking(model.features), ...(type === 'guest' ? lacking(model.removed) : [])],
  };
}
