import type { Cpu, Os } from '../generated/definition.js';
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

/** As much memory as this is no limit, in KiB. */
const UNLIMITED_KIB = Number.MAX_SAFE_INTEGER;

/** Limits on memory limit it. */
export const completeMemtune: FormatRule = (draft) => {
  const { memtune } = draft;
  if (memtune === undefined) return;
  for (const limit of ['hardLimitKiB', 'softLimitKiB', 'minGuaranteeKiB', 'swapHardLimitKiB'] as const) {
    if (memtune[limit] === UNLIMITED_KIB) delete memtune[limit];
  }
  if (Object.keys(memtune).length === 0) delete draft.memtune;
};

/** Memory comes strictly from the nodes that are named, or from where the host's advisor says. */
export const completeNumatune: FormatRule = (draft) => {
  if (draft.vcpu?.placement === 'auto' && draft.vcpu.cpuset === undefined) {
    draft.numatune ??= {};
    draft.numatune.memory ??= {};
    if (draft.numatune.memory.nodeset === undefined) draft.numatune.memory.placement ??= 'auto';
  }
  const memory = draft.numatune?.memory;
  if (memory === undefined) return;
  if (memory.placement === 'auto') delete memory.nodeset;
  if (memory.placement === 'static' && memory.nodeset !== undefined) delete memory.placement;
  memory.mode ??= 'strict';
};

/** NUMA nodes are numbered as they come unless they say, and stand in that order. */
export const completeCells: FormatRule = ({ cpu }) => {
  const { numa } = cpu ?? {};
  if (numa?.cells === undefined) return;
  for (const [index, cell] of numa.cells.entries()) cell.id ??= index;
  numa.cells.sort((one, other) => (one.id ?? 0) - (other.id ?? 0));
};

/** A machine that names nothing to boot from boots from its disk. */
export const completeBoot: FormatRule = (draft, { architecture }) => {
  const os = draft.os;
  if (os === undefined) return;
  if (architecture !== undefined) os.arch ??= architecture;
  if (os.bootmenu !== undefined && os.bootmenu.enable !== true) completeBootmenu(os);
  if (draft.bootloader !== undefined) return;
  delete draft.bootloaderArgs;
  if (os.type !== 'hvm' || (os.boots !== undefined && os.boots.length > 0) || bootsDevice(draft)) return;
  os.boots = [{ dev: 'hd' }];
};

/** A menu that isn't shown waits for nobody. */
function completeBootmenu(os: Os): void {
  const enable = os.bootmenu?.enable;
  if (enable === undefined) delete os.bootmenu;
  else os.bootmenu = { enable };
}

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
  completeCpuModel(cpu);
  for (const feature of cpu.features ?? []) feature.policy ??= 'require';
};

function completeCpuModel(cpu: Cpu): void {
  const { mode, model } = cpu;
  if (mode === 'host-passthrough' || mode === 'maximum') delete cpu.model;
  if (mode !== undefined && mode !== 'custom') delete cpu.match;
  if (model === undefined) return;
  if (model.name !== undefined) model.fallback ??= 'allow';
  else if (mode === 'host-model') {
    if (model.vendorId === undefined) delete cpu.model;
    else delete model.fallback;
  }
}

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
