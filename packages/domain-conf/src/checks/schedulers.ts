import { parseCpuset } from '../cpuset.js';
import type { Check } from './check.js';

/** Every thread has one scheduler, and is one that there is. */
export const checkSchedulers: Check = ({ cputune = {}, iothreads, iothreadids }, tell) => {
  const { emulatorsched, vcpuscheds = [], iothreadscheds = [] } = cputune;
  const kinds = { emulatorsched: emulatorsched === undefined ? [] : [emulatorsched], vcpuscheds, iothreadscheds };
  for (const [kind, list] of Object.entries(kinds)) {
    list.forEach(({ scheduler, priority }, index) => {
      if ((scheduler !== 'fifo' && scheduler !== 'rr') || priority !== undefined) return;
      const message = `Missing required attribute 'priority' in element '${kind.replace(/s$/, '')}'`;
      tell('XML_ERROR', message, kind === 'emulatorsched' ? `/cputune/${kind}` : `/cputune/${kind}/${index}`);
    });
  }
  const taken = new Set<number>();
  cputune.vcpuscheds?.forEach(({ vcpus }, index) => {
    const own = [...(parseCpuset(vcpus) ?? [])];
    if (own.some((vcpu) => taken.has(vcpu))) {
      tell('XML_DETAIL', "'vcpusched' attributes 'vcpus' must not overlap", `/cputune/vcpuscheds/${index}/vcpus`);
    }
    for (const vcpu of own) taken.add(vcpu);
  });
  const named = iothreadids?.iothreads?.map(({ id }) => id) ?? [];
  const known = new Set(
    named.length > 0 ? named : Array.from({ length: Math.min(iothreads ?? 0, 65_536) }, (_, index) => index + 1),
  );
  cputune.iothreadscheds?.forEach((one, index) => {
    const missing = [...(parseCpuset(one.iothreads) ?? [])].find((id) => !known.has(id));
    if (missing === undefined) return;
    tell('CONFIG_UNSUPPORTED', `Cannot find 'iothread' : ${missing}`, `/cputune/iothreadscheds/${index}/iothreads`);
  });
};
