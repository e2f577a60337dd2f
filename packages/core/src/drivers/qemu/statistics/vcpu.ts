import { threadCpuUse, threadWaits } from '../process/process-statistics.js';
import { maxVcpus, onlineVcpus } from '../vcpus/vcpu-count.js';
import { int, type StatisticsGroup, uint, ullong } from './group.js';

/** virVcpuState */
const RUNNING = 1;

export const vcpuGroup: StatisticsGroup = async ({ record, monitor, signal }) => {
  const { status, persistent } = record;
  const definition = status?.definition ?? persistent?.read();
  const pid = status?.emulator?.pid ?? 0;
  const threads = (await monitor?.queryCpuThreads(signal)) ?? [];
  const each = threads.flatMap((thread, number) => {
    const use = threadCpuUse(pid, thread);
    const waits = threadWaits(pid, thread);
    if (use === undefined || waits === undefined) return [];
    return [
      [`vcpu.${number}.state`, int(RUNNING)] as const,
      [`vcpu.${number}.time`, ullong(use.userNs + use.systemNs)] as const,
      [`vcpu.${number}.wait`, ullong(waits.waitNs)] as const,
      [`vcpu.${number}.delay`, ullong(waits.delayNs)] as const,
    ];
  });
  return {
    'vcpu.current': uint(onlineVcpus(definition)),
    'vcpu.maximum': uint(maxVcpus(definition)),
    ...Object.fromEntries(each),
  };
};
