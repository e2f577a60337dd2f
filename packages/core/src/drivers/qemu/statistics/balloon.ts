import { MEMORY_FIGURES } from '../memory-figures.js';
import { residentSetKiB } from '../process/process-statistics.js';
import { type StatisticsGroup, ullong } from './group.js';

export const balloonGroup: StatisticsGroup = async ({ record, monitor, signal }) => {
  const { status, persistent } = record;
  const { memoryKiB = 0, currentMemoryKiB = memoryKiB } = status?.definition ?? persistent?.read() ?? {};
  const current = await monitor?.queryBalloonKiB(signal);
  const figures = (await monitor?.queryGuestMemory(signal)) ?? new Map<string, bigint>();
  const told = Object.entries(MEMORY_FIGURES).flatMap(([qemuName, { name, unit }]) => {
    const value = figures.get(qemuName);
    return value === undefined ? [] : [[`balloon.${name}`, ullong(value / unit)] as const];
  });
  return {
    'balloon.current': ullong(BigInt(current ?? currentMemoryKiB)),
    'balloon.maximum': ullong(BigInt(memoryKiB)),
    ...Object.fromEntries(told),
    ...(status?.emulator && { 'balloon.rss': ullong(residentSetKiB(status.emulator.pid)) }),
  };
};
