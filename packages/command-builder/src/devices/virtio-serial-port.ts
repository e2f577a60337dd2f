import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import { findController } from '../definition/controllers.js';
import type { DeviceAddress } from '../definition/devices.js';

/** The properties that put a console or channel on a port of a virtio-serial controller. */
export function virtioSerialPortProperties(
  address: DeviceAddress | undefined,
  { definition }: BuildContext,
): OptionalProperties {
  if (address?.type !== 'virtio-serial') return {};
  const { controller = 0, bus = 0, port } = address;
  const name = findController(definition, 'virtio-serial', controller)?.alias?.name ?? `virtio-serial${controller}`;
  return { bus: `${name}.${bus}`, nr: port };
}
