import {
  attribute,
  child,
  children,
  element,
  type Fields,
  oneOf,
  onOff,
  record,
  required,
  string,
  uint,
  uint64,
  uuid,
  variant,
  within,
  yesNo,
} from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { deviceAcpi, deviceBoot, deviceRom } from '../boot.js';
import { reconnect } from '../chardev-source.js';
import { bandwidth, filterref, interfaceIp, interfaceRoute, virtualport, vlan } from '../network-parts.js';
import { virtioOptions } from '../virtio-options.js';
import { macAddress, unsupported } from '../words.js';

const offloads = {
  csum: attribute(onOff),
  gso: attribute(onOff),
  tso4: attribute(onOff),
  tso6: attribute(onOff),
  ecn: attribute(onOff),
  ufo: attribute(onOff),
} satisfies Fields;

/** How the hypervisor serves an interface. */
export const interfaceDriver = element(
  'driver',
  {
    name: attribute(oneOf('qemu', 'vhost', 'vfio', 'xen', 'kvm')),
    model: attribute(string),
    txmode: attribute(oneOf('iothread', 'timer')),
    ioeventfd: attribute(onOff),
    eventIdx: attribute(onOff, { name: 'event_idx' }),
    queues: attribute(uint),
    rxQueueSize: attribute(uint, { name: 'rx_queue_size' }),
    txQueueSize: attribute(uint, { name: 'tx_queue_size' }),
    rss: attribute(onOff),
    rssHashReport: attribute(onOff, { name: 'rss_hash_report' }),
    ...virtioOptions,
    host: child(record({ ...offloads, mrgRxbuf: attribute(onOff, { name: 'mrg_rxbuf' }) })),
    guest: child(record(offloads)),
  },
  { about: 'How the hypervisor serves the interface.' },
);

/** Ports of the host that lead to the guest. */
export const portForward = element(
  'portForward',
  {
    proto: attribute(oneOf('tcp', 'udp'), required),
    address: attribute(string),
    dev: attribute(string),
    ranges: children(
      element('range', {
        start: attribute(uint, required),
        end: attribute(uint),
        to: attribute(uint),
        exclude: attribute(yesNo),
      }),
    ),
  },
  { about: 'Ports of the host that lead to the guest.' },
);

const before = {
  managed: attribute(yesNo),
  trustGuestRxFilters: attribute(yesNo),
  mac: child(
    record({
      address: attribute(macAddress, required),
      type: attribute(oneOf('generated', 'static')),
      check: attribute(yesNo),
    }),
  ),
} satisfies Fields;

const coalesced = { invalid: unsupported("cannot parse value '%s' for coalesce parameter", 'XML_DETAIL') };

const afterDriver = {
  backend: child(
    record({
      type: attribute(oneOf('default', 'passt')),
      tap: attribute(string),
      vhost: attribute(string),
      logFile: attribute(string),
    }),
  ),
  filterref: child(filterref),
  link: child(
    record({ state: attribute(oneOf('up', 'down'), { invalid: unsupported("unknown interface link state '%s'") }) }),
  ),
  tune: child(record({ sndbuf: child(uint64) })),
  teaming: child(
    record({
      type: attribute(oneOf('persistent', 'transient'), {
        ...required,
        invalid: unsupported("unknown teaming type '%s'"),
      }),
      persistent: attribute(string),
    }),
  ),
  coalesce: child(record({ ...within('rx', { frames: child(record({ max: attribute(uint, coalesced) })) }) })),
  mtu: child(record({ size: attribute(uint, required) })),
  boot: child(deviceBoot),
  alias: child(alias),
  rom: child(deviceRom),
  acpi: child(deviceAcpi),
  address: child(deviceAddress),
} satisfies Fields;

const middle = {
  vlan: child(vlan),
  virtualport: child(virtualport),
  bandwidth: child(bandwidth),
  port: child(record({ isolated: attribute(yesNo) })),
  ips: children(interfaceIp),
  routes: children(interfaceRoute),
  portForwards: children(portForward),
  script: child(record({ path: attribute(string, required) })),
  downscript: child(record({ path: attribute(string, required) })),
  backenddomain: child(record({ name: attribute(string) })),
  target: child(record({ dev: attribute(string), managed: attribute(yesNo) })),
  guest: child(record({ dev: attribute(string), actual: attribute(string) })),
  model: child(record({ type: attribute(string, required) })),
} satisfies Fields;

const withSource = <S extends Fields>(source: S) => ({
  ...before,
  ...source,
  ...middle,
  driver: child(interfaceDriver),
  ...afterDriver,
});

const socket = withSource({
  source: child(
    record({
      address: attribute(string),
      port: attribute(uint, required),
      local: child(record({ address: attribute(string), port: attribute(uint) })),
    }),
  ),
});

/** A network interface. */
export const networkInterface = element(
  'interface',
  variant(
    'type',
    {
      user: withSource({ source: child(record({ dev: attribute(string) })) }),
      ethernet: withSource({
        source: child(record({ dev: attribute(string), ips: children(interfaceIp), routes: children(interfaceRoute) })),
      }),
      vhostuser: withSource({
        source: child(
          record({
            type: attribute(oneOf('unix'), {
              invalid: unsupported("Type='%s' unsupported for <interface type='vhostuser'>"),
            }),
            path: attribute(string),
            mode: attribute(oneOf('client', 'server')),
            reconnect: child(reconnect),
            dev: attribute(string),
          }),
        ),
      }),
      server: socket,
      client: socket,
      mcast: socket,
      network: withSource({
        source: child(
          record({
            network: attribute(string, required),
            portid: attribute(uuid, { when: 'active' }),
            portgroup: attribute(string),
            bridge: attribute(string),
          }),
        ),
      }),
      bridge: withSource({ source: child(record({ bridge: attribute(string) })) }),
      internal: withSource({ source: child(record({ name: attribute(string) })) }),
      direct: withSource({
        source: child(
          record({
            dev: attribute(string),
            mode: attribute(oneOf('vepa', 'private', 'bridge', 'passthrough')),
          }),
        ),
      }),
      hostdev: {
        ...before,
        driver: child(interfaceDriver),
        source: child(record({ address: child(deviceAddress) })),
        ...middle,
        ...afterDriver,
      },
      udp: socket,
      null: withSource({}),
      vds: withSource({
        source: child(
          record({
            switchid: attribute(uuid, required),
            portid: attribute(uint64),
            portgroupid: attribute(string),
            connectionid: attribute(uint64),
          }),
        ),
      }),
      vdpa: withSource({ source: child(record({ dev: attribute(string, required) })) }),
    },
    { paired: true, default: 'user' },
  ),
  { about: 'A network interface, by what it is connected to.' },
);
