import { findController, hasNarrowAddresses } from '../definition/controllers.js';
import type { Disk } from '../definition/devices.js';
import { type DefinitionCheck, unsupported } from './check.js';

/** Which addresses fit a disk's bus, and which targets its controller knows. */
export const diskAddressesFit: DefinitionCheck = (definition) => {
  for (const disk of definition.devices?.disks ?? []) {
    const { address, target } = disk;
    const bus = target?.bus;
    if (bus === undefined || address === undefined || !DRIVE_BUSES.has(bus)) continue;
    if (address.type !== 'drive') {
      unsupported(`Invalid address type '${address.type}' for the disk '${target?.dev}' with the bus type '${bus}'`);
    }
    if ((address.target ?? 0) === 0) continue;
    if (bus === 'sata' || bus === 'ide') unsupported(`target must be 0 for ${bus} controller`);
    const controller = findController(definition, 'scsi', address.controller ?? 0);
    if (bus === 'scsi' && controller?.type === 'scsi' && hasNarrowAddresses(controller)) {
      unsupported(`target must be 0 for controller model '${controller.model}'`);
    }
  }
};

const DRIVE_BUSES: ReadonlySet<string> = new Set(['ide', 'sata', 'scsi', 'fdc']);

/** No two disks of a bus sit in one place. */
export const diskAddressesDiffer: DefinitionCheck = ({ devices }) => {
  const taken = new Map<string, string | undefined>();
  for (const { address, target } of devices?.disks ?? []) {
    if (address?.type !== 'drive') continue;
    const { controller = 0, bus = 0, target: scsiTarget = 0, unit = 0 } = address;
    const place = `controller='${controller}' bus='${bus}' target='${scsiTarget}' unit='${unit}'`;
    const key = `${target?.bus} ${place}`;
    if (taken.has(key) && taken.get(key) !== target?.dev)
      unsupported(`Found duplicate drive address for disk with target name '${target?.dev}' ${place}`);
    taken.set(key, target?.dev);
  }
};

/** What QEMU serves, and which of it may be shared, encrypted or passed through. */
export const diskDriversFit: DefinitionCheck = ({ devices }) => {
  for (const disk of devices?.disks ?? []) checkDriver(disk);
};

function checkDriver(disk: Disk): void {
  const { driver, target, device } = disk;
  const dev = target?.dev ?? '';
  if (driver?.name !== undefined && driver.name !== 'qemu') {
    unsupported(`unsupported driver name '${driver.name}' for disk '${dev}'`);
  }
  if (disk.type === 'network' && disk.source?.protocol === 'sheepdog') {
    unsupported("'sheepdog' protocol is no longer supported by any hypervisor driver");
  }
  if (disk.shareable === true && driver?.type !== undefined && driver.type !== 'raw') {
    unsupported(`shared access for disk '${dev}' requires use of supported storage format`);
  }
  if (disk.sgio === 'unfiltered') unsupported('unfiltered sgio is no longer supported');
  if (device === 'lun' && driver?.type !== undefined && driver.type !== 'raw') {
    unsupported("disk device 'lun' must use 'raw' format");
  }
  if (target?.tray !== undefined && device !== 'cdrom' && device !== 'floppy') {
    unsupported(`disk type of '${dev}' does not support ejectable media`);
  }
  if (disk.product !== undefined && disk.product.length > 16) unsupported('disk product is more than 16 characters');
  if (driver?.type === 'cow') unsupported("'cow' storage format is not supported");
}

/** Only machines that have an IDE controller can have disks on it. */
export const ideControllersFit: DefinitionCheck = (definition) => {
  const controllers = (definition.devices?.controllers ?? []).filter(({ type }) => type === 'ide');
  if (controllers.length === 0) return;
  const { machine = '' } = definition.os ?? {};
  const has = /^(pc|pc-i440fx-.*|isapc|g3beige|mac99|malta|sun4u|versatilepb)$/.test(machine);
  if (!has) unsupported('IDE controllers are unsupported for this QEMU binary or machine type');
  if (controllers.some(({ index = 0 }) => index > 0)) {
    unsupported('Only a single IDE controller is supported for this machine type');
  }
};
