import { device, plain } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';
import { controllersOf } from '../definition/controllers.js';
import { diskBootIndex } from '../devices/boot-index.js';

/** How much of the address space the PCI root keeps for large devices. */
export const pciHoleOption: OptionBuilder = ({ definition, family }) => {
  const root = controllersOf(definition, 'pci').find(({ index = 0 }) => index === 0);
  if (root?.type !== 'pci' || root.pcihole64KiB === undefined) return [];
  const host = family === 'q35' ? 'q35-pcihost' : 'i440FX-pcihost';
  return [plain('global', `${host}.pci-hole64-size=${root.pcihole64KiB}K`)];
};

/** How much memory system management has beside the guest's. */
export const tsegOption: OptionBuilder = ({ definition }) => {
  const bytes = definition.features?.smm?.tsegBytes;
  return bytes === undefined ? [] : [plain('global', `mch.extended-tseg-mbytes=${bytes / MIB}`)];
};

const MIB = 1024 * 1024;

/** Whether devices can be plugged into the root bus of the older chipset. */
export const rootHotplugOption: OptionBuilder = ({ definition, family }) => {
  const root = controllersOf(definition, 'pci').find(({ index = 0 }) => index === 0);
  if (family !== 'i440fx' || root?.type !== 'pci' || root.target?.hotplug === undefined) return [];
  return [plain('global', `PIIX4_PM.acpi-root-pci-hotplug=${root.target.hotplug ? 'on' : 'off'}`)];
};

/** Drives know nothing of the order of booting, but their controller does; chipsets without one get it as a device. */
export const floppyControllerOptions: OptionBuilder = (context) => {
  const floppies = (context.definition.devices?.disks ?? []).filter(({ target }) => target?.bus === 'fdc');
  const orders = floppies.flatMap((disk) => {
    const order = diskBootIndex(disk, context);
    const unit = disk.address?.type === 'drive' ? Number(disk.address.unit ?? 0) : 0;
    return order === undefined ? [] : [[`bootindex${unit === 0 ? 'A' : 'B'}`, order] as const];
  });
  if (context.family !== 'q35' || floppies.length === 0)
    return orders.map(([property, order]) => plain('global', `isa-fdc.${property}=${order}`));
  return [device({ driver: 'isa-fdc', ...Object.fromEntries(orders) })];
};
