import { qemuAliases } from '../x86/features.js';
import { x86Features } from '../x86/x86-features.js';

/** Flags of /proc/cpuinfo whose spelling doesn't tell the feature. */
const otherNames: Readonly<Record<string, string>> = {
  cqm: 'cmt',
  cqm_mbm_local: 'mbm_local',
  cqm_mbm_total: 'mbm_total',
  nonstop_tsc: 'invtsc',
  tsc_deadline_timer: 'tsc-deadline',
};

const bare = (name: string) => name.replace(/[._-]/g, '');

const spellings: ReadonlyMap<string, string> = new Map([
  ...Object.entries(qemuAliases).flatMap(([name, aliases]) => aliases.map((alias) => [bare(alias), name] as const)),
  ...x86Features.map(({ name }) => [bare(name), name] as const),
]);

/** libvirt's name of a flag in Linux's /proc/cpuinfo; undefined for what is no feature of x86 to libvirt. */
export function featureOfLinuxFlag(flag: string): string | undefined {
  return otherNames[flag] ?? spellings.get(bare(flag));
}
