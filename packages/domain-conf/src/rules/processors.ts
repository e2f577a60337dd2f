import { formatCpuset, parseCpuset } from '../cpuset.js';
import type { DomainDefinition } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

/** More threads, or vCPUs, than any machine runs; a count beyond it is left alone, for naming them would fill the memory. */
const MAX_THREADS = 65_536;

/** One vCPU, placed on the host's CPUs as the definition says. */
export const completeVcpus: FormatRule = (draft) => {
  draft.vcpu ??= {};
  const { vcpu } = draft;
  vcpu.count ??= 1;
  if (draft.numatune?.memory?.placement === 'auto' && vcpu.cpuset === undefined) vcpu.placement = 'auto';
  vcpu.placement ??= 'static';
  if (draft.vcpus !== undefined) draft.vcpus = completeVcpuList(draft.vcpus, vcpu);
};

type Vcpus = NonNullable<DomainDefinition['vcpus']>;

/** All vCPUs one by one; those that are not named are off, and can be plugged. */
function completeVcpuList(list: Vcpus, vcpu: { count?: number; current?: number }): Vcpus {
  const enabled = list.filter((one) => one.enabled).length;
  if (vcpu.count !== undefined && enabled < vcpu.count && vcpu.current === undefined) vcpu.current = enabled;
  for (const one of list) one.hotpluggable ??= !one.enabled;
  const named = new Set(list.map(({ id }) => id));
  const { count = 1 } = vcpu;
  for (let id = 0; id < count && count <= MAX_THREADS; id++) {
    if (!named.has(id)) list.push({ id, enabled: false, hotpluggable: true });
  }
  return list.sort((one, other) => one.id - other.id);
}

/** As many threads for I/O as are counted and named. */
export const completeIothreads: FormatRule = (draft) => {
  const named = draft.iothreadids?.iothreads ?? [];
  if (named.length === 0) return;
  const count = Math.max(draft.iothreads ?? 0, named.length);
  const taken = new Set(named.map(({ id }) => id));
  if (count > MAX_THREADS) return;
  for (let id = 1; named.length < count; id++) if (!taken.has(id)) named.push({ id });
  draft.iothreads = count;
};

/** Shares of cache and bandwidth are for vCPUs that there are. */
export const dropIdleTunes: FormatRule = (draft) => {
  const { cputune } = draft;
  const count = draft.vcpu?.count ?? 1;
  if (cputune === undefined) return;
  const present = (vcpus: string): string =>
    formatCpuset([...(parseCpuset(vcpus) ?? [])].filter((vcpu) => vcpu < count));
  const keep = <T extends { vcpus: string }>(tunes: T[] | undefined): T[] | undefined =>
    tunes?.map((tune) => ({ ...tune, vcpus: present(tune.vcpus) })).filter(({ vcpus }) => vcpus !== '');
  const { cachetunes, memorytunes } = cputune;
  if (cachetunes !== undefined) cputune.cachetunes = keep(cachetunes) ?? [];
  if (memorytunes !== undefined) cputune.memorytunes = keep(memorytunes) ?? [];
};

/** Only schedulers in real time have priorities. */
export const completeSchedulers: FormatRule = ({ cputune = {} }) => {
  const { emulatorsched, vcpuscheds = [], iothreadscheds = [] } = cputune;
  for (const one of [...(emulatorsched === undefined ? [] : [emulatorsched]), ...vcpuscheds, ...iothreadscheds]) {
    if (one.scheduler === 'batch' || one.scheduler === 'idle') delete one.priority;
  }
};
