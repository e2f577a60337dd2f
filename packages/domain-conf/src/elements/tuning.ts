import {
  attribute,
  child,
  children,
  element,
  int,
  int64,
  oneOf,
  positive,
  record,
  required,
  scaled,
  string,
  text,
  uint,
  uint64,
  within,
} from '@virtkit/xml';
import { cpuset, cpusetFault } from './cpuset.js';
import { unsupported } from './words.js';

const kibibytes = scaled('KiB');

/** Limits on the memory that the domain's process uses. */
export const memtune = element(
  'memtune',
  {
    ...within('hard_limit', { hardLimitKiB: text(kibibytes) }),
    ...within('soft_limit', { softLimitKiB: text(kibibytes) }),
    ...within('min_guarantee', { minGuaranteeKiB: text(kibibytes) }),
    ...within('swap_hard_limit', { swapHardLimitKiB: text(kibibytes) }),
  },
  { about: "Limits on the memory that the domain's process uses." },
);

const unparsable = (what: string) => ({ invalid: unsupported(`could not parse ${what} %s`) });

const blkioDevice = element('device', {
  path: child(string, {
    required: true,
    missing: { code: 'CONFIG_UNSUPPORTED', message: 'missing per-device path' },
  }),
  weight: child(uint, unparsable('weight')),
  readIopsSec: child(uint, { name: 'read_iops_sec', ...unparsable('read iops sec') }),
  writeIopsSec: child(uint, { name: 'write_iops_sec', ...unparsable('write iops sec') }),
  readBytesSec: child(uint64, { name: 'read_bytes_sec', ...unparsable('read bytes sec') }),
  writeBytesSec: child(uint64, { name: 'write_bytes_sec', ...unparsable('write bytes sec') }),
});

/** The domain's share of the host's block devices. */
export const blkiotune = element(
  'blkiotune',
  { weight: child(uint), devices: children(blkioDevice) },
  { about: "The domain's share of the host's block devices." },
);

const scheduler = {
  scheduler: attribute(oneOf('batch', 'idle', 'fifo', 'rr'), required),
  priority: attribute(int),
};

const vcpusOf = (tune: string) =>
  attribute(cpuset, { ...required, invalid: unsupported(`Invalid ${tune} attribute 'vcpus' value '%s'`, 'XML_ERROR') });

const monitor = { level: attribute(uint, required), vcpus: vcpusOf('monitor') };

/** The share of a cache that some vCPUs have. */
export const cachetune = element('cachetune', {
  vcpus: vcpusOf('cachetune'),
  id: attribute(string, { when: 'active' }),
  caches: children(
    element('cache', {
      id: attribute(uint, required),
      level: attribute(uint, required),
      type: attribute(oneOf('both', 'code', 'data'), required),
      sizeBytes: attribute(scaled('bytes', { written: 'pretty' }), { name: 'size', required: true }),
    }),
  ),
  monitors: children(element('monitor', monitor)),
});

/** The share of the memory's bandwidth that some vCPUs have. */
export const memorytune = element('memorytune', {
  vcpus: vcpusOf('memorytune'),
  nodes: children(element('node', { id: attribute(uint, required), bandwidth: attribute(uint, required) })),
  monitors: children(element('monitor', { vcpus: vcpusOf('monitor') })),
});

const period = (name: string) => child(uint64, { name });
const quota = (name: string) => child(int64, { name });

const cpusetOf = (pin: string) =>
  attribute(cpuset, { required: true, missing: { code: 'INTERNAL_ERROR', message: `missing cpuset for ${pin}` } });

const onlyOne = (name: string) =>
  ({ repeated: { code: 'XML_ERROR', message: `only one ${name} is supported` } }) as const;

/** On which of the host's CPUs, and how much, the domain's threads run. */
export const cputune = element(
  'cputune',
  {
    shares: child(uint64),
    period: period('period'),
    quota: quota('quota'),
    globalPeriod: period('global_period'),
    globalQuota: quota('global_quota'),
    emulatorPeriod: period('emulator_period'),
    emulatorQuota: quota('emulator_quota'),
    iothreadPeriod: period('iothread_period'),
    iothreadQuota: quota('iothread_quota'),
    vcpupins: children(element('vcpupin', { vcpu: attribute(uint, required), cpuset: cpusetOf('vcpupin') })),
    emulatorpin: child(record({ cpuset: cpusetOf('emulatorpin') }), onlyOne('emulatorpin')),
    iothreadpins: children(
      element('iothreadpin', { iothread: attribute(positive, required), cpuset: cpusetOf('iothreadpin') }),
    ),
    emulatorsched: child(record(scheduler), onlyOne('emulatorsched')),
    vcpuscheds: children(element('vcpusched', { vcpus: attribute(cpuset, required), ...scheduler })),
    iothreadscheds: children(element('iothreadsched', { iothreads: attribute(cpuset, required), ...scheduler })),
    cachetunes: children(cachetune),
    memorytunes: children(memorytune),
  },
  { about: "On which of the host's CPUs, and how much, the domain's threads run." },
);

const invalidNodeset = {
  invalid: (text: string) => cpusetFault(text) ?? unsupported("Invalid value of 'nodeset': %s")(text),
};
const invalidMode = { invalid: unsupported("Unsupported NUMA memory tuning mode '%s'") };
const invalidPlacement = { invalid: unsupported("Unsupported NUMA memory placement mode '%s'") };
const numaMode = oneOf('strict', 'preferred', 'interleave', 'restrictive');

/** From which of the host's NUMA nodes the domain's memory comes. */
export const numatune = element(
  'numatune',
  {
    memory: child(
      record({
        mode: attribute(numaMode, invalidMode),
        nodeset: attribute(cpuset, invalidNodeset),
        placement: attribute(oneOf('static', 'auto'), invalidPlacement),
      }),
    ),
    memnodes: children(
      element('memnode', {
        cellid: attribute(uint, required),
        mode: attribute(numaMode, invalidMode),
        nodeset: attribute(cpuset, { ...required, ...invalidNodeset }),
      }),
    ),
  },
  { about: "From which of the host's NUMA nodes the domain's memory comes." },
);
