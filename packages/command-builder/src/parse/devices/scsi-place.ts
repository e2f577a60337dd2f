import { findController, hasNarrowAddresses, hasShortNames } from '../../definition/controllers.js';
import type { DeviceAddress } from '../../definition/devices.js';
import type { Draft } from '../draft.js';
import type { NativeArgument } from '../native-argument.js';
import { Unmapped } from '../unmapped.js';

/** Where a device sits on a SCSI bus, and the end of the id that libvirt gives it by that; old controllers know only targets. */
export function scsiPlace(
  { parameters }: NativeArgument,
  { buses, definition }: Draft,
): { address?: DeviceAddress; id?: string } {
  const bus = parameters.peek('bus');
  const owner = bus === undefined ? undefined : buses.ofBus(bus);
  if (bus === undefined && !parameters.has('scsi-id')) return {};
  if (bus !== undefined && owner?.type !== 'scsi') throw new Unmapped(`there is no SCSI controller for bus '${bus}'`);
  parameters.text('bus');
  const controller = owner?.index ?? 0;
  const channel = parameters.number('channel') ?? 0;
  const target = parameters.number('scsi-id') ?? 0;
  const lun = parameters.number('lun');
  const owning = findController(definition, 'scsi', controller);
  if (hasNarrowAddresses(owning)) {
    const address = { type: 'drive', controller, bus: 0, target: 0, unit: target } as const;
    return { address, id: hasShortNames(owning) ? `${controller}-0-${target}` : `${controller}-0-0-${target}` };
  }
  const unit = lun ?? 0;
  const address = { type: 'drive', controller, bus: channel, target, unit } as const;
  return { address, id: `${controller}-${channel}-${target}-${unit}` };
}
