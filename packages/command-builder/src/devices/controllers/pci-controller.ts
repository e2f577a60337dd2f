import { type Argument, device } from '../../arguments/argument.js';
import type { BuildContext } from '../../build/build-context.js';
import type { Controller } from '../../definition/devices.js';
import { addressProperties } from '../device-address.js';
import { zpciArguments } from '../zpci.js';

type PciController = Extract<Controller, { type: 'pci' }>;

/** A PCI controller: a root, a bridge, or a port. The root with index 0 is part of the machine. */
export function pciControllerArguments(controller: PciController, context: BuildContext): readonly Argument[] {
  const { model, modelName: driver, target, alias, index = 0 } = controller;
  const id = alias?.name;
  if (driver === undefined || driver === 'none') return [];
  const place = addressProperties(controller.address, context);
  const memReserve = target?.memReserve === undefined ? undefined : BigInt(target.memReserve) * 1024n;
  switch (model) {
    case 'pci-root':
      return index === 0 ? [] : [device({ driver, index: target?.index, id, numa_node: target?.node })];
    case 'pci-bridge':
      return [
        ...zpciArguments(controller.address, id),
        device({ driver, chassis_nr: target?.chassisNr, 'mem-reserve': memReserve, id, ...place }),
      ];
    case 'pci-expander-bus':
    case 'pcie-expander-bus':
      return [device({ driver, bus_nr: target?.busNr, id, numa_node: target?.node, ...place })];
    case 'pcie-root-port':
    case 'pcie-switch-downstream-port':
      return [
        device({
          driver,
          port: target?.port,
          chassis: target?.chassis,
          id,
          hotplug: target?.hotplug,
          'mem-reserve': memReserve,
          ...place,
        }),
      ];
    case 'dmi-to-pci-bridge':
    case 'pcie-to-pci-bridge':
    case 'pcie-switch-upstream-port':
      return [device({ driver, id, ...place })];
    default:
      return [];
  }
}
