import { formatPciAddress } from '../addresses/pci/pci-address.js';
import { device } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Hostdev } from '../definition/devices.js';
import { addressProperties } from './device-address.js';
import { scsiHostdevArguments } from './scsi-hostdev.js';
import { virtioDriver } from './virtio.js';
import { zpciArguments } from './zpci.js';

/** A device of the host's that is given to the guest. */
export const hostdevArguments: DeviceBuilder<Hostdev> = (hostdev, context) => {
  if (hostdev.type === 'scsi') return scsiHostdevArguments(hostdev, context);
  const properties = hostdevProperties(hostdev, context);
  if (properties === undefined) return [];
  return [...zpciArguments(hostdev.address, hostdev.alias?.name), device(properties)];
};

function hostdevProperties(
  hostdev: Hostdev,
  context: BuildContext,
): (OptionalProperties & { driver: string }) | undefined {
  const id = hostdev.alias?.name;
  const place = addressProperties(hostdev.address, context);
  const bootindex = hostdev.boot?.order;
  switch (hostdev.type) {
    case 'pci': {
      if (hostdev.address?.type === 'unassigned') return undefined;
      const { domain = 0, bus = 0, slot = 0, function: pciFunction = 0 } = hostdev.source?.address ?? {};
      const host = formatPciAddress({ domain, bus, slot, function: pciFunction });
      const failover = hostdev.teaming?.type === 'transient' ? hostdev.teaming.persistent : undefined;
      return {
        driver: 'vfio-pci',
        host,
        id,
        bootindex,
        failover_pair_id: failover,
        ...place,
        ...romProperties(hostdev),
      };
    }
    case 'usb': {
      const { bus, device: number } = hostdev.source?.address ?? {};
      if (bus === undefined || number === undefined) return undefined;
      const path = `/dev/bus/usb/${String(bus).padStart(3, '0')}/${String(number).padStart(3, '0')}`;
      return { driver: 'usb-host', hostdevice: path, id, bootindex, ...place };
    }
    case 'scsi_host': {
      const vhostfd = { descriptor: `${id ?? ''}-vhost`, open: { kind: 'device', path: '/dev/vhost-scsi' } } as const;
      const driver = virtioDriver('vhost-scsi', hostdev.address, hostdev.model);
      return {
        driver,
        wwpn: hostdev.source?.wwpn,
        vhostfd: context.paths ? undefined : vhostfd,
        id,
        bootindex,
        ...place,
      };
    }
    case 'mdev':
      return mdevProperties(hostdev, context);
    default:
      return undefined;
  }
}

function mdevProperties(
  hostdev: Extract<Hostdev, { type: 'mdev' }>,
  context: BuildContext,
): OptionalProperties & { driver: string } {
  const uuid = hostdev.source?.address?.uuid ?? '';
  return {
    driver: hostdev.model === 'vfio-pci' && hostdev.ramfb === true ? 'vfio-pci-nohotplug' : hostdev.model,
    id: hostdev.alias?.name,
    sysfsdev: `/sys/bus/mdev/devices/${uuid}`,
    display: hostdev.display === undefined ? undefined : hostdev.display ? 'on' : 'off',
    ramfb: hostdev.ramfb === true ? true : undefined,
    bootindex: hostdev.boot?.order,
    ...addressProperties(hostdev.address, context),
  };
}

function romProperties({ rom }: Hostdev): OptionalProperties {
  return {
    rombar: rom?.bar === undefined ? undefined : rom.bar ? 1 : 0,
    romfile: rom?.enabled === false ? '' : rom?.file,
  };
}
