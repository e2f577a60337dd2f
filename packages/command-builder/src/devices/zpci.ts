import type { Argument } from '../arguments/argument.js';
import { device } from '../arguments/argument.js';
import type { DeviceAddress } from '../definition/devices.js';

/** On s390x, the number under which the guest knows a device on a PCI bus; it comes before the device. */
export function zpciArguments(address: DeviceAddress | undefined, target: string | undefined): readonly Argument[] {
  if (address?.type !== 'pci' || address.zpci?.uid === undefined) return [];
  const { uid, fid } = address.zpci;
  return [device({ driver: 'zpci', uid, fid, target, id: `zpci${uid}` })];
}
