import { type QmpClient, QmpError } from '@virtkit/qmp';
import { type CpuFeatureData, cpuidLeaves, FIRST_CPU } from './cpu-features.js';
import { BALLOON, guestFigures } from './guest-figures.js';
import type { BlockStats, DirtyRate, DiskState, RunStatus, VcpuSlot } from './monitor-requests.js';

const KIB = 1024;

/** What a command answers, or undefined where QEMU refuses it: it does so for a device that isn't there. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (QmpError.isInstance(error, 'COMMAND_FAILED')) return undefined;
    throw error;
  }
}

export async function queryStatus(client: QmpClient, signal: AbortSignal): Promise<RunStatus> {
  const { running, status } = await client.execute('query-status', undefined, { signal });
  return { isRunning: running, status };
}

export async function queryCharacterDevices(
  client: QmpClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const devices = await client.execute('query-chardev', undefined, { signal });
  return new Map(devices.map(({ label, filename }) => [label, filename]));
}

export async function queryBalloonKiB(client: QmpClient, signal: AbortSignal): Promise<number | undefined> {
  const balloon = await unlessRefused(client.execute('query-balloon', undefined, { signal }));
  return balloon === undefined ? undefined : Number(balloon.actual) / KIB;
}

export async function setBalloonKiB(client: QmpClient, memoryKiB: number, signal: AbortSignal): Promise<void> {
  await client.execute('balloon', { value: memoryKiB * KIB }, { signal });
}

export async function queryGuestMemory(client: QmpClient, signal: AbortSignal): Promise<ReadonlyMap<string, bigint>> {
  const reply = await unlessRefused(client.execute('qom-get', { path: BALLOON, property: 'guest-stats' }, { signal }));
  return guestFigures(reply);
}

export async function setGuestMemoryPeriod(client: QmpClient, seconds: number, signal: AbortSignal): Promise<void> {
  const property = { path: BALLOON, property: 'guest-stats-polling-interval', value: seconds };
  await client.execute('qom-set', property, { signal });
}

export async function queryCpuThreads(client: QmpClient, signal: AbortSignal): Promise<readonly number[]> {
  const processors = await client.execute('query-cpus-fast', undefined, { signal });
  return processors.map((processor) => Number(processor['thread-id']));
}

/** QEMU tells the last place first. */
export async function queryVcpuSlots(client: QmpClient, signal: AbortSignal): Promise<readonly VcpuSlot[]> {
  const slots = await client.execute('query-hotpluggable-cpus', undefined, { signal });
  return slots.toReversed().map(({ type, props, 'qom-path': path }) => ({
    driver: type,
    properties: Object.fromEntries(Object.entries(props).map(([name, value]) => [name, Number(value)])),
    isFilled: path !== undefined,
  }));
}

export async function queryCpuFeatures(client: QmpClient, signal: AbortSignal): Promise<CpuFeatureData | undefined> {
  const words = (property: string) =>
    unlessRefused(client.execute('qom-get', { path: FIRST_CPU, property }, { signal }));
  const [enabled, filtered] = await Promise.all([words('feature-words'), words('filtered-features')]);
  return enabled === undefined ? undefined : { enabled: cpuidLeaves(enabled), filtered: cpuidLeaves(filtered ?? []) };
}

export async function queryBlockStats(
  client: QmpClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, BlockStats>> {
  const disks = await client.execute('query-blockstats', undefined, { signal });
  const statistics = new Map<string, BlockStats>();
  for (const { qdev, stats } of disks) {
    if (qdev === undefined) continue;
    statistics.set(qdev, {
      readRequests: BigInt(stats.rd_operations),
      readBytes: BigInt(stats.rd_bytes),
      readTimesNs: BigInt(stats.rd_total_time_ns),
      writeRequests: BigInt(stats.wr_operations),
      writeBytes: BigInt(stats.wr_bytes),
      writeTimesNs: BigInt(stats.wr_total_time_ns),
      flushRequests: BigInt(stats.flush_operations),
      flushTimesNs: BigInt(stats.flush_total_time_ns),
      highestOffset: BigInt(stats.wr_highest_offset),
    });
  }
  return statistics;
}

export async function queryDisks(client: QmpClient, signal: AbortSignal): Promise<ReadonlyMap<string, DiskState>> {
  const devices = await client.execute('query-block', undefined, { signal });
  const disks = new Map<string, DiskState>();
  for (const { qdev, inserted, 'io-status': ioStatus } of devices) {
    if (qdev === undefined || inserted === undefined) continue;
    const { 'virtual-size': capacity, 'actual-size': physical } = inserted.image;
    disks.set(qdev, {
      capacity: BigInt(capacity),
      ...(physical !== undefined && { physical: BigInt(physical) }),
      ...(ioStatus && { ioStatus }),
    });
  }
  return disks;
}

export async function queryDirtyRate(client: QmpClient, signal: AbortSignal): Promise<DirtyRate | undefined> {
  // Emulators before 5.2 don't know the command.
  const rate = await unlessRefused(client.execute('query-dirty-rate', undefined, { signal }));
  if (rate === undefined) return undefined;
  const { status, 'start-time': startTime, 'calc-time': period, mode, 'dirty-rate': mibPerSecond } = rate;
  return {
    status,
    startTime: BigInt(startTime),
    period: BigInt(period),
    mode,
    ...(mibPerSecond !== undefined && { mibPerSecond: BigInt(mibPerSecond) }),
  };
}

export async function sendKeys(
  client: QmpClient,
  codes: readonly number[],
  holdMs: number,
  signal: AbortSignal,
): Promise<void> {
  const keys = codes.map((data) => ({ type: 'number', data }) as const);
  await client.execute('send-key', { keys, ...(holdMs > 0 && { 'hold-time': holdMs }) }, { signal });
}

export async function injectNmi(client: QmpClient, signal: AbortSignal): Promise<void> {
  await client.execute('inject-nmi', undefined, { signal });
}

export async function screendump(client: QmpClient, path: string, signal: AbortSignal): Promise<void> {
  await client.execute('screendump', { filename: path }, { signal });
}
