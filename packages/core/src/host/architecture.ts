import { arch } from 'node:process';

/** libvirt's names of the architectures that Node runs on. */
const NAMES = {
  x64: 'x86_64',
  ia32: 'i686',
  arm64: 'aarch64',
  arm: 'armv7l',
  ppc64: 'ppc64le',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loongarch64',
} as const;

/** An architecture that a host of ours can have. */
export type HostArchitecture = (typeof NAMES)[keyof typeof NAMES];

/** This host's architecture, under libvirt's name. */
export function hostArchitecture(): HostArchitecture {
  const known = Object.entries(NAMES).find(([name]) => name === arch);
  return known?.[1] ?? 'x86_64';
}
