import type { ArchitectureName } from '@virtkit/capabilities';

/** Machine types that are alike in what they bring and what libvirt does for them. */
export type MachineFamily =
  | 'i440fx'
  | 'q35'
  | 'isapc'
  | 'microvm'
  | 'arm-virt'
  | 'riscv-virt'
  | 'loongarch-virt'
  | 'pseries'
  | 's390-ccw'
  | 'versatile'
  | 'realview'
  | 'arm-board'
  | 'ppc-mac'
  | 'powernv'
  | 'ppce500'
  | 'other';

const X86: readonly ArchitectureName[] = ['x86_64', 'i686'];
const ARM: readonly ArchitectureName[] = ['aarch64', 'armv7l', 'armv6l', 'armv7b'];
const RISCV: readonly ArchitectureName[] = ['riscv64', 'riscv32'];
const PPC: readonly ArchitectureName[] = ['ppc64', 'ppc64le', 'ppc'];

const FAMILIES: readonly (readonly [MachineFamily, readonly ArchitectureName[], RegExp])[] = [
  ['i440fx', X86, /^(pc|pc-i440fx-.*|pc-[01]\..*|rhel.*)$/],
  ['q35', X86, /^(q35|pc-q35-.*)$/],
  ['isapc', X86, /^isapc$/],
  ['microvm', X86, /^microvm$/],
  ['arm-virt', ARM, /^(virt|virt-.*)$/],
  ['riscv-virt', RISCV, /^(virt|virt-.*)$/],
  ['loongarch-virt', ['loongarch64'], /^(virt|virt-.*)$/],
  ['pseries', PPC, /^(pseries|pseries-.*)$/],
  ['s390-ccw', ['s390x'], /^s390-ccw.*$/],
  ['ppc-mac', PPC, /^(mac99|g3beige)$/],
  ['powernv', PPC, /^powernv.*$/],
  ['ppce500', PPC, /^ppce500$/],
  ['versatile', ARM, /^versatile.*$/],
  ['realview', ARM, /^realview.*$/],
  ['arm-board', ARM, /^.*$/],
];

/** The family of a machine type. */
export function machineFamily(arch: ArchitectureName, machine: string): MachineFamily {
  return FAMILIES.find(([, architectures, name]) => architectures.includes(arch) && name.test(machine))?.[0] ?? 'other';
}

/** Whether the architecture is one of Intel's and AMD's. */
export function isX86(arch: ArchitectureName): boolean {
  return X86.includes(arch);
}

/** Whether the architecture is one of ARM's. */
export function isArm(arch: ArchitectureName): boolean {
  return ARM.includes(arch);
}

/** Whether the architecture is a POWER or PowerPC. */
export function isPpc(arch: ArchitectureName): boolean {
  return PPC.includes(arch);
}
