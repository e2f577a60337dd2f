import type { Video } from '../../definition/devices.js';
import { addDevice, type DeviceParser, type Draft, listed, type OptionParser } from '../draft.js';
import { entryOf, given } from '../given.js';
import type { Parameters } from '../parameters.js';
import { needed } from '../unmapped.js';
import { placeOf } from './device-place.js';
import { parseVirtioName } from './virtio-name.js';
import { virtioOptions } from './virtio-options.js';

type VideoModel = NonNullable<Video['model']>;
type VideoType = VideoModel['type'];

const MIB_IN_KIB = 1024;

/** QEMU's video devices that aren't virtio: what they are, and whether they are what the guest boots with. */
const VIDEO_DRIVERS: Readonly<Partial<Record<string, { type: VideoType; primary?: true }>>> = {
  VGA: { type: 'vga', primary: true },
  'cirrus-vga': { type: 'cirrus', primary: true },
  'vmware-svga': { type: 'vmvga', primary: true },
  'qxl-vga': { type: 'qxl', primary: true },
  qxl: { type: 'qxl' },
  'bochs-display': { type: 'bochs' },
  ramfb: { type: 'ramfb' },
};

/** Whether a driver is that of a video device. */
export function isVideoDriver(driver: string): boolean {
  const base = parseVirtioName(driver)?.base ?? '';
  return entryOf(VIDEO_DRIVERS, driver) !== undefined || /^(?:virtio|vhost-user)-(?:vga|gpu)(?:-gl)?$/.test(base);
}

/** A video device. */
export const parseVideo: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const driver = parameters.text('driver') ?? '';
  parameters.text('id');
  const plain = entryOf(VIDEO_DRIVERS, driver);
  const place = placeOf(device, draft);
  const base = parseVirtioName(driver)?.base ?? '';
  const served = base.startsWith('vhost-user');
  const uses = served ? servedChardev(parameters, draft) : [];
  const x = parameters.number('xres');
  const y = parameters.number('yres');
  const model: VideoModel = {
    type: plain?.type ?? 'virtio',
    ...memoryOf(plain?.type ?? 'virtio', parameters),
    ...given({
      primary: plain?.primary ?? (base.includes('-vga') ? true : undefined),
      acceleration: base.endsWith('-gl') ? { accel3d: true } : undefined,
      resolution: x === undefined || y === undefined ? undefined : { x, y },
    }),
  };
  const options = given({ name: served ? ('vhostuser' as const) : undefined, ...virtioOptions(parameters) });
  const video: Video = {
    model,
    ...(Object.keys(options).length === 0 ? {} : { driver: options }),
    ...given({ address: place.address }),
  };
  return listed('videos', video, [...uses, ...place.uses]);
};

/** The socket of the program that draws is made anew at each start. */
function servedChardev(parameters: Parameters, { line }: Draft) {
  const chardev = needed(line.find('chardev', parameters.text('chardev') ?? ''), 'there is no program that draws');
  for (const name of ['backend', 'id', 'fd', 'path']) chardev.parameters.text(name);
  return [chardev];
}

function memoryOf(type: VideoType, parameters: Parameters) {
  const heads = parameters.number('max_outputs');
  const mib = (name: string) => {
    const value = parameters.number(name);
    return value === undefined ? undefined : value * MIB_IN_KIB;
  };
  switch (type) {
    case 'qxl':
      return given({
        heads,
        ram: parameters.sizeKiB('ram_size'),
        vram: parameters.sizeKiB('vram_size'),
        vram64: zeroIsAbsent(mib('vram64_size_mb')),
        vgamem: mib('vgamem_mb'),
      });
    case 'vga':
    case 'vmvga':
      return given({ vram: mib('vgamem_mb') });
    case 'bochs':
      return given({ vram: parameters.sizeKiB('vgamem') });
    case 'virtio':
      return given({ heads, blob: parameters.flag('blob') });
    default:
      return {};
  }
}

function zeroIsAbsent(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value;
}

const VGA_WORDS: Readonly<Partial<Record<string, VideoType>>> = {
  std: 'vga',
  cirrus: 'cirrus',
  vmware: 'vmvga',
  qxl: 'qxl',
  virtio: 'virtio',
};

/** `-vga`: a video device by a word. */
export const vgaOption: OptionParser = ({ value = '' }, { devices }) => {
  if (value === 'none') return;
  const type = needed(entryOf(VGA_WORDS, value), `a video device '${value}' has no element`);
  addDevice(devices, 'videos', { model: { type, heads: 1, primary: true } });
};

/** The video device that QEMU adds unasked. */
export function addDefaultVideo({ devices, family, line }: Draft): void {
  const asked = line.has('vga') || devices.videos !== undefined;
  if (asked || (family !== 'i440fx' && family !== 'q35' && family !== 'pseries')) return;
  addDevice(devices, 'videos', { model: { type: 'vga', heads: 1, primary: true } });
}
