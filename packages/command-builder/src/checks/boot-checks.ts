import { machineOf } from '../complete/completion-context.js';
import { type DefinitionCheck, invalid, unsupported } from './check.js';

/** The order of booting is said by devices or by the `<os>`, and each place in it once. */
export const bootOrderIsClear: DefinitionCheck = ({ os, devices = {} }) => {
  const { disks = [], interfaces = [], hostdevs = [], redirdevs = [], filesystems = [] } = devices;
  const orders = [...disks, ...interfaces, ...hostdevs, ...redirdevs, ...filesystems].flatMap(
    ({ boot }) => boot?.order ?? [],
  );
  if (orders.length === 0) return;
  if (os?.boots !== undefined && os.boots.length > 0) {
    unsupported('per-device boot elements cannot be used together with os/boot elements');
  }
  const twice = orders.find((order, index) => orders.indexOf(order) !== index);
  if (twice !== undefined) unsupported(`boot order '${twice}' used for more than one device`);
};

/** A machine is virtual hardware that something runs on, and it has memory. */
export const essentialsAreThere: DefinitionCheck = ({ os, memoryKiB }) => {
  if (os?.type === undefined) invalid('an os <type> must be specified');
  if (Number(memoryKiB ?? 0) === 0)
    invalid('Memory size must be specified via <memory> or in the <numa> configuration');
};

/** UEFI and ACPI need each other where the architecture says so. */
export const firmwareFitsAcpi: DefinitionCheck = (definition, context) => {
  const { arch, family, type, name } = machineOf(definition, context);
  const acpi = definition.features?.acpi === true;
  const uefi = definition.os?.firmware === 'efi' || definition.os?.loader?.type === 'pflash';
  if (acpi && type?.acpi === false) unsupported(`machine type '${name}' does not support ACPI`);
  if (family === 'arm-virt' && arch === 'aarch64' && acpi && !uefi)
    unsupported('ACPI requires UEFI on this architecture');
  if ((family === 'q35' || family === 'i440fx') && uefi && !acpi)
    unsupported('UEFI requires ACPI on this architecture');
};
