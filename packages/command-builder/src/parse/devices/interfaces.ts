import type { Interface } from '../../definition/devices.js';
import { addDevice, type DeviceParser, type Draft, listed, type OptionParser } from '../draft.js';
import { given, some } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';
import { placeOf, spaprVioPlace, usbPlace } from './device-place.js';
import { bootOf, romOf } from './hostdevs.js';
import { hostOf, type ReadHost } from './interface-host.js';
import { parseVirtioName } from './virtio-name.js';
import { virtioOptions } from './virtio-options.js';

/** A network interface: the device that the guest sees, with its host's side. */
export const parseInterface: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const driver = parameters.text('driver') ?? '';
  parameters.text('id');
  const id = parameters.text('netdev');
  const netdev = needed(draft.line.find('netdev', id ?? ''), `there is no network backend '${id ?? ''}'`);
  netdev.parameters.text('id');
  const host = hostOf(netdev, draft);
  const virtio = parseVirtioName(driver);
  const place = interfacePlace(driver, device, draft);
  const address = parameters.text('mac');
  const acpiIndex = parameters.number('acpi-index');
  const networkInterface: Interface = {
    ...host.host,
    model: { type: virtio?.model ?? driver },
    ...given({
      mac: address === undefined ? undefined : { address },
      driver: driverOf(parameters, host, virtio !== undefined),
      teaming: parameters.flag('failover') === true ? ({ type: 'persistent' } as const) : undefined,
      mtu: mtuOf(parameters),
      acpi: acpiIndex === undefined ? undefined : { index: acpiIndex },
      address: place.address,
    }),
    ...bootOf(parameters),
    ...romOf(parameters),
  };
  return listed('interfaces', networkInterface, [netdev, ...host.uses, ...place.uses]);
};

function interfacePlace(driver: string, device: NativeArgument, draft: Draft) {
  if (driver === 'usb-net') return { ...usbPlace(device, draft), uses: [] };
  return driver === 'spapr-vlan' ? { ...spaprVioPlace(device), uses: [] } : placeOf(device, draft);
}

function mtuOf(parameters: Parameters) {
  const size = parameters.number('host_mtu');
  return size === undefined ? undefined : { size };
}

const TX_MODES = { iothread: 'bh', timer: 'timer' } as const;

function driverOf(parameters: Parameters, { vhost, queues }: ReadHost, virtio: boolean) {
  if (!virtio) return some({ queues });
  if (queues !== undefined && queues > 1) {
    parameters.implied('mq', 'on');
    parameters.implied('vectors', String(2 * queues + 2));
  }
  return some({
    name: vhost === undefined ? undefined : vhost ? ('vhost' as const) : ('qemu' as const),
    txmode: parameters.keyIn('tx', TX_MODES),
    ioeventfd: parameters.flag('ioeventfd'),
    eventIdx: parameters.flag('event_idx'),
    queues,
    rxQueueSize: parameters.number('rx_queue_size'),
    txQueueSize: parameters.number('tx_queue_size'),
    rss: parameters.flag('rss'),
    rssHashReport: parameters.flag('hash'),
    ...virtioOptions(parameters),
    host: some({
      csum: parameters.flag('csum'),
      gso: parameters.flag('gso'),
      tso4: parameters.flag('host_tso4'),
      tso6: parameters.flag('host_tso6'),
      ecn: parameters.flag('host_ecn'),
      ufo: parameters.flag('host_ufo'),
      mrgRxbuf: parameters.flag('mrg_rxbuf'),
    }),
    guest: some({
      csum: parameters.flag('guest_csum'),
      tso4: parameters.flag('guest_tso4'),
      tso6: parameters.flag('guest_tso6'),
      ecn: parameters.flag('guest_ecn'),
      ufo: parameters.flag('guest_ufo'),
    }),
  });
}

/** The guest's side as older options write it. */
function legacyGuest(parameters: Parameters, draft: Draft, macName: 'mac' | 'macaddr') {
  const named = parameters.text('model');
  const virtio = named === undefined ? undefined : parseVirtioName(named);
  const type = named === 'virtio' ? 'virtio' : (virtio?.model ?? named ?? defaultModel(draft));
  const address = parameters.text(macName);
  return { model: { type }, ...given({ mac: address === undefined ? undefined : { address } }) };
}

/** The model that each machine type gives to an interface without one. */
export function defaultModel({ family }: Draft): string {
  if (family === 'q35') return 'e1000e';
  return family === 'i440fx' ? 'e1000' : 'virtio';
}

/** `-nic user,model=virtio-net-pci`: both sides in one. */
export const nicOption: OptionParser = (argument, draft) => {
  const { parameters } = argument;
  parameters.text('id');
  if (parameters.peek('type') === 'none') return void parameters.text('type');
  const guest = legacyGuest(parameters, draft, 'mac');
  const read = hostOf(argument, draft);
  addDevice(draft.devices, 'interfaces', { ...read.host, ...guest });
  return read.uses;
};

/** `-net nic` with a backend of its own, or with the `-net` of a host's side that stands at the same place among those. */
export const netOption: OptionParser = (argument, draft) => {
  const { parameters } = argument;
  const type = parameters.peek('type');
  if (type === 'none') return void parameters.text('type');
  if (type !== 'nic') throw new Unmapped('there is no interface of the guest for it');
  parameters.text('type');
  parameters.text('id');
  const guest = legacyGuest(parameters, draft, 'macaddr');
  const netdev = parameters.text('netdev');
  const backend = netdev === undefined ? draft.relations.netHosts.get(argument) : draft.line.find('netdev', netdev);
  const side = needed(backend, 'there is no side of the host for it');
  side.parameters.text('id');
  const read = hostOf(side, draft);
  const [unread] = side.parameters.unread();
  if (unread !== undefined) throw new Unmapped(`'${unread.name}' of its host's side has no element`);
  addDevice(draft.devices, 'interfaces', { ...read.host, ...guest });
  return [side, ...read.uses];
};

/** The interface that QEMU adds unasked. */
export function addDefaultInterface(draft: Draft): void {
  const { line, devices, family } = draft;
  if (line.has('net', 'nic', 'netdev') || (family !== 'i440fx' && family !== 'q35' && family !== 'arm-virt')) return;
  addDevice(devices, 'interfaces', { type: 'user', model: { type: defaultModel(draft) } });
}
