import { keyed } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** `-smp`: the vCPUs at boot, their limit, and their topology: a socket each if none is given. */
export const smpOption: OptionBuilder = ({ definition, flags }) => {
  const { count = 1, current = count } = definition.vcpu ?? {};
  const fixed = definition.vcpus?.filter(({ enabled, hotpluggable }) => enabled && hotpluggable !== true).length;
  const atBoot = fixed ?? current;
  const topology = definition.cpu?.topology;
  const shown = (level: number | undefined, flag: 'smp-dies' | 'smp-clusters') =>
    topology !== undefined && flags.has(flag) ? (level ?? 1) : undefined;
  return [
    keyed('smp', String(atBoot), {
      maxcpus: atBoot === count ? undefined : count,
      sockets: topology?.sockets ?? count,
      dies: shown(topology?.dies, 'smp-dies'),
      clusters: shown(topology?.clusters, 'smp-clusters'),
      cores: topology?.cores ?? 1,
      threads: topology?.threads ?? 1,
    }),
  ];
};
