import type { FormatRule } from './format-rule.js';

/** The current memory is all there is, unless told otherwise, and never more. */
export const completeMemory: FormatRule = (draft, { origin = 'existing' }) => {
  const cells = draft.cpu?.numa?.cells ?? [];
  const inCells = cells.reduce((sum, { memoryKiB = 0 }) => sum + memoryKiB, 0);
  if (inCells > 0 && (origin === 'new' || (draft.memoryKiB ?? 0) === 0)) draft.memoryKiB = inCells + pluggedKiB(draft);
  const { memoryKiB } = draft;
  if (memoryKiB === undefined) return;
  const current = draft.currentMemoryKiB ?? 0;
  draft.currentMemoryKiB = current === 0 || current > memoryKiB ? memoryKiB : current;
};

function pluggedKiB({ devices }: Parameters<FormatRule>[0]): number {
  return (devices?.memories ?? []).reduce((sum, memory) => sum + (memory.target?.sizeKiB ?? 0), 0);
}

/** A machine that names nothing to boot from boots from its disk. */
export const completeBoot: FormatRule = (draft, { architecture }) => {
  const os = draft.os;
  if (os === undefined) return;
  if (architecture !== undefined) os.arch ??= architecture;
  if (os.type !== 'hvm' || (os.boots !== undefined && os.boots.length > 0) || bootsDevice(draft)) return;
  os.boots = [{ dev: 'hd' }];
};

function bootsDevice({ devices = {} }: Parameters<FormatRule>[0]): boolean {
  const { disks = [], interfaces = [], hostdevs = [], redirdevs = [], filesystems = [] } = devices;
  return [...disks, ...interfaces, ...hostdevs, ...redirdevs, ...filesystems].some(({ boot }) => boot !== undefined);
}

/** Without NUMA nodes, huge pages for node 0 are for all of the memory. */
export const completeHugepages: FormatRule = ({ memoryBacking, cpu }) => {
  if ((cpu?.numa?.cells ?? []).length > 0) return;
  for (const page of memoryBacking?.hugepages?.pages ?? []) if (page.nodeset === '0') delete page.nodeset;
};

/** A CPU with a model is that model, exactly. */
export const completeCpu: FormatRule = ({ cpu }) => {
  if (cpu === undefined) return;
  if (cpu.model !== undefined) cpu.mode ??= 'custom';
  if (cpu.mode === 'custom') cpu.match ??= 'exact';
  if (cpu.model !== undefined && cpu.mode === 'custom') cpu.model.fallback ??= 'allow';
  for (const feature of cpu.features ?? []) feature.policy ??= 'require';
};

/** What has a state is on unless it is off, and Hyper-V's look is chosen piece by piece. */
export const completeFeatures: FormatRule = ({ features }) => {
  if (features === undefined) return;
  const { hyperv, smm, kvm } = features;
  if (smm !== undefined) smm.state ??= true;
  if (kvm?.dirtyRing !== undefined) kvm.dirtyRing.state ??= true;
  if (hyperv === undefined) return;
  hyperv.mode ??= 'custom';
  for (const part of [hyperv.spinlocks, hyperv.stimer, hyperv.vendorId, hyperv.tlbflush]) {
    if (part !== undefined) part.state ??= true;
  }
};

/** The clock shows UTC. */
export const completeClock: FormatRule = (draft) => {
  draft.clock ??= { offset: 'utc' };
  const { clock } = draft;
  if (clock.offset === 'variable') {
    clock.adjustment ??= 0;
    clock.basis ??= 'utc';
  }
};

/** What happens at the guest's end. */
export const completeLifecycle: FormatRule = (draft) => {
  draft.onPoweroff ??= 'destroy';
  draft.onReboot ??= 'restart';
  draft.onCrash ??= 'destroy';
  draft.devices ??= {};
};
