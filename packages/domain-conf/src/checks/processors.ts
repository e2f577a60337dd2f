import type { Cputune, DomainDefinition } from '../generated/definition.js';
import type { Check, Tell } from './check.js';

/** There are as many vCPUs as are used, and each is one of them. */
export const checkVcpus: Check = ({ vcpu, vcpus = [] }, tell) => {
  const { count = 1, current } = vcpu ?? {};
  if (current !== undefined && current > count) {
    const message = 'maximum vCPU count must not be less than current vCPU count';
    tell('CONFIG_UNSUPPORTED', message, '/vcpu/current', `Allowed: up to ${count}`);
  }
  vcpus.forEach(({ id }, index) => {
    if (id < count) return;
    tell('XML_ERROR', `vcpu id '${id}' is out of range of maximum vcpu count`, `/vcpus/${index}/id`);
  });
};

const PERIOD = [1000, 1_000_000] as const;
const QUOTA = [1000, 17_592_186_044_415] as const;

/** What the scheduler of the host takes; source: the errors of libvirt 9.0. */
const RANGES: readonly (readonly [keyof Cputune, name: string, range: readonly [number, number]])[] = [
  ['shares', 'shares', [2, 262_144]],
  ['period', 'period', PERIOD],
  ['globalPeriod', 'global_period', PERIOD],
  ['emulatorPeriod', 'emulator_period', PERIOD],
  ['iothreadPeriod', 'iothread_period', PERIOD],
  ['quota', 'quota', QUOTA],
  ['globalQuota', 'global_quota', QUOTA],
  ['emulatorQuota', 'emulator_quota', QUOTA],
  ['iothreadQuota', 'iothread_quota', QUOTA],
];

/** Shares, periods and quotas are what the host's scheduler takes; threads are pinned once, and exist. */
export const checkCputune: Check = (definition, tell) => {
  const { cputune = {} } = definition;
  for (const [key, name, [minimum, maximum]] of RANGES) {
    const value = Number(cputune[key] ?? minimum);
    // A quota below 0 is none, and 0 is the host's own choice.
    if (value <= 0 || (value >= minimum && value <= maximum)) continue;
    const message = `Value of cputune '${name}' must be in range [${minimum}, ${maximum}]`;
    tell('CONFIG_UNSUPPORTED', message, `/cputune/${key}`);
  }
  const pinned = new Set<number>();
  cputune.vcpupins?.forEach(({ vcpu }, index) => {
    if (pinned.has(vcpu))
      tell('INTERNAL_ERROR', `duplicate vcpupin for vcpu '${vcpu}'`, `/cputune/vcpupins/${index}/vcpu`);
    pinned.add(vcpu);
  });
  checkIothreads(definition, tell);
};

function checkIothreads({ cputune, iothreads = 0, iothreadids, defaultiothread }: DomainDefinition, tell: Tell): void {
  const named = new Set<number>();
  iothreadids?.iothreads?.forEach(({ id, ...pool }, index) => {
    const path = `/iothreadids/iothreads/${index}`;
    if (named.has(id)) tell('XML_ERROR', `duplicate iothread id '${id}' found`, `${path}/id`);
    named.add(id);
    checkPool(pool, path, tell);
  });
  if (defaultiothread !== undefined) checkPool(defaultiothread, '/defaultiothread', tell);
  cputune?.iothreadpins?.forEach(({ iothread }, index) => {
    // Threads without names take the lowest free numbers.
    if (named.has(iothread) || iothread <= iothreads) return;
    const path = `/cputune/iothreadpins/${index}/iothread`;
    tell('CONFIG_UNSUPPORTED', `Cannot find 'iothread' : ${iothread}`, path);
  });
}

function checkPool(
  { threadPoolMin, threadPoolMax }: { threadPoolMin?: number; threadPoolMax?: number },
  path: string,
  tell: Tell,
): void {
  if (threadPoolMax === 0) {
    tell('CONFIG_UNSUPPORTED', 'thread_pool_max must be a positive integer', `${path}/threadPoolMax`);
  } else if (threadPoolMin !== undefined && threadPoolMax !== undefined && threadPoolMin > threadPoolMax) {
    const message = 'thread_pool_min must be smaller or equal to thread_pool_max';
    tell('CONFIG_UNSUPPORTED', message, `${path}/threadPoolMin`);
  }
}
