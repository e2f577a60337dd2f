import { type Argument, device, qomObject } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Rng } from '../definition/devices.js';
import { addressProperties } from './device-address.js';
import { embeddedChardev } from './embedded-chardev.js';
import { virtioDriver, virtioProperties } from './virtio.js';

/** A source of random numbers: the backend on the host, then the device. */
export const rngArguments: DeviceBuilder<Rng> = (rng, context) => {
  const id = rng.alias?.name ?? '';
  return [
    ...backendArguments(rng, `obj${id}`, context),
    device({
      driver: virtioDriver('virtio-rng', rng.address, rng.model),
      ...virtioProperties(rng.driver),
      rng: `obj${id}`,
      id,
      'max-bytes': rng.rate?.bytes,
      period: rng.rate === undefined ? undefined : (rng.rate.period ?? 1000),
      ...addressProperties(rng.address, context),
    }),
  ];
};

function backendArguments({ backend, alias }: Rng, id: string, context: BuildContext): Argument[] {
  const chardev = `char${alias?.name ?? ''}`;
  switch (backend?.model) {
    case 'random':
      return [qomObject('rng-random', id, { filename: backend.path })];
    case 'builtin':
      return [qomObject('rng-builtin', id)];
    case 'egd':
      return [embeddedChardev(chardev, backend, context), qomObject('rng-egd', id, { chardev })];
    default:
      return [];
  }
}
