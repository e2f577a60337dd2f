import { processCpuUse } from '../process/process-statistics.js';
import { type StatisticsGroup, uint, ullong } from './group.js';

export const cpuTotalGroup: StatisticsGroup = async ({ record }) => {
  const { emulator } = record.status ?? {};
  const use = emulator === undefined ? undefined : processCpuUse(emulator.pid);
  if (use === undefined) return {};
  return {
    'cpu.time': ullong(use.userNs + use.systemNs),
    'cpu.user': ullong(use.userNs),
    'cpu.system': ullong(use.systemNs),
    // Without <cachetune> nothing monitors the cache, and without KVM no vCPU polls while it halts.
    'cpu.cache.monitor.count': uint(0),
    'cpu.haltpoll.success.time': ullong(0n),
    'cpu.haltpoll.fail.time': ullong(0n),
  };
};
