import { device, type KeyedProperty, keyedPairs } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Filesystem } from '../definition/devices.js';
import { addressProperties } from './device-address.js';
import { vhostUserFilesystem } from './vhost-user.js';
import { virtioDriver, virtioProperties } from './virtio.js';

/** A directory of the host's that the guest mounts over 9p, or that virtiofsd serves. */
export const filesystemArguments: DeviceBuilder<Filesystem> = (filesystem, context) => {
  const { driver, alias, target } = filesystem;
  if (driver?.type === 'virtiofs') return vhostUserFilesystem(filesystem, context);
  if (driver?.type === 'mtp') {
    return [
      device({
        driver: 'usb-mtp',
        id: alias?.name,
        rootdir: directoryOf(filesystem),
        desc: target?.dir,
        readonly: filesystem.readonly === true,
        ...addressProperties(filesystem.address, context),
      }),
    ];
  }
  const id = alias?.name ?? '';
  return [
    keyedPairs('fsdev', driver?.type === 'handle' ? 'handle' : 'local', fsdevProperties(filesystem, id)),
    device({
      driver: virtioDriver('virtio-9p', filesystem.address, filesystem.model),
      ...virtioProperties(driver),
      id,
      fsdev: `fsdev-${id}`,
      mount_tag: target?.dir,
      ...addressProperties(filesystem.address, context),
    }),
  ];
};

export const SECURITY_MODELS = { passthrough: 'passthrough', mapped: 'mapped', squash: 'none' } as const;

function fsdevProperties(filesystem: Filesystem, id: string): KeyedProperty[] {
  const { accessmode = 'passthrough', multidevs, fmode, dmode, driver } = filesystem;
  const pairs: KeyedProperty[] = [];
  if (driver?.type !== 'handle') pairs.push(['security_model', SECURITY_MODELS[accessmode]]);
  if (multidevs !== undefined && multidevs !== 'default') pairs.push(['multidevs', multidevs]);
  if (fmode !== undefined) pairs.push(['fmode', fmode]);
  if (dmode !== undefined) pairs.push(['dmode', dmode]);
  if (driver?.wrpolicy !== undefined) pairs.push(['writeout', driver.wrpolicy]);
  pairs.push(['id', `fsdev-${id}`], ['path', directoryOf(filesystem)]);
  if (filesystem.readonly === true) pairs.push(['readonly', null]);
  return pairs;
}

function directoryOf(filesystem: Filesystem): string {
  return filesystem.type === 'mount' || filesystem.type === 'bind' ? (filesystem.source?.dir ?? '') : '';
}
