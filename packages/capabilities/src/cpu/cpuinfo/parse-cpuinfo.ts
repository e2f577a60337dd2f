import type { ArchitectureName } from '../../architecture.js';
import type { HostCpu } from '../../host/cpu.js';
import { ppc64Models } from '../ppc64/ppc64-models.js';
import { vendorOfId } from '../x86/cpuid.js';
import { decodeX86Cpu } from '../x86/decode-cpu.js';
import { armModels, armVendors } from './arm-models.js';
import { featureOfLinuxFlag } from './linux-features.js';

/**
 * The host's CPU from Linux's /proc/cpuinfo, as libvirt names it: model, vendor, features beyond the model's. The kernel
 * leaves out what it doesn't use, so where CPUID itself can be read, `hostCpuOfData` knows more.
 */
export function parseCpuinfo(text: string, arch: ArchitectureName): HostCpu {
  const [first = ''] = text.split('\n\n');
  const fields = new Map(
    first.split('\n').flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
    }),
  );
  switch (arch) {
    case 'x86_64':
    case 'i686':
      return x86Cpu(fields, arch);
    case 'aarch64':
    case 'armv7l':
      return armCpu(fields, arch);
    case 'ppc64':
    case 'ppc64le':
      return ppc64Cpu(text, arch);
    default:
      return { arch, features: [] };
  }
}

type Fields = ReadonlyMap<string, string>;

function x86Cpu(fields: Fields, arch: ArchitectureName): HostCpu {
  const number = (name: string) => Number(fields.get(name) ?? 0);
  const signature = { family: number('cpu family'), model: number('model'), stepping: number('stepping') };
  const vendor = vendorOfId(fields.get('vendor_id') ?? '');
  const flags = fields.get('flags')?.split(' ') ?? [];
  const features = new Set(flags.flatMap((flag) => featureOfLinuxFlag(flag) ?? []));
  // Linux turns it on wherever the CPU has xsave, and then doesn't list it.
  if (features.has('xsave')) features.add('osxsave');
  const decoded = decodeX86Cpu({ ...(vendor && { vendor }), signature, features }, { type: 'host' });
  const microcodeVersion = number('microcode');
  const physAddrBits = Number(/(\d+) bits physical/.exec(fields.get('address sizes') ?? '')?.[1] ?? 0);
  return {
    arch,
    ...(decoded && { model: decoded.model.name }),
    ...(decoded?.vendor && { vendor: decoded.vendor }),
    signature,
    ...(microcodeVersion > 0 && { microcodeVersion }),
    ...(physAddrBits > 0 && { physAddrBits }),
    features: [...(decoded?.require ?? [])],
  };
}

/** Features of ARM that libvirt knows. */
const armFeatures: readonly string[] = ['sve', 'pauth'];

function armCpu(fields: Fields, arch: ArchitectureName): HostCpu {
  const vendor = armVendors[Number(fields.get('CPU implementer') ?? 0)];
  const part = Number(fields.get('CPU part') ?? 0);
  const model = armModels.find((one) => one.vendor === vendor && one.part === part);
  const flags = (fields.get('Features')?.split(' ') ?? []).map((flag) => (flag === 'paca' ? 'pauth' : flag));
  return {
    arch,
    ...(model && { model: model.name }),
    ...(vendor !== undefined && { vendor }),
    features: armFeatures.filter((name) => flags.includes(name)),
  };
}

function ppc64Cpu(text: string, arch: ArchitectureName): HostCpu {
  const [, high = '', low = ''] = /\(pvr ([0-9a-f]{4}) ([0-9a-f]{4})\)/.exec(text) ?? [];
  const version = Number.parseInt(`${high}${low}`, 16);
  const model = ppc64Models.find(({ pvr }) => pvr.some(({ value, mask }) => (version & mask) >>> 0 === value));
  return { arch, ...(model && { model: model.name, vendor: model.vendor }), features: [] };
}
