import type { CpuidLeaf } from '@virtkit/capabilities';
import { isJsonObject, type JsonValue } from '@virtkit/qmp';

/** The feature bits of a running vCPU, by CPUID leaf. */
export interface CpuFeatureData {
  /** What the guest sees. */
  readonly enabled: readonly CpuidLeaf[];
  /** What was asked for, and can't be had on this host. */
  readonly filtered: readonly CpuidLeaf[];
}

/** Where QEMU's object tree has the first vCPU. */
export const FIRST_CPU = '/machine/unattached/device[0]';

const REGISTERS: Readonly<Record<string, 'eax' | 'ebx' | 'ecx' | 'edx'>> = {
  EAX: 'eax',
  EBX: 'ebx',
  ECX: 'ecx',
  EDX: 'edx',
};

/** The leaves of QEMU's `feature-words` and `filtered-features` (QAPI X86CPUFeatureWordInfo), where each word is one register. */
export function cpuidLeaves(words: JsonValue): CpuidLeaf[] {
  const leaves = new Map<string, CpuidLeaf>();
  for (const word of Array.isArray(words) ? words : []) {
    if (!isJsonObject(word)) continue;
    const register = REGISTERS[String(word['cpuid-register'])];
    if (register === undefined) continue;
    const eaxIn = Number(word['cpuid-input-eax']);
    const ecxIn = Number(word['cpuid-input-ecx'] ?? 0);
    const leaf = leaves.get(`${eaxIn} ${ecxIn}`) ?? { eaxIn, ecxIn, eax: 0, ebx: 0, ecx: 0, edx: 0 };
    leaves.set(`${eaxIn} ${ecxIn}`, { ...leaf, [register]: Number(word.features) });
  }
  return [...leaves.values()];
}
