import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import { hex } from '../build/hex.js';
import { pciBusName } from '../definition/controllers.js';
import type { DeviceAddress } from '../definition/devices.js';

/** The properties that put a device on its bus; none for a device whose driver finds its own place. */
export function addressProperties(address: DeviceAddress | undefined, context: BuildContext): OptionalProperties {
  switch (address?.type) {
    case 'pci':
      return {
        bus: pciBusName(context.definition, address.bus ?? 0),
        multifunction: address.multifunction,
        addr: pciSlot(address.slot ?? 0, address.function ?? 0),
      };
    case 'usb':
      return { bus: usbBus(context, address.bus ?? 0), port: address.port };
    case 'ccw':
      return {
        devno: `${(address.cssid ?? 0).toString(16)}.${(address.ssid ?? 0).toString(16)}.${(address.devno ?? 0).toString(16).padStart(4, '0')}`,
      };
    case 'spapr-vio':
      return { reg: address.reg === undefined ? undefined : BigInt(address.reg) };
    case 'isa':
      return { iobase: address.iobase, irq: address.irq };
    case 'dimm':
      return { slot: address.slot, addr: address.base === undefined ? undefined : BigInt(address.base) };
    default:
      return {};
  }
}

function pciSlot(slot: number, pciFunction: number): string {
  return pciFunction === 0 ? hex(slot) : `${hex(slot)}.${hex(pciFunction)}`;
}

function usbBus({ definition }: BuildContext, bus: number): string {
  const controller = definition.devices?.controllers?.find(({ type, index }) => type === 'usb' && (index ?? 0) === bus);
  return `${controller?.alias?.name ?? 'usb'}.0`;
}
