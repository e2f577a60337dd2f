import type { CpuidLeaf, MsrValue } from '../../host/cpu.js';
import { type FeatureRegister, featureRegisters, qemuAliases } from './features.js';

/** A feature of x86 CPUs and the bit that stands for it. */
export interface X86Feature extends Omit<FeatureRegister, 'bits'> {
  readonly name: string;
  /** 0 to 31. */
  readonly bit: number;
}

/** All features in libvirt's order. */
export const x86Features: readonly X86Feature[] = featureRegisters.flatMap(({ bits, ...register }) =>
  bits.split(' ').map((entry) => {
    const [name = '', bit] = entry.split(':');
    return { name, ...register, bit: Number(bit) };
  }),
);

const positions: ReadonlyMap<string, number> = new Map(x86Features.map(({ name }, index) => [name, index]));

const ownNames: ReadonlyMap<string, string> = new Map(
  Object.entries(qemuAliases).flatMap(([name, aliases]) => aliases.map((alias) => [alias, name] as const)),
);

/** libvirt's name of a feature that QEMU may call otherwise. */
export function featureNameOf(qemuName: string): string {
  return ownNames.get(qemuName) ?? qemuName;
}

/** Whether the feature is known. */
export function isX86Feature(name: string): boolean {
  return positions.has(name);
}

/** Features in libvirt's order; unknown ones last. */
export function sortX86Features(names: Iterable<string>): string[] {
  const place = (name: string) => positions.get(name) ?? positions.size;
  return [...names].sort((a, b) => place(a) - place(b));
}

/** What a CPU says of itself by the CPUID instruction and in model specific registers. */
export interface X86Data {
  cpuid: readonly CpuidLeaf[];
  msr: readonly MsrValue[];
}

/** The features whose bits are set. */
export function featuresOfData({ cpuid, msr }: X86Data): Set<string> {
  const words = new Map<string, number>();
  for (const leaf of cpuid) {
    for (const register of ['eax', 'ebx', 'ecx', 'edx'] as const)
      words.set(`cpuid ${leaf.eaxIn} ${leaf.ecxIn} ${register}`, leaf[register]);
  }
  for (const value of msr) {
    for (const register of ['eax', 'edx'] as const) words.set(`msr ${value.index} 0 ${register}`, value[register]);
  }
  const isSet = ({ source, leaf, subleaf, register, bit }: X86Feature) =>
    (((words.get(`${source} ${leaf} ${subleaf} ${register}`) ?? 0) >>> bit) & 1) === 1;
  return new Set(x86Features.filter(isSet).map((feature) => feature.name));
}
