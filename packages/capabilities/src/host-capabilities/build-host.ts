import type { HostCpu } from '../host/cpu.js';
import type { NumaCell } from '../host/memory.js';
import type { HostDescription } from '../host-description.js';
import { formatCpuSet } from './cpu-set.js';
import type { HostCapabilities } from './document.js';

/** The part of a host's description that its capabilities show; what is absent isn't shown. */
export type DescribedHost = Pick<HostDescription, 'arch'> &
  Partial<Pick<HostDescription, 'uuid' | 'cpu' | 'memory' | 'security' | 'powerManagement' | 'iommu'>> & {
    /** Ways to reach the host for a migration: `tcp`, `rdma`. */
    migrationTransports?: readonly string[];
  };

type Host = HostCapabilities['host'];

/** What the host is. */
export function buildHost(host: DescribedHost): Host {
  const { memory, security, migrationTransports } = host;
  return {
    ...(host.uuid !== undefined && { uuid: host.uuid }),
    cpu: buildCpu(host),
    powerManagement: {
      ...(host.powerManagement?.suspendMem && { suspendMem: true }),
      ...(host.powerManagement?.suspendDisk && { suspendDisk: true }),
      ...(host.powerManagement?.suspendHybrid && { suspendHybrid: true }),
    },
    iommu: { support: host.iommu ?? false },
    ...(migrationTransports && { migrationFeatures: { live: true, uriTransports: [...migrationTransports] } }),
    ...(memory && { cells: { num: memory.cells.length, cells: memory.cells.map(buildCell) } }),
    ...(memory?.caches && {
      banks: memory.caches.map(({ sizeKiB, cpus, ...cache }) => ({
        ...cache,
        ...niceSize(sizeKiB),
        cpus: formatCpuSet(cpus),
      })),
    }),
    ...(security && {
      secmodels: security.models.map(({ model, doi, baselabels }) => ({
        model,
        doi,
        baselabels: Object.entries(baselabels ?? {}).map(([type, label]) => ({ type, label })),
      })),
    }),
  };
}

function buildCpu({ arch, cpu, memory }: DescribedHost): Host['cpu'] {
  return {
    arch,
    ...(cpu && describeCpu(cpu)),
    pages: (memory?.pageSizesKiB ?? []).map((size) => ({ unit: 'KiB', size })),
  };
}

function describeCpu(cpu: HostCpu): Partial<Host['cpu']> {
  const { model, vendor, signature, microcodeVersion, topology, physAddrBits, tsc } = cpu;
  return {
    ...(model !== undefined && { model }),
    ...(vendor !== undefined && { vendor }),
    ...(signature && { signature }),
    ...(microcodeVersion && { microcode: { version: microcodeVersion } }),
    ...(tsc && {
      counter: {
        name: 'tsc',
        frequency: tsc.frequencyHz,
        ...(tsc.scaling !== undefined && { scaling: tsc.scaling }),
      },
    }),
    ...(topology && { topology: { dies: 1, clusters: 1, ...topology } }),
    ...(physAddrBits !== undefined && { maxphysaddr: { mode: 'emulate', bits: physAddrBits } }),
    features: cpu.features.map((name) => ({ name })),
  };
}

type Cell = NonNullable<NonNullable<Host['cells']>['cells']>[number];

function buildCell({ id, memoryKiB, pages, distances, cpus }: NumaCell): Cell {
  return {
    id,
    memory: { unit: 'KiB', size: memoryKiB },
    ...(pages && { pages: pages.map(({ sizeKiB, count }) => ({ unit: 'KiB', size: sizeKiB, count })) }),
    ...(distances && { distances: distances.map(({ cell, distance }) => ({ id: cell, value: distance })) }),
    cpus: {
      num: cpus.length,
      cpus: cpus.map(({ siblings, ...ids }) => ({ ...ids, ...(siblings && { siblings: formatCpuSet(siblings) }) })),
    },
  };
}

/** Sizes of caches are written in the largest unit that is exact. */
function niceSize(sizeKiB: number): { size: number; unit: string } {
  return sizeKiB % 1024 === 0 ? { size: sizeKiB / 1024, unit: 'MiB' } : { size: sizeKiB, unit: 'KiB' };
}
