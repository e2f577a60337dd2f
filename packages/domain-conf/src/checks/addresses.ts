import type { DeviceAddress, Disk } from '../generated/definition.js';
import type { Check, Tell } from './check.js';

type Bus = NonNullable<NonNullable<Disk['target']>['bus']>;

/** The kinds of addresses that disks of a bus can have; a bus that is not here can have several. */
const ADDRESS_BY_BUS: { readonly [B in Bus]?: DeviceAddress['type'] } = {
  ide: 'drive',
  fdc: 'drive',
  scsi: 'drive',
  sata: 'drive',
};

/** Disks sit where their bus can have them, and each in a place of its own. */
export const checkDriveAddresses: Check = ({ devices = {} }, tell) => {
  const { disks = [], hostdevs = [] } = devices;
  const taken = new Set<string>();
  disks.forEach((disk, index) => {
    const path = `/devices/disks/${index}/address`;
    checkAddressType(disk, path, tell);
    const { address, target } = disk;
    if (address?.type !== 'drive') return;
    const place = placeOf(address);
    if (taken.has(`${target?.bus} ${place}`)) {
      const message = `Found duplicate drive address for disk with target name '${target?.dev}' ${place}`;
      tell('CONFIG_UNSUPPORTED', message, path);
    }
    taken.add(`${target?.bus} ${place}`);
  });
  hostdevs.forEach(({ type, address }, index) => {
    if (type !== 'scsi' || address?.type !== 'drive') return;
    const place = placeOf(address);
    if (taken.has(`scsi ${place}`)) {
      tell(
        'CONFIG_UNSUPPORTED',
        `SCSI host address ${place} in use by another SCSI host device`,
        `/devices/hostdevs/${index}/address`,
      );
    }
    taken.add(`scsi ${place}`);
  });
};

function checkAddressType({ address, target }: Disk, path: string, tell: Tell): void {
  if (address === undefined || target?.bus === undefined) return;
  if (target.bus === 'usb' && address.type !== 'usb') {
    tell('INTERNAL_ERROR', 'unexpected address type for usb disk', path);
  }
  const allowed = ADDRESS_BY_BUS[target.bus];
  if (allowed === undefined || address.type === allowed) return;
  const message = `Invalid address type '${address.type}' for the disk '${target.dev}' with the bus type '${target.bus}'`;
  tell('CONFIG_UNSUPPORTED', message, path, `Allowed: ${allowed}`);
}

function placeOf({ controller = 0, bus = 0, target = 0, unit = 0 }: Extract<DeviceAddress, { type: 'drive' }>): string {
  return `controller='${controller}' bus='${bus}' target='${target}' unit='${unit}'`;
}
