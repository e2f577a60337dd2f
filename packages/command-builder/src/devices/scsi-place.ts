import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import { findController, hasNarrowAddresses } from '../definition/controllers.js';
import type { DeviceAddress } from '../definition/devices.js';

/** Where on which SCSI controller a device sits. The old controllers know only targets: there the unit is the SCSI id. */
export function scsiPlace(address: DeviceAddress | undefined, { definition }: BuildContext): OptionalProperties {
  const { controller = 0, bus = 0, target = 0, unit = 0 } = address?.type === 'drive' ? address : {};
  const found = findController(definition, 'scsi', controller);
  const name = `${found?.alias?.name ?? `scsi${controller}`}.0`;
  if (hasNarrowAddresses(found)) return { bus: name, 'scsi-id': Number(unit) };
  return { bus: name, channel: bus, 'scsi-id': target, lun: Number(unit) };
}
