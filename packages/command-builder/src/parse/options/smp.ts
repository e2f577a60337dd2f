import type { OptionParser } from '../draft.js';
import { given } from '../given.js';

/** `-smp`: the vCPUs at boot, their limit and topology. QEMU works out what isn't said, with more cores before more sockets. */
export const smpOption: OptionParser = ({ parameters }, { definition }) => {
  const atBoot = parameters.number('cpus');
  const limit = parameters.number('maxcpus');
  const sockets = parameters.number('sockets');
  const dies = parameters.number('dies');
  const clusters = parameters.number('clusters');
  const cores = parameters.number('cores');
  const threads = parameters.number('threads');
  const product = (sockets ?? 1) * (dies ?? 1) * (clusters ?? 1) * (cores ?? 1) * (threads ?? 1);
  const count = Math.max(1, limit ?? atBoot ?? product);
  definition.vcpu = { ...given({ current: atBoot === undefined || atBoot === count ? undefined : atBoot }), count };
  const isPlain = (sockets ?? count) === count && (cores ?? 1) === 1 && (threads ?? 1) === 1;
  if (isPlain && dies === undefined && clusters === undefined) return;
  const others = (sockets ?? 1) * (dies ?? 1) * (clusters ?? 1) * (threads ?? 1);
  const knownCores = cores ?? Math.max(1, Math.floor(count / others));
  const knownSockets =
    sockets ?? Math.max(1, Math.floor(count / (knownCores * (dies ?? 1) * (clusters ?? 1) * (threads ?? 1))));
  const topology = { sockets: knownSockets, ...given({ dies, clusters }), cores: knownCores, threads: threads ?? 1 };
  definition.cpu = { ...definition.cpu, topology };
};
