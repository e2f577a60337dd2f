import { type Argument, device, keyed, netdev } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import { deviceFdset } from '../build/device-fdset.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Interface } from '../definition/devices.js';
import { interfaceBootIndex } from './boot-index.js';
import { addressProperties } from './device-address.js';
import { interfaceHostProperties } from './interface-host.js';
import { vhostUserChardev } from './vhost-user.js';
import { virtioDriver, virtioProperties } from './virtio.js';
import { zpciArguments } from './zpci.js';

/** A network interface: the host's side, then the device that the guest sees. */
export const interfaceArguments: DeviceBuilder<Interface> = (networkInterface, context) =>
  networkInterface.type === 'hostdev'
    ? []
    : [
        ...(networkInterface.type === 'vhostuser' ? [vhostUserChardev(networkInterface, context)] : []),
        ...(networkInterface.type === 'vdpa' ? vdpaDescriptor(networkInterface, context) : []),
        netdev(interfaceHostProperties(networkInterface, context)),
        ...zpciArguments(networkInterface.address, networkInterface.alias?.name),
        BUILT_IN.has(networkInterface.model?.type ?? '')
          ? builtIn(networkInterface)
          : device(guestSide(networkInterface, context)),
      ];

/** The device node that the kernel serves the interface through. */
function vdpaDescriptor({ alias, source }: Extract<Interface, { type: 'vdpa' }>, context: BuildContext) {
  return deviceFdset(`${alias?.name ?? ''}-vdpa`, source?.dev ?? '', context).arguments;
}

/** Interfaces that boards have soldered on: QEMU is only told what is theirs. */
const BUILT_IN: ReadonlySet<string> = new Set(['smc91c111', 'lan9118']);

function builtIn({ alias, mac, model }: Interface): Argument {
  const id = alias?.name;
  return keyed('net', 'nic', { macaddr: mac?.address, netdev: `host${id ?? ''}`, model: model?.type, id });
}

function guestSide(networkInterface: Interface, context: BuildContext): OptionalProperties & { driver: string } {
  const { alias, mac, model, rom, acpi } = networkInterface;
  const type = model?.type ?? 'rtl8139';
  return {
    driver: isVirtio(type) ? virtioDriver('virtio-net', networkInterface.address, type) : type,
    ...(isVirtio(type) ? virtioNetProperties(networkInterface) : {}),
    failover: networkInterface.teaming?.type === 'persistent' ? true : undefined,
    netdev: `host${alias?.name ?? ''}`,
    id: alias?.name,
    mac: mac?.address,
    bootindex: interfaceBootIndex(networkInterface, context),
    loadparm: context.flags.has('virtio-ccw.loadparm') ? networkInterface.boot?.loadparm : undefined,
    ...addressProperties(networkInterface.address, context),
    rombar: rom?.bar === undefined ? undefined : rom.bar ? 1 : 0,
    romfile: rom?.enabled === false ? '' : rom?.file,
    'acpi-index': acpi?.index,
  };
}

function isVirtio(model: string): boolean {
  return model === 'virtio' || model === 'virtio-transitional' || model === 'virtio-non-transitional';
}

function virtioNetProperties({ driver, mtu }: Interface): OptionalProperties {
  const queues = driver?.queues;
  return {
    ...virtioProperties(driver),
    tx: driver?.txmode === undefined ? undefined : driver.txmode === 'iothread' ? 'bh' : 'timer',
    ioeventfd: driver?.ioeventfd,
    event_idx: driver?.eventIdx,
    ...offloadProperties('', driver?.host),
    ...offloadProperties('guest_', driver?.guest),
    mq: queues !== undefined && queues > 1 ? true : undefined,
    vectors: queues !== undefined && queues > 1 ? 2 * queues + 2 : undefined,
    rx_queue_size: driver?.rxQueueSize,
    tx_queue_size: driver?.txQueueSize,
    host_mtu: mtu?.size,
    rss: driver?.rss,
    hash: driver?.rssHashReport,
  };
}

type Offloads = NonNullable<NonNullable<Interface['driver']>['host']>;

/** What the host does for the guest, and the guest for the host; `csum` is the rare one without a prefix. */
function offloadProperties(side: '' | 'guest_', offloads: Offloads | undefined): OptionalProperties {
  const prefix = side === '' ? 'host_' : side;
  return {
    [side === '' ? 'csum' : 'guest_csum']: offloads?.csum,
    ...(side === '' ? { gso: offloads?.gso } : {}),
    [`${prefix}tso4`]: offloads?.tso4,
    [`${prefix}tso6`]: offloads?.tso6,
    [`${prefix}ecn`]: offloads?.ecn,
    [`${prefix}ufo`]: offloads?.ufo,
    ...(side === '' ? { mrg_rxbuf: offloads?.mrgRxbuf } : {}),
  };
}
