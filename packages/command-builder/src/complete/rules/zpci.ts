import type { DomainDefinition } from '@virtkit/domain-conf';
import type { DeviceAddress } from '../../definition/devices.js';
import { withDevices } from '../change.js';
import { type CompletionRule, machineOf } from '../completion-context.js';

interface Addressed {
  readonly address?: DeviceAddress;
}

const FIRST_UID = 1;

/** Devices on a PCI bus of s390x have a number that the user sees and one that the guest uses: the lowest that are free. */
export const zpciNumbers: CompletionRule = {
  name: 'numbers of the device on s390x',
  apply: (definition, context) => {
    if (machineOf(definition, context).family !== 's390-ccw' || !context.flags.has('zpci')) return definition;
    const uids = new Set<number>();
    const fids = new Set<number>();
    changeAddressed(definition, (device) => {
      if (device.address?.type !== 'pci') return device;
      const { uid, fid } = device.address.zpci ?? {};
      if (uid !== undefined) uids.add(uid);
      if (fid !== undefined) fids.add(fid);
      return device;
    });
    const begun = changeAddressed(definition, (device) =>
      device.address?.type === 'pci' && device.address.zpci !== undefined ? numbered(device, uids, fids) : device,
    );
    return changeAddressed(begun, (device) => numbered(device, uids, fids));
  },
};

/** Numbers that are half given are completed before others are chosen. */
function numbered<D extends Addressed>(device: D, uids: Set<number>, fids: Set<number>): D {
  const { address } = device;
  if (address?.type !== 'pci' || (address.zpci?.uid !== undefined && address.zpci.fid !== undefined)) return device;
  const uid = address.zpci?.uid ?? take(uids, FIRST_UID);
  const fid = address.zpci?.fid ?? take(fids, 0);
  return { ...device, address: { ...address, zpci: { uid, fid } } };
}

function take(taken: Set<number>, first: number): number {
  let number = first;
  while (taken.has(number)) number++;
  taken.add(number);
  return number;
}

type Change = <D extends Addressed>(device: D) => D;

/** Offers the kinds of devices that may sit on a PCI bus. */
function changeAddressed(definition: DomainDefinition, change: Change): DomainDefinition {
  const { controllers, disks, interfaces, hostdevs } = definition.devices ?? {};
  const next = {
    ...(controllers === undefined ? {} : { controllers: changeList(controllers, change) }),
    ...(disks === undefined ? {} : { disks: changeList(disks, change) }),
    ...(interfaces === undefined ? {} : { interfaces: changeList(interfaces, change) }),
    ...(hostdevs === undefined ? {} : { hostdevs: changeList(hostdevs, change) }),
  };
  const same =
    next.controllers === controllers &&
    next.disks === disks &&
    next.interfaces === interfaces &&
    next.hostdevs === hostdevs;
  return same ? definition : withDevices(definition, next);
}

function changeList<D extends Addressed>(list: D[], change: Change): D[] {
  const changed = list.map((device) => change(device));
  return changed.every((device, index) => device === list[index]) ? list : changed;
}
