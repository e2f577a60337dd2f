import { type Argument, device } from '../../arguments/argument.js';
import type { BuildContext } from '../../build/build-context.js';
import { controllersOf } from '../../definition/controllers.js';
import type { Controller } from '../../definition/devices.js';
import { addressProperties } from '../device-address.js';
import { zpciArguments } from '../zpci.js';

export type UsbController = Extract<Controller, { type: 'usb' }>;
export type UsbModel = NonNullable<UsbController['model']>;

/** QEMU's names of the USB controllers. */
export const USB_DRIVERS: Readonly<Partial<Record<UsbModel, string>>> = {
  'piix3-uhci': 'piix3-usb-uhci',
  'piix4-uhci': 'piix4-usb-uhci',
  ehci: 'usb-ehci',
  'ich9-ehci1': 'ich9-usb-ehci1',
  'ich9-uhci1': 'ich9-usb-uhci1',
  'ich9-uhci2': 'ich9-usb-uhci2',
  'ich9-uhci3': 'ich9-usb-uhci3',
  'vt82c686b-uhci': 'vt82c686b-usb-uhci',
  'pci-ohci': 'pci-ohci',
  'nec-xhci': 'nec-usb-xhci',
  'qemu-xhci': 'qemu-xhci',
};

/** A USB controller; a companion shares the bus of its master and has no id of its own. */
export function usbControllerArguments(controller: UsbController, context: BuildContext): readonly Argument[] {
  const driver = controller.model === undefined ? undefined : USB_DRIVERS[controller.model];
  if (driver === undefined) return [];
  const name = controller.alias?.name;
  const { master, ports } = controller;
  const own =
    master === undefined
      ? { p2: ports, p3: ports, id: name }
      : { masterbus: `${masterName(controller, context) ?? name ?? 'usb'}.0`, firstport: master.startport };
  return [
    ...zpciArguments(controller.address, name),
    device({ driver, ...own, ...addressProperties(controller.address, context) }),
  ];
}

/** The controller with the same index that is no companion. */
function masterName({ index = 0 }: UsbController, { definition }: BuildContext): string | undefined {
  return controllersOf(definition, 'usb').find(
    (one) => one.type === 'usb' && one.master === undefined && (one.index ?? 0) === index,
  )?.alias?.name;
}
