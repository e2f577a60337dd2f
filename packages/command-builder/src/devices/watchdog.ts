import { type Argument, device, plain } from '../arguments/argument.js';
import type { DeviceBuilder, OptionBuilder } from '../build/section.js';
import type { Watchdog } from '../definition/devices.js';
import { addressProperties } from './device-address.js';

/** A watchdog. The one of the q35 chipset is always there and only has to be let loose. */
export const watchdogArguments: DeviceBuilder<Watchdog> = (watchdog, context): readonly Argument[] =>
  watchdog.model === 'itco'
    ? [plain('global', 'ICH9-LPC.noreboot=off')]
    : [
        device({
          driver: watchdog.model,
          id: watchdog.alias?.name,
          ...addressProperties(watchdog.address, context),
        }),
      ];

/** `-watchdog-action`: what happens when the guest doesn't feed its watchdog; one for all of them. */
export const watchdogActionOption: OptionBuilder = ({ definition }) => {
  const action = definition.devices?.watchdogs?.[0]?.action;
  return action === undefined ? [] : [plain('watchdog-action', action === 'dump' ? 'pause' : action)];
};
