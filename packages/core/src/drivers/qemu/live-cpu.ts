import { featuresOfData, updateLiveCpu, x86Model } from '@virtkit/capabilities/cpu';
import type { Cpu } from '@virtkit/domain-conf';
import type { CpuFeatureData } from './monitor/cpu-features.js';

/**
 * The CPU as a running guest sees it: what the emulator gave beyond the model is required, what it couldn't give is disabled.
 * @returns undefined where that can't be told: for the host's own CPU, and for models that libvirt doesn't know
 */
export function liveCpu(cpu: Cpu | undefined, data: CpuFeatureData | undefined): Cpu | undefined {
  const name = cpu?.model?.name;
  if (cpu?.mode !== 'custom' || name === undefined || x86Model(name) === undefined || data === undefined) {
    return undefined;
  }
  const { features } = updateLiveCpu(
    { model: { name }, features: (cpu.features ?? []).map((feature) => ({ ...feature })) },
    {
      enabled: featuresOfData({ cpuid: data.enabled, msr: [] }),
      disabled: featuresOfData({ cpuid: data.filtered, msr: [] }),
    },
  );
  return { ...cpu, check: 'full', ...(features && features.length > 0 && { features }) };
}
