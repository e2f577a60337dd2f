/** The host's memory, its NUMA cells and its huge pages. */
export interface HostMemory {
  /** Sizes of pages that the host offers, the ordinary one first, in KiB: `[4, 2048, 1048576]`. */
  pageSizesKiB: number[];
  /** Size of a transparent huge page in KiB; absent where the kernel has none. */
  transparentHugepageKiB?: number;
  /** Mounted hugetlbfs. */
  hugetlbfs: HugetlbfsMount[];
  /** NUMA cells in the order of their ids. A host without NUMA has one cell with the id 0. */
  cells: NumaCell[];
  /** The cells that numad recommends for the domain, as a cpuset (`0-3`); absent where numad isn't there. */
  autoNodeset?: string;
  /** Caches that processors share, by level and then by id. */
  caches?: CacheBank[];
}

/** A cache of the host's processors. */
export interface CacheBank {
  id: number;
  level: number;
  type: 'both' | 'code' | 'data';
  sizeKiB: number;
  /** Processors that share it. */
  cpus: number[];
}

/** A mounted hugetlbfs. */
export interface HugetlbfsMount {
  /** `/dev/hugepages` */
  path: string;
  pageSizeKiB: number;
  /** Its page size is the kernel's default one. */
  isDefault: boolean;
}

/** A NUMA cell of the host. */
export interface NumaCell {
  id: number;
  memoryKiB: number;
  freeKiB?: number;
  cpus: HostProcessor[];
  /** Pages in the cell by their size. */
  pages?: { sizeKiB: number; count: number }[];
  /** Distance to each cell; 10 is the cell itself. */
  distances?: { cell: number; distance: number }[];
}

/** A processor (hardware thread) of the host. */
export interface HostProcessor {
  id: number;
  socketId?: number;
  dieId?: number;
  clusterId?: number;
  coreId?: number;
  /** The threads of its core, itself included. */
  siblings?: number[];
}
