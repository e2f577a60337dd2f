import { processCpuUse } from '../process/process-statistics.js';
import { type StatisticsGroup, ullong } from './group.js';

export const cpuTotalGroup: StatisticsGroup = async ({ record }) => {
  const { emulator } = record.status ?? {};
  const use = emulator === undefined ? undefined : processCpuUse(emulator.pid);
  if (use === undefined) return {};
  return {
    'cpu.time': ullong(use.userNs + use.systemNs),
    'cpu.user': ullong(use.userNs),
    'cpu.system': ullong(use.systemNs),
  };
};
