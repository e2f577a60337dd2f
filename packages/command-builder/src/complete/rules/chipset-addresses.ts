import { VirtError } from '@virtkit/errors';
import type { Controller, DeviceAddress } from '../../definition/devices.js';
import type { MachineFamily } from '../../machine/machine-family.js';
import { changeDevices } from '../change.js';
import { type CompletionRule, machineOf } from '../completion-context.js';

interface ChipsetDevice {
  readonly is: (controller: Controller) => boolean;
  readonly slot: number;
  readonly function: number;
  /** What libvirt calls it. */
  readonly name: string;
}

const CHIPSETS: Readonly<Partial<Record<MachineFamily, readonly ChipsetDevice[]>>> = {
  i440fx: [
    { is: ({ type }) => type === 'ide', slot: 1, function: 1, name: 'Primary IDE controller' },
    {
      is: (controller) => controller.type === 'usb' && (controller.model ?? 'piix3-uhci') === 'piix3-uhci',
      slot: 1,
      function: 2,
      name: 'PIIX3 USB controller at index 0',
    },
  ],
  q35: [{ is: ({ type }) => type === 'sata', slot: 0x1f, function: 2, name: 'Primary SATA controller' }],
};

/** Controllers that are part of the chipset have the address that the chipset gives them. */
export const chipsetAddresses: CompletionRule = {
  name: 'address in the chipset',
  apply: (definition, context) => {
    const chipset = CHIPSETS[machineOf(definition, context).family] ?? [];
    return changeDevices(definition, 'controllers', (controller) => {
      const own = (controller.index ?? 0) === 0 ? chipset.find(({ is }) => is(controller)) : undefined;
      if (own === undefined) return controller;
      if (controller.address === undefined) return { ...controller, address: addressOf(own) };
      checkAddress(controller.address, own);
      return controller;
    });
  },
};

function addressOf({ slot, function: pciFunction }: ChipsetDevice): DeviceAddress {
  return { type: 'pci', domain: 0, bus: 0, slot, function: pciFunction };
}

function checkAddress(address: DeviceAddress, { slot, function: pciFunction, name }: ChipsetDevice): void {
  const same =
    address.type === 'pci' &&
    (address.domain ?? 0) === 0 &&
    (address.bus ?? 0) === 0 &&
    (address.slot ?? 0) === slot &&
    (address.function ?? 0) === pciFunction;
  if (same) return;
  throw new VirtError('INTERNAL_ERROR', `${name} must have PCI address 0:0:${slot.toString(16)}.${pciFunction}`);
}
