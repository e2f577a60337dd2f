import {
  attribute,
  child,
  children,
  element,
  oneOf,
  onOff,
  positive,
  record,
  required,
  scaled,
  string,
  text,
  uint,
  uint64,
  within,
  yesNo,
} from '@virtkit/xml';
import { cpuset } from './cpuset.js';
import { unsupported } from './words.js';

/** A feature of a CPU, and whether the guest gets it. */
export const cpuFeature = element(
  'feature',
  {
    policy: attribute(oneOf('force', 'require', 'optional', 'disable', 'forbid'), {
      invalid: () => ({ code: 'CONFIG_UNSUPPORTED', message: 'Invalid CPU feature policy' }),
    }),
    name: attribute(string, required),
  },
  { about: 'A feature of the CPU, and whether the guest gets it.' },
);

/** How many sockets, dies, clusters, cores and threads there are, each in one of the former. */
export const cpuTopology = element(
  'topology',
  {
    sockets: attribute(positive, required),
    dies: attribute(positive),
    clusters: attribute(positive),
    cores: attribute(positive, required),
    threads: attribute(positive, required),
  },
  { about: 'How many sockets, dies, clusters, cores and threads there are, each in one of the former.' },
);

const kibibytes = scaled('KiB');

const numaCache = element('cache', {
  level: attribute(uint, required),
  associativity: attribute(oneOf('none', 'direct', 'full'), required),
  policy: attribute(oneOf('none', 'writeback', 'writethrough'), required),
  ...within('size', { sizeKiB: attribute(kibibytes, { name: 'value' }) }),
  ...within('line', { lineBytes: attribute(scaled('B'), { name: 'value' }) }),
});

/** A NUMA node of the guest. */
export const numaCell = element(
  'cell',
  {
    id: attribute(uint),
    cpus: attribute(cpuset),
    memoryKiB: attribute(kibibytes, { name: 'memory' }),
    memAccess: attribute(oneOf('shared', 'private')),
    discard: attribute(yesNo),
    ...within('distances', {
      distances: children(element('sibling', { id: attribute(uint, required), value: attribute(uint, required) })),
    }),
    caches: children(numaCache),
  },
  { about: 'A NUMA node of the guest.' },
);

const interconnect = {
  initiator: attribute(uint, required),
  target: attribute(uint, required),
  cache: attribute(uint),
  type: attribute(oneOf('access', 'read', 'write'), required),
};

/** The NUMA nodes of the guest, and how far they are apart. */
export const numa = element('numa', {
  cells: children(numaCell),
  ...within('interconnects', {
    latencies: children(element('latency', { ...interconnect, value: attribute(uint64, required) })),
    bandwidths: children(
      element('bandwidth', { ...interconnect, valueKiB: attribute(kibibytes, { name: 'value', required: true }) }),
    ),
  }),
});

/** The CPU that the guest sees. */
export const cpu = element(
  'cpu',
  {
    mode: attribute(oneOf('custom', 'host-model', 'host-passthrough', 'maximum'), {
      invalid: unsupported("Invalid mode attribute '%s'"),
    }),
    match: attribute(oneOf('minimum', 'exact', 'strict')),
    check: attribute(oneOf('none', 'partial', 'full')),
    migratable: attribute(onOff),
    deprecatedFeatures: attribute(onOff, { name: 'deprecated_features' }),
    model: child(
      record({
        fallback: attribute(oneOf('allow', 'forbid'), { invalid: unsupported('Invalid fallback attribute') }),
        vendorId: attribute(string, { name: 'vendor_id' }),
        name: text(string),
      }),
    ),
    vendor: child(string),
    topology: child(cpuTopology),
    cache: child(
      record({ level: attribute(uint), mode: attribute(oneOf('emulate', 'passthrough', 'disable'), required) }),
    ),
    maxphysaddr: child(
      record({
        mode: attribute(oneOf('emulate', 'passthrough'), required),
        bits: attribute(uint),
        limit: attribute(uint),
      }),
    ),
    features: children(cpuFeature),
    numa: child(numa),
  },
  { about: 'The CPU that the guest sees.' },
);
