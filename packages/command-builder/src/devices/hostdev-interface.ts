import { formatPciAddress } from '../addresses/pci/pci-address.js';
import { device } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Interface } from '../definition/devices.js';
import { addressProperties } from './device-address.js';

/** An interface that is a PCI device of the host's; it stands among those. */
export const hostdevInterfaceArguments: DeviceBuilder<Interface> = (one, context) => {
  if (one.type !== 'hostdev' || one.source?.address?.type !== 'pci') return [];
  const { domain = 0, bus = 0, slot = 0, function: pciFunction = 0 } = one.source.address;
  return [
    device({
      driver: 'vfio-pci',
      host: formatPciAddress({ domain, bus, slot, function: pciFunction }),
      id: one.alias?.name,
      bootindex: one.boot?.order,
      failover_pair_id: one.teaming?.type === 'transient' ? one.teaming.persistent : undefined,
      ...addressProperties(one.address, context),
    }),
  ];
};
