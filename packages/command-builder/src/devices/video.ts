import { type Argument, device, keyed } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import { domainDirectory } from '../build/domain-paths.js';
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
  const served = video.driver?.name === 'vhostuser';
  const chardev = `chr-vu-${video.alias?.name ?? ''}`;
  return [
    ...(served ? [vhostUserSocket(chardev, context)] : []),
    device({
      driver,
      ...(model.type === 'virtio' && driver !== 'vhost-user-vga' ? virtioProperties(video.driver) : {}),
      id: video.alias?.name,
      ...memoryProperties(video),
      chardev: served ? chardev : undefined,
      xres: model.resolution?.x,
      yres: model.resolution?.y,
      ...addressProperties(video.address, context),
    }),
  ];
};

/** The socket of the program that draws; it is connected to before QEMU runs. */
function vhostUserSocket(id: string, context: BuildContext): Argument {
  const path = `${domainDirectory(context)}/${id.replace('chr-vu-', '')}-vhost-user-gpu.sock`;
  if (context.paths) return keyed('chardev', 'socket', { id, path });
  return keyed('chardev', 'socket', { id, fd: { descriptor: id, open: { kind: 'unix-listen', path } } });
}

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
  if (video.driver?.name === 'vhostuser') {
    return video.model?.primary === true && !NO_VGA.has(family)
      ? 'vhost-user-vga'
      : virtioDriver('vhost-user-gpu', video.address);
  }
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
