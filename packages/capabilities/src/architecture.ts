/** What is fixed for an architecture of guests. */
export interface Architecture {
  /** Size of a machine word in bits, `<wordsize>` of the host capabilities. */
  readonly wordSizeBits: 32 | 64;
  readonly endianness: 'little' | 'big';
  /** The target in the name of QEMU's binary, where it isn't the architecture's own name. */
  readonly qemuTarget?: string;
}

const big32 = { wordSizeBits: 32, endianness: 'big' } as const;
const big64 = { wordSizeBits: 64, endianness: 'big' } as const;
const little32 = { wordSizeBits: 32, endianness: 'little' } as const;
const little64 = { wordSizeBits: 64, endianness: 'little' } as const;

/** The architectures that QEMU emulates, by libvirt's names. */
export const architectures = {
  alpha: little64,
  armv6l: { ...little32, qemuTarget: 'arm' },
  armv7l: { ...little32, qemuTarget: 'arm' },
  armv7b: { ...big32, qemuTarget: 'arm' },
  aarch64: little64,
  cris: little32,
  i686: { ...little32, qemuTarget: 'i386' },
  loongarch64: little64,
  m68k: big32,
  microblaze: big32,
  microblazeel: little32,
  mips: big32,
  mipsel: little32,
  mips64: big64,
  mips64el: little64,
  or32: { ...big32, qemuTarget: 'or1k' },
  ppc: big32,
  ppc64: big64,
  ppc64le: { ...little64, qemuTarget: 'ppc64' },
  riscv32: little32,
  riscv64: little64,
  s390x: big64,
  sh4: little32,
  sh4eb: big32,
  sparc: big32,
  sparc64: big64,
  unicore32: little32,
  x86_64: little64,
  xtensa: little32,
  xtensaeb: big32,
} as const satisfies Record<string, Architecture>;

/** An architecture by libvirt's name: `'x86_64'`, `'i686'`, `'armv7l'` … */
export type ArchitectureName = keyof typeof architectures;

/** Whether the name is that of an architecture which QEMU emulates. */
export function isArchitectureName(name: string): name is ArchitectureName {
  return Object.hasOwn(architectures, name);
}

/** The architecture that QEMU's target (`query-target`) emulates, by libvirt's name; undefined for an unknown one. */
export function architectureOfTarget(target: string): ArchitectureName | undefined {
  if (target === 'arm') return 'armv7l';
  if (target === 'i386') return 'i686';
  if (target === 'or1k') return 'or32';
  return isArchitectureName(target) ? target : undefined;
}
