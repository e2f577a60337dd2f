import { attribute, child, element, oneOf, onOff, record, required, string, uint, yesNo } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { virtioOptions } from '../virtio-options.js';
import { unsupported } from '../words.js';

/** The model of a video device; sizes of memory in KiB. */
export const videoModel = element(
  'model',
  {
    type: attribute(
      oneOf('vga', 'cirrus', 'vmvga', 'xen', 'vbox', 'qxl', 'parallels', 'virtio', 'gop', 'none', 'bochs', 'ramfb'),
      { required: true, invalid: unsupported("unknown video model '%s'") },
    ),
    ram: attribute(uint),
    vram: attribute(uint),
    vram64: attribute(uint),
    vgamem: attribute(uint),
    heads: attribute(uint, { invalid: unsupported("cannot parse video heads '%s'", 'INTERNAL_ERROR') }),
    primary: attribute(yesNo),
    blob: attribute(onOff),
    edid: attribute(onOff),
    acceleration: child(
      record({ accel3d: attribute(yesNo), accel2d: attribute(yesNo), rendernode: attribute(string) }),
    ),
    resolution: child(record({ x: attribute(uint, required), y: attribute(uint, required) })),
  },
  { about: "The video device's model; memory in KiB." },
);

/** A video device. */
export const video = element(
  'video',
  {
    driver: child(
      record({
        ...virtioOptions,
        name: attribute(oneOf('qemu', 'vhostuser')),
        vgaconf: attribute(oneOf('io', 'on', 'off')),
      }),
    ),
    model: child(videoModel),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A video device.' },
);
