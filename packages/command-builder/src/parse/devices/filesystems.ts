import type { Filesystem } from '../../definition/devices.js';
import { SECURITY_MODELS } from '../../devices/filesystem.js';
import { chardevOf } from '../chardev-source.js';
import { addDevice, type DeviceParser, listed, type OptionParser } from '../draft.js';
import { given, some } from '../given.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';
import { placeOf, usbPlace } from './device-place.js';
import { bootOf } from './hostdevs.js';
import { virtioModel } from './small-devices.js';
import { virtioOptions } from './virtio-options.js';

const MULTIDEVS = ['remap', 'forbid', 'warn'] as const;

/** What `-fsdev` and `-virtfs` say of a directory. */
function directoryOf(parameters: Parameters) {
  const handler = parameters.word('fsdriver', ['local', 'handle']);
  if (handler === undefined) throw new Unmapped('only directories of the host are exported');
  const writeout = parameters.word('writeout', ['immediate']);
  return {
    driver: { type: handler === 'local' ? 'path' : 'handle', ...given({ wrpolicy: writeout }) } as const,
    source: given({ dir: parameters.text('path') }),
    ...given({
      accessmode: parameters.keyIn('security_model', SECURITY_MODELS) ?? squashed(parameters),
      multidevs: parameters.word('multidevs', MULTIDEVS),
      fmode: parameters.text('fmode'),
      dmode: parameters.text('dmode'),
      readonly: parameters.flag('readonly') === true ? (true as const) : undefined,
    }),
  };
}

/** Two words of QEMU's mean what libvirt calls mapped. */
function squashed(parameters: Parameters): 'mapped' | undefined {
  return parameters.word('security_model', ['mapped-xattr', 'mapped-file']) === 'mapped-xattr' ? 'mapped' : undefined;
}

const modelOf = (model: 'virtio' | 'virtio-transitional' | 'virtio-non-transitional') =>
  given({ model: model === 'virtio' ? undefined : model });

/** A directory that the guest mounts over 9p. */
export const parse9p: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const model = virtioModel(device);
  parameters.text('id');
  const fsdev = needed(draft.line.find('fsdev', parameters.text('fsdev') ?? ''), 'there is no such directory');
  fsdev.parameters.text('id');
  const { driver, ...directory } = directoryOf(fsdev.parameters);
  const dir = parameters.text('mount_tag');
  const place = placeOf(device, draft);
  const filesystem: Filesystem = {
    type: 'mount',
    ...modelOf(model),
    ...directory,
    driver: { ...driver, ...given(virtioOptions(parameters)) },
    ...(dir === undefined ? {} : { target: { dir } }),
    ...given({ address: place.address }),
  };
  return listed('filesystems', filesystem, [fsdev, ...place.uses]);
};

/** `-virtfs`: a directory and its device in one. */
export const virtfsOption: OptionParser = ({ parameters }, { devices }) => {
  const directory = directoryOf(parameters);
  parameters.text('id');
  const dir = parameters.text('mount_tag');
  addDevice(devices, 'filesystems', {
    type: 'mount',
    ...directory,
    ...(dir === undefined ? {} : { target: { dir } }),
  });
};

/** A directory that virtiofsd serves. */
export const parseVhostUserFs: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const model = virtioModel(device);
  const id = parameters.text('id') ?? '';
  const { source, uses } = chardevOf(parameters.text('chardev'), draft);
  const socket = source.type === 'unix' ? source.source.path : undefined;
  const queue = parameters.number('queue-size');
  const dir = parameters.text('tag');
  const place = placeOf(device, draft);
  // A socket in the domain's own directory is that of the virtiofsd which the driver starts: it names no directory.
  const own = socket?.endsWith(`/${id}-fs.sock`) === true;
  if (own) draft.assumptions.push({ words: device.words, reason: 'which directory virtiofsd serves is not said' });
  const filesystem: Filesystem = {
    type: 'mount',
    ...modelOf(model),
    driver: { type: 'virtiofs', ...given({ queue }), ...given(virtioOptions(parameters)) },
    ...given({ source: own ? undefined : some({ socket }) }),
    ...(dir === undefined ? {} : { target: { dir } }),
    ...bootOf(parameters),
    ...given({ address: place.address }),
  };
  return listed('filesystems', filesystem, uses);
};

/** A directory as a device that speaks MTP. */
export const parseMtp: DeviceParser = (device, draft) => {
  const { parameters } = device;
  for (const name of ['driver', 'id']) parameters.text(name);
  const dir = parameters.text('desc');
  const readonly = parameters.flag('readonly') === true ? (true as const) : undefined;
  return listed('filesystems', {
    type: 'mount',
    driver: { type: 'mtp' },
    source: given({ dir: parameters.text('rootdir') }),
    ...(dir === undefined ? {} : { target: { dir } }),
    ...given({ readonly }),
    ...usbPlace(device, draft),
  });
};
