import { formatPciAddress } from '../addresses/pci/pci-address.js';
import { device } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Hostdev } from '../definition/devices.js';
import { addressProperties } from './device-address.js';

/** A device of the host's that is given to the guest. */
export const hostdevArguments: DeviceBuilder<Hostdev> = (hostdev, context) => {
  const properties = hostdevProperties(hostdev, context);
  return properties === undefined ? [] : [device(properties)];
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
      return { driver: 'vfio-pci', host, id, bootindex, ...place, ...romProperties(hostdev) };
    }
    case 'usb': {
      const { bus, device: number } = hostdev.source?.address ?? {};
      if (bus === undefined || number === undefined) return undefined;
      const path = `/dev/bus/usb/${String(bus).padStart(3, '0')}/${String(number).padStart(3, '0')}`;
      return { driver: 'usb-host', hostdevice: path, id, bootindex, ...place };
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
    ramfb: hostdev.ramfb,
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
