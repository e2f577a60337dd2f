const KIB = 1024n;

/** A figure that a guest tells of its memory. */
interface MemoryFigure {
  /** virDomainMemoryStatTags */
  readonly tag: number;
  /** libvirt's name of it among the domain's statistics. */
  readonly name: string;
  /** How much of QEMU's unit makes one of libvirt's: libvirt counts memory in KiB. */
  readonly unit: bigint;
}

/** The figures by QEMU's names (`guest-stats` of virtio-balloon). */
export const MEMORY_FIGURES: Readonly<Record<string, MemoryFigure>> = {
  'stat-swap-in': { tag: 0, name: 'swap_in', unit: KIB },
  'stat-swap-out': { tag: 1, name: 'swap_out', unit: KIB },
  'stat-major-faults': { tag: 2, name: 'major_fault', unit: 1n },
  'stat-minor-faults': { tag: 3, name: 'minor_fault', unit: 1n },
  'stat-free-memory': { tag: 4, name: 'unused', unit: KIB },
  'stat-total-memory': { tag: 5, name: 'available', unit: KIB },
  'stat-available-memory': { tag: 8, name: 'usable', unit: KIB },
  'last-update': { tag: 9, name: 'last-update', unit: 1n },
  'stat-disk-caches': { tag: 10, name: 'disk_caches', unit: KIB },
  'stat-htlb-pgalloc': { tag: 11, name: 'hugetlb_pgalloc', unit: 1n },
  'stat-htlb-pgfail': { tag: 12, name: 'hugetlb_pgfail', unit: 1n },
};

/** virDomainMemoryStatTags of what the host knows by itself. */
export const HOST_FIGURES: { readonly actualBalloon: number; readonly resident: number } = {
  actualBalloon: 6,
  resident: 7,
};
