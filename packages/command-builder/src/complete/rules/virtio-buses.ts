import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Controller, DeviceAddress, Devices } from '../../definition/devices.js';
import { type CompletionRule, type Machine, machineOf } from '../completion-context.js';

/** Any device that may be a virtio one. */
interface Addressed {
  readonly address?: DeviceAddress;
}

/** Gives an address to a device that has none; the same device if it stays as it is. */
type Place = <D extends Addressed>(device: D, isVirtio: boolean) => D;

/** On s390x virtio devices sit on the channel subsystem, one device number each. */
export const ccwAddresses: CompletionRule = {
  name: 'address on the channel subsystem',
  apply: (definition, context) => {
    if (machineOf(definition, context).family !== 's390-ccw') return definition;
    const taken = new Set<number>();
    const note: Place = (device) => {
      if (device.address?.type === 'ccw' && isDefaultSubsystem(device.address)) taken.add(device.address.devno ?? -1);
      return device;
    };
    changeVirtioDevices(definition, note);
    let next = 0;
    return changeVirtioDevices(definition, (device, isVirtio) => {
      if (!isVirtio || (device.address !== undefined && !isOpenCcw(device.address))) return device;
      while (taken.has(next)) next++;
      taken.add(next);
      return { ...device, address: { type: 'ccw', cssid: VIRTUAL_SUBSYSTEM, ssid: 0, devno: next } };
    });
  },
};

/** The subsystem that guests know to be virtual. */
const VIRTUAL_SUBSYSTEM = 0xfe;

function isDefaultSubsystem({ cssid, ssid = 0 }: Extract<DeviceAddress, { type: 'ccw' }>): boolean {
  return cssid === VIRTUAL_SUBSYSTEM && ssid === 0;
}

function isOpenCcw(address: DeviceAddress): boolean {
  return address.type === 'ccw' && address.devno === undefined;
}

/** Boards without PCI have virtio-mmio; `virt` machines only if the definition has it for some device already. */
export const mmioAddresses: CompletionRule = {
  name: 'virtio-mmio',
  apply: (definition, context) => {
    if (!usesMmio(definition, machineOf(definition, context))) return definition;
    return changeVirtioDevices(definition, (device, isVirtio) =>
      isVirtio && device.address === undefined ? { ...device, address: { type: 'virtio-mmio' } } : device,
    );
  },
};

function usesMmio(definition: DomainDefinition, { family, name }: Machine): boolean {
  if (family === 'microvm') return true;
  if (family === 'arm-board') return name.startsWith('vexpress');
  if (family !== 'arm-virt' && family !== 'riscv-virt') return false;
  let found = false;
  changeVirtioDevices(definition, (device) => {
    found ||= device.address?.type === 'virtio-mmio';
    return device;
  });
  return found;
}

/** Offers every device that may be a virtio one, in the order in which buses without slots number them. */
function changeVirtioDevices(definition: DomainDefinition, place: Place): DomainDefinition {
  const { devices = {} } = definition;
  const changed: Devices = { ...devices };
  if (devices.disks) changed.disks = devices.disks.map((disk) => place(disk, disk.target?.bus === 'virtio'));
  if (devices.interfaces) changed.interfaces = devices.interfaces.map((one) => place(one, isVirtio(one.model?.type)));
  if (devices.sounds) changed.sounds = devices.sounds.map((sound) => place(sound, sound.model === 'virtio'));
  if (devices.hostdevs)
    changed.hostdevs = devices.hostdevs.map((one) =>
      place(one, one.type === 'scsi_host' || (one.type === 'mdev' && one.model === 'vfio-ccw')),
    );
  if (devices.videos) changed.videos = devices.videos.map((video) => place(video, video.model?.type === 'virtio'));
  if (devices.controllers) changed.controllers = devices.controllers.map((one) => place(one, isVirtioController(one)));
  if (devices.consoles) changed.consoles = devices.consoles.map((one) => place(one, false));
  if (devices.inputs) changed.inputs = devices.inputs.map((input) => place(input, input.bus === 'virtio'));
  if (devices.filesystems) changed.filesystems = devices.filesystems.map((one) => place(one, true));
  if (devices.memballoon) changed.memballoon = place(devices.memballoon, isVirtio(devices.memballoon.model));
  if (devices.rngs) changed.rngs = devices.rngs.map((rng) => place(rng, true));
  if (devices.vsock) changed.vsock = place(devices.vsock, true);
  return sameMembers(changed, devices) ? definition : { ...definition, devices: changed };
}

function isVirtio(model: string | undefined): boolean {
  return model?.startsWith('virtio') === true;
}

function isVirtioController(controller: Controller): boolean {
  return controller.type === 'virtio-serial' || (controller.type === 'scsi' && isVirtio(controller.model));
}

function sameMembers(a: Devices, b: Devices): boolean {
  const lists = (devices: Devices) => Object.values(devices).flat();
  const [left, right] = [lists(a), lists(b)];
  return left.length === right.length && left.every((device, index) => device === right[index]);
}
