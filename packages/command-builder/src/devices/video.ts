import { device } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Video } from '../definition/devices.js';
import type { MachineFamily } from '../machine/machine-family.js';
import { addressProperties } from './device-address.js';
import { virtioDriver, virtioProperties } from './virtio.js';

const KIB = 1024;

/** A video device; `none` means that there is none. */
export const videoArguments: DeviceBuilder<Video> = (video, context) => {
  const { model } = video;
  const driver = videoDriver(video, context);
  if (model === undefined || driver === undefined) return [];
  return [
    device({
      driver,
      ...(model.type === 'virtio' ? virtioProperties(video.driver) : {}),
      id: video.alias?.name,
      ...memoryProperties(video),
      xres: model.resolution?.x,
      yres: model.resolution?.y,
      ...addressProperties(video.address, context),
    }),
  ];
};

function videoDriver(video: Video, context: BuildContext): string | undefined {
  const primary = video.model?.primary === true;
  switch (video.model?.type) {
    case 'vga':
      return 'VGA';
    case 'cirrus':
      return 'cirrus-vga';
    case 'vmvga':
      return 'vmware-svga';
    case 'qxl':
      return primary ? 'qxl-vga' : 'qxl';
    case 'bochs':
      return 'bochs-display';
    case 'ramfb':
      return 'ramfb';
    case 'virtio':
      return virtioVideoDriver(video, context);
    default:
      return undefined;
  }
}

/** Machines on which nothing knows how to use VGA. */
const NO_VGA: ReadonlySet<MachineFamily> = new Set(['arm-virt', 'riscv-virt', 's390-ccw']);

function virtioVideoDriver(video: Video, { family }: BuildContext): string {
  const gl = video.model?.acceleration?.accel3d === true ? '-gl' : '';
  if (video.model?.primary === true && !NO_VGA.has(family)) return `virtio-vga${gl}`;
  return virtioDriver(`virtio-gpu${gl}`, video.address);
}

function memoryProperties({ model }: Video): OptionalProperties {
  const { ram = 0, vram = 0, vram64 = 0, vgamem = 0, heads } = model ?? {};
  switch (model?.type) {
    case 'qxl':
      return {
        max_outputs: heads,
        ram_size: ram * KIB,
        vram_size: vram * KIB,
        vram64_size_mb: vram64 / KIB,
        vgamem_mb: vgamem / KIB,
      };
    case 'virtio':
      return { max_outputs: heads, blob: model.blob };
    case 'vga':
    case 'vmvga':
      return { vgamem_mb: vram / KIB };
    case 'bochs':
      return { vgamem: vram * KIB };
    default:
      return {};
  }
}
