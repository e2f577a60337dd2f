import { device, qomObject } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Crypto } from '../definition/devices.js';
import { addressProperties } from './device-address.js';
import { virtioDriver, virtioProperties } from './virtio.js';

/** A device that ciphers for the guest: what does the work on the host, then the device. */
export const cryptoArguments: DeviceBuilder<Crypto> = (crypto, context) => {
  const id = crypto.alias?.name ?? '';
  const backend = crypto.backend?.model === 'lkcf' ? 'cryptodev-backend-lkcf' : 'cryptodev-backend-builtin';
  return [
    qomObject(backend, `obj${id}`, { queues: crypto.backend?.queues }),
    device({
      driver: virtioDriver('virtio-crypto', crypto.address),
      ...virtioProperties(crypto.driver),
      cryptodev: `obj${id}`,
      id,
      ...addressProperties(crypto.address, context),
    }),
  ];
};
