import type { CpuidLeaf } from '../../host/cpu.js';
import type { X86Cpu } from './decode-cpu.js';
import type { X86Vendor } from './models/model-row.js';
import { featuresOfData, type X86Data } from './x86-features.js';

/** The twelve letters in which CPUID's leaf 0 names the vendor. */
const vendors: Readonly<Record<string, X86Vendor>> = {
  GenuineIntel: 'Intel',
  AuthenticAMD: 'AMD',
  HygonGenuine: 'Hygon',
};

/** libvirt's name of the vendor that CPUID names; undefined for one without models. */
export function vendorOfId(id: string): X86Vendor | undefined {
  return vendors[id];
}

/** The CPU that the data are of. */
export function cpuOfData(data: X86Data): X86Cpu {
  const vendor = vendorOf(data.cpuid);
  const signature = signatureOf(data.cpuid);
  const features = featuresOfData(data);
  if (vendor === 'Intel' && signature && hasBrokenTsx(signature)) {
    features.delete('hle');
    features.delete('rtm');
  }
  return { ...(vendor && { vendor }), ...(signature && { signature }), features };
}

/** Intel's first Haswells have transactions that must not be used, whatever CPUID says. */
function hasBrokenTsx({ family, model, stepping }: NonNullable<X86Cpu['signature']>): boolean {
  if (family !== 6) return false;
  return model === 0x3c || model === 0x45 || model === 0x46 || (model === 0x3f && stepping < 4);
}

function vendorOf(leaves: readonly CpuidLeaf[]): X86Vendor | undefined {
  const leaf = leaves.find(({ eaxIn, ecxIn }) => eaxIn === 0 && ecxIn === 0);
  if (leaf === undefined) return undefined;
  const bytes = [leaf.ebx, leaf.edx, leaf.ecx].flatMap((word) =>
    [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff),
  );
  return vendors[String.fromCharCode(...bytes)];
}

/** Family, model and stepping, the extended bits counted in. */
function signatureOf(leaves: readonly CpuidLeaf[]): X86Cpu['signature'] {
  const eax = leaves.find(({ eaxIn, ecxIn }) => eaxIn === 1 && ecxIn === 0)?.eax;
  if (eax === undefined) return undefined;
  const baseFamily = (eax >>> 8) & 0xf;
  const baseModel = (eax >>> 4) & 0xf;
  const family = baseFamily === 0xf ? baseFamily + ((eax >>> 20) & 0xff) : baseFamily;
  const model = baseFamily === 0x6 || baseFamily === 0xf ? baseModel + (((eax >>> 16) & 0xf) << 4) : baseModel;
  return { family, model, stepping: eax & 0xf };
}
