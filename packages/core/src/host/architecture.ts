import { arch } from 'node:process';
import type { ArchitectureName } from '@virtkit/capabilities';

/** libvirt's names of the architectures that Node runs on. */
const NAMES: Readonly<Partial<Record<NodeJS.Architecture, ArchitectureName>>> = {
  x64: 'x86_64',
  ia32: 'i686',
  arm64: 'aarch64',
  arm: 'armv7l',
  ppc64: 'ppc64le',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loongarch64',
};

/** This host's architecture, under libvirt's name. */
export function hostArchitecture(): ArchitectureName {
  return NAMES[arch] ?? 'x86_64';
}
