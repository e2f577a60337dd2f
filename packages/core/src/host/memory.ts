import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism, freemem, totalmem } from 'node:os';
import type { HostMemory } from '@virtkit/capabilities';

type NumaCell = HostMemory['cells'][number];

const NODES = '/sys/devices/system/node';
const KIB = 1024;

async function readNumber(path: string): Promise<number | undefined> {
  const value = Number.parseInt(await readFile(path, 'latin1').catch(() => ''), 10);
  return Number.isNaN(value) ? undefined : value;
}

/** The CPUs of a kernel list: `0-2,5` is 0, 1, 2, 5. */
function parseCpuList(list: string): number[] {
  return list
    .trim()
    .split(',')
    .filter((range) => range !== '')
    .flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
    });
}

async function readCell(id: number): Promise<NumaCell> {
  const [meminfo, cpulist] = await Promise.all([
    readFile(`${NODES}/node${id}/meminfo`, 'latin1'),
    readFile(`${NODES}/node${id}/cpulist`, 'latin1'),
  ]);
  const kib = (key: string): number => Number(new RegExp(`${key}:\\s+(\\d+) kB`).exec(meminfo)?.[1] ?? 0);
  return {
    id,
    memoryKiB: kib('MemTotal'),
    freeKiB: kib('MemFree'),
    cpus: parseCpuList(cpulist).map((cpu) => ({ id: cpu })),
  };
}

/** A machine whose kernel knows no NUMA has one cell. */
function singleCell(): NumaCell {
  return {
    id: 0,
    memoryKiB: Math.floor(totalmem() / KIB),
    freeKiB: Math.floor(freemem() / KIB),
    cpus: Array.from({ length: availableParallelism() }, (_, id) => ({ id })),
  };
}

async function readCells(): Promise<NumaCell[]> {
  const names = await readdir(NODES).catch(() => []);
  const ids = names.flatMap((name) => /^node(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  return ids.length === 0 ? [singleCell()] : Promise.all(ids.sort((a, b) => a - b).map(readCell));
}

/** Sizes of huge pages, in KiB, from the names `hugepages-2048kB`. */
async function readHugepageSizes(): Promise<number[]> {
  const names = await readdir('/sys/kernel/mm/hugepages').catch(() => []);
  return names.flatMap((name) => /^hugepages-(\d+)kB$/.exec(name)?.[1] ?? []).map(Number);
}

async function readHugetlbfs(): Promise<HostMemory['hugetlbfs']> {
  const [mounts, meminfo] = await Promise.all([readFile('/proc/mounts', 'utf8'), readFile('/proc/meminfo', 'latin1')]);
  const defaultKiB = Number(/Hugepagesize:\s+(\d+) kB/.exec(meminfo)?.[1] ?? 2048);
  const UNIT_KIB: Readonly<Record<string, number>> = { K: 1, M: KIB, G: KIB * KIB };
  return mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, , type]) => type === 'hugetlbfs')
    .map(([, path = '', , options = '']) => {
      const [, count, unit = ''] = /pagesize=(\d+)([KMG])/.exec(options) ?? [];
      const pageSizeKiB = count === undefined ? defaultKiB : Number(count) * (UNIT_KIB[unit] ?? 1);
      return { path, pageSizeKiB, isDefault: pageSizeKiB === defaultKiB };
    });
}

/** What this host's kernel says of its memory. */
export async function readMemory(): Promise<HostMemory> {
  const [cells, hugepages, hugetlbfs, transparentBytes] = await Promise.all([
    readCells(),
    readHugepageSizes(),
    readHugetlbfs(),
    readNumber('/sys/kernel/mm/transparent_hugepage/hpage_pmd_size'),
  ]);
  return {
    pageSizesKiB: [4, ...hugepages.sort((a, b) => a - b)],
    ...(transparentBytes !== undefined && { transparentHugepageKiB: transparentBytes / KIB }),
    hugetlbfs,
    cells,
  };
}
