import { device } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Memballoon } from '../definition/devices.js';
import { addressProperties } from './device-address.js';
import { virtioDriver, virtioProperties } from './virtio.js';

/** The balloon, by which the guest gives memory back; `none` means that there is none. */
export const memballoonArguments: DeviceBuilder<Memballoon> = (balloon, context) =>
  balloon.model === 'none'
    ? []
    : [
        device({
          driver: virtioDriver('virtio-balloon', balloon.address, balloon.model),
          ...virtioProperties(balloon.driver),
          id: balloon.alias?.name,
          'deflate-on-oom': balloon.autodeflate,
          'free-page-reporting': balloon.freePageReporting,
          ...addressProperties(balloon.address, context),
        }),
      ];
