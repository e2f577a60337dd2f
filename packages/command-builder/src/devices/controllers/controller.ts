import { device } from '../../arguments/argument.js';
import type { DeviceBuilder } from '../../build/section.js';
import type { Controller } from '../../definition/devices.js';
import { addressProperties } from '../device-address.js';
import { virtioDriver, virtioProperties } from '../virtio.js';
import { pciControllerArguments } from './pci-controller.js';
import { scsiControllerArguments } from './scsi-controller.js';
import { usbControllerArguments } from './usb-controller.js';

/** A controller, unless it is part of the machine. */
export const controllerArguments: DeviceBuilder<Controller> = (controller, context) => {
  const id = controller.alias?.name;
  const place = addressProperties(controller.address, context);
  switch (controller.type) {
    case 'pci':
      return pciControllerArguments(controller, context);
    case 'usb':
      return usbControllerArguments(controller, context);
    case 'scsi':
      return scsiControllerArguments(controller, context);
    case 'virtio-serial':
      return [
        device({
          driver: virtioDriver('virtio-serial', controller.address, controller.model),
          ...virtioProperties(controller.driver),
          id,
          max_ports: controller.ports,
          vectors: controller.vectors,
          ...place,
        }),
      ];
    case 'sata':
      return context.family === 'q35' && (controller.index ?? 0) === 0
        ? []
        : [device({ driver: 'ahci', id, ...place })];
    case 'ccid':
      return [device({ driver: 'usb-ccid', id, ...place })];
    case 'ide':
    case 'fdc':
    case 'xenbus':
    case 'isa':
    case 'nvme':
      return [];
  }
};

/** Controllers come in this order of types; those that aren't named are part of the machine. */
export const CONTROLLER_ORDER: readonly Controller['type'][] = [
  'pci',
  'usb',
  'scsi',
  'ide',
  'sata',
  'virtio-serial',
  'ccid',
];
