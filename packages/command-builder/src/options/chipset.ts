import { plain } from '../arguments/argument.js';
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

/** The order of booting from floppies is known to their controller. */
export const floppyBootOptions: OptionBuilder = (context) => {
  const floppies = (context.definition.devices?.disks ?? []).filter(({ target }) => target?.bus === 'fdc');
  return floppies.flatMap((disk) => {
    const order = diskBootIndex(disk, context);
    const unit = disk.address?.type === 'drive' ? Number(disk.address.unit ?? 0) : 0;
    return order === undefined ? [] : [plain('global', `isa-fdc.bootindex${unit === 0 ? 'A' : 'B'}=${order}`)];
  });
};
