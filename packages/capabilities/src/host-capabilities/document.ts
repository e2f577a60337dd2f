import {
  attribute,
  child,
  children,
  element,
  flag,
  type Infer,
  oneOf,
  onOff,
  required,
  string,
  text,
  uint,
  uint64,
  value,
  within,
  yesNo,
} from '@virtkit/xml';

const named = (name: string) => element(name, { name: attribute(string, required) });

/** `<cpu>` of a host: what it is, without what a guest wants of it. */
const hostCpuElement = element('cpu', {
  arch: child(string, required),
  model: child(string),
  vendor: child(string),
  microcode: child(element('microcode', { version: attribute(uint, required) })),
  signature: child(
    element('signature', {
      family: attribute(uint, required),
      model: attribute(uint, required),
      stepping: attribute(uint, required),
    }),
  ),
  counter: child(
    element('counter', {
      name: attribute(oneOf('tsc'), required),
      frequency: attribute(uint64, required),
      scaling: attribute(yesNo),
    }),
  ),
  topology: child(
    element('topology', {
      sockets: attribute(uint, required),
      dies: attribute(uint),
      clusters: attribute(uint),
      cores: attribute(uint, required),
      threads: attribute(uint, required),
    }),
  ),
  maxphysaddr: child(
    element('maxphysaddr', { mode: attribute(oneOf('emulate', 'passthrough'), required), bits: attribute(uint) }),
  ),
  features: children(named('feature')),
  pages: children(element('pages', { unit: attribute(oneOf('KiB'), required), size: attribute(uint64, required) })),
});

const cell = element('cell', {
  id: attribute(uint, required),
  memory: child(element('memory', { unit: attribute(oneOf('KiB'), required), size: text(uint64, required) })),
  pages: children(
    element('pages', {
      unit: attribute(oneOf('KiB'), required),
      size: attribute(uint64, required),
      count: text(uint64, required),
    }),
  ),
  ...within('distances', {
    distances: children(element('sibling', { id: attribute(uint, required), value: attribute(uint, required) })),
  }),
  cpus: child(
    element('cpus', {
      num: attribute(uint, required),
      cpus: children(
        element('cpu', {
          id: attribute(uint, required),
          socketId: attribute(uint, { name: 'socket_id' }),
          dieId: attribute(uint, { name: 'die_id' }),
          clusterId: attribute(uint, { name: 'cluster_id' }),
          coreId: attribute(uint, { name: 'core_id' }),
          siblings: attribute(string),
        }),
      ),
    }),
  ),
});

const host = element('host', {
  uuid: child(string),
  cpu: child(hostCpuElement, required),
  powerManagement: child(
    element('power_management', {
      suspendMem: child(flag, { name: 'suspend_mem' }),
      suspendDisk: child(flag, { name: 'suspend_disk' }),
      suspendHybrid: child(flag, { name: 'suspend_hybrid' }),
    }),
    { name: 'power_management' },
  ),
  iommu: child(element('iommu', { support: attribute(yesNo, required) })),
  migrationFeatures: child(
    element('migration_features', {
      live: child(flag),
      ...within('uri_transports', { uriTransports: children(value(text(string)), { name: 'uri_transport' }) }),
    }),
  ),
  ...within('topology', {
    cells: child(element('cells', { num: attribute(uint, required), cells: children(cell) })),
  }),
  ...within('cache', {
    banks: children(
      element('bank', {
        id: attribute(uint, required),
        level: attribute(uint, required),
        type: attribute(oneOf('both', 'code', 'data'), required),
        size: attribute(uint64, required),
        unit: attribute(string, required),
        cpus: attribute(string, required),
      }),
    ),
  }),
  secmodels: children(
    element('secmodel', {
      model: child(string, required),
      doi: child(string, required),
      baselabels: children(element('baselabel', { type: attribute(string, required), label: text(string, required) })),
    }),
  ),
});

const guestMachine = element('machine', {
  canonical: attribute(string),
  maxCpus: attribute(uint),
  deprecated: attribute(yesNo),
  name: text(string, required),
});

const toggled = (name: string) =>
  element(name, { default: attribute(onOff, required), toggle: attribute(yesNo, required) });

const guest = element('guest', {
  osType: child(string, { name: 'os_type', required: true }),
  arch: child(
    element('arch', {
      name: attribute(string, required),
      wordsize: child(uint, required),
      emulator: child(string),
      machines: children(guestMachine),
      domains: children(element('domain', { type: attribute(string, required) })),
    }),
    required,
  ),
  features: child(
    element('features', {
      pae: child(flag),
      nonpae: child(flag),
      acpi: child(toggled('acpi')),
      apic: child(toggled('apic')),
      cpuselection: child(flag),
      deviceboot: child(flag),
      disksnapshot: child(toggled('disksnapshot')),
      externalSnapshot: child(flag),
    }),
  ),
});

/** The document that `virConnectGetCapabilities` returns. */
export const capabilitiesDocument = element('capabilities', { host: child(host, required), guests: children(guest) });

/** What a host is, and which guests it can run: a plain JSON value. */
export type HostCapabilities = Infer<typeof capabilitiesDocument>;
/** `<guest>` as a value. */
export type GuestCapabilities = Infer<typeof guest>;
