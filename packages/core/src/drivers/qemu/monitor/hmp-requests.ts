import { VirtError } from '@virtkit/errors';
import { type HmpClient, HmpError } from '@virtkit/hmp';
import {
  balloon,
  infoBalloon,
  infoBlock,
  infoBlockstats,
  infoChardev,
  infoCpus,
  infoStatus,
  nmi,
  qomGet,
  qomSet,
  screendump as screendumpTo,
  sendkey,
} from '@virtkit/hmp/commands';
import { parseJson } from '@virtkit/qmp';
import { type CpuFeatureData, cpuidLeaves, FIRST_CPU } from './cpu-features.js';
import { BALLOON, guestFigures } from './guest-figures.js';
import type { BlockStats, DiskState, RunStatus } from './monitor-requests.js';

const KIB_OF_MIB = 1024;

/** What a command answers, or undefined where QEMU refuses it: it does so for a device that isn't there. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (HmpError.isInstance(error, 'COMMAND_FAILED')) return undefined;
    throw error;
  }
}

export async function queryStatus(client: HmpClient, signal?: AbortSignal): Promise<RunStatus> {
  const { isRunning, status } = await client.execute(infoStatus(), { signal });
  return { isRunning, status };
}

export async function queryCharacterDevices(
  client: HmpClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const devices = await client.execute(infoChardev(), { signal });
  return new Map(devices.map(({ label, filename }) => [label, filename]));
}

export async function queryBalloonKiB(client: HmpClient, signal: AbortSignal): Promise<number | undefined> {
  const size = await unlessRefused(client.execute(infoBalloon(), { signal }));
  return size === undefined ? undefined : size.actualMiB * KIB_OF_MIB;
}

/** The text monitor counts in MiB: the guest gets the next whole one. */
export async function setBalloonKiB(client: HmpClient, memoryKiB: number, signal: AbortSignal): Promise<void> {
  await client.execute(balloon(Math.ceil(memoryKiB / KIB_OF_MIB)), { signal });
}

export async function queryGuestMemory(client: HmpClient, signal: AbortSignal): Promise<ReadonlyMap<string, bigint>> {
  const reply = await unlessRefused(client.execute(qomGet(BALLOON, 'guest-stats'), { signal }));
  return guestFigures(reply === undefined ? undefined : parseJson(reply));
}

export async function setGuestMemoryPeriod(client: HmpClient, seconds: number, signal: AbortSignal): Promise<void> {
  await client.execute(qomSet(BALLOON, 'guest-stats-polling-interval', seconds), { signal });
}

export async function queryCpuThreads(client: HmpClient, signal: AbortSignal): Promise<readonly number[]> {
  return (await client.execute(infoCpus(), { signal })).map(({ threadId }) => threadId);
}

export async function queryVcpuSlots(): Promise<never> {
  throw new VirtError('OPERATION_UNSUPPORTED', 'the text monitor does not tell where vCPUs go', { domain: 'QEMU' });
}

export async function queryCpuFeatures(client: HmpClient, signal: AbortSignal): Promise<CpuFeatureData | undefined> {
  const words = async (property: string) => {
    const reply = await unlessRefused(client.execute(qomGet(FIRST_CPU, property), { signal }));
    return reply === undefined ? undefined : parseJson(reply);
  };
  const [enabled, filtered] = await Promise.all([words('feature-words'), words('filtered-features')]);
  return enabled === undefined ? undefined : { enabled: cpuidLeaves(enabled), filtered: cpuidLeaves(filtered ?? []) };
}

/**
 * `info blockstats` doesn't name the disks that a domain's definition makes, but prints them in the order of `info block`,
 * which does (seen on QEMU 7.2).
 */
export async function queryBlockStats(
  client: HmpClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, BlockStats>> {
  const [devices, counted] = await Promise.all([
    client.execute(infoBlock(), { signal }),
    client.execute(infoBlockstats(), { signal }),
  ]);
  const isSameOrder = counted.every(({ device }, at) => device === '' || device === devices[at]?.name);
  if (devices.length !== counted.length || !isSameOrder) {
    throw new VirtError('OPERATION_UNSUPPORTED', 'the text monitor does not tell which disk has which statistics', {
      domain: 'QEMU',
    });
  }
  const statistics = new Map<string, BlockStats>();
  counted.forEach(({ counters }, at) => {
    const device = devices[at];
    if (device === undefined) return;
    const count = (name: string): bigint => BigInt(counters[name] ?? 0);
    statistics.set(device.attachedTo ?? device.name, {
      readRequests: count('rd_operations'),
      readBytes: count('rd_bytes'),
      readTimesNs: count('rd_total_time_ns'),
      writeRequests: count('wr_operations'),
      writeBytes: count('wr_bytes'),
      writeTimesNs: count('wr_total_time_ns'),
      flushRequests: count('flush_operations'),
      flushTimesNs: count('flush_total_time_ns'),
      highestOffset: count('wr_highest_offset'),
    });
  });
  return statistics;
}

export async function queryDisks(client: HmpClient, signal: AbortSignal): Promise<ReadonlyMap<string, DiskState>> {
  const devices = await client.execute(infoBlock({ verbose: true }), { signal });
  const disks = new Map<string, DiskState>();
  for (const { name, attachedTo, medium, ioStatus } of devices) {
    const image = medium?.images?.[0];
    if (image === undefined) continue;
    disks.set(attachedTo ?? name, { capacity: BigInt(image.virtualSizeBytes), ...(ioStatus && { ioStatus }) });
  }
  return disks;
}

/** The text monitor tells it for people to read. */
export async function queryDirtyRate(): Promise<undefined> {
  return undefined;
}

export async function sendKeys(
  client: HmpClient,
  codes: readonly number[],
  holdMs: number,
  signal: AbortSignal,
): Promise<void> {
  const keys = codes.map((code) => `0x${code.toString(16)}`);
  await client.execute(sendkey(keys, holdMs > 0 ? holdMs : undefined), { signal });
}

export async function injectNmi(client: HmpClient, signal: AbortSignal): Promise<void> {
  await client.execute(nmi(), { signal });
}

export async function screendump(client: HmpClient, path: string, signal: AbortSignal): Promise<void> {
  await client.execute(screendumpTo({ filename: path }), { signal });
}
