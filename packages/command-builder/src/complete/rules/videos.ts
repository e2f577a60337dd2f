import type { Video } from '../../definition/devices.js';
import { isPpc, isX86 } from '../../machine/machine-family.js';
import { addDevices, changeDevices } from '../change.js';
import { type CompletionContext, type CompletionRule, type Machine, machineOf } from '../completion-context.js';

type VideoModel = NonNullable<Video['model']>;

const MIB_IN_KIB = 1024;

/** A video device that doesn't say its model, and the sizes of memory that QEMU would choose. */
export const videoModels: CompletionRule = {
  name: 'model of the video device',
  apply: (definition, context) =>
    changeDevices(definition, 'videos', (video, index) => {
      const machine = machineOf(definition, context);
      const given = video.model ?? {
        type: videoModel(machine, context),
        heads: 1,
        ...(index === 0 ? { primary: true } : {}),
      };
      const model = withMemory(given);
      return model === video.model ? video : { ...video, model };
    }),
};

/** Graphics show something: a video device is there if there are graphics for a screen. */
export const graphicsVideo: CompletionRule = {
  name: 'video device of the graphics',
  apply: (definition, context) => {
    const { graphics = [], videos = [] } = definition.devices ?? {};
    if (videos.length > 0 || graphics.length === 0) return definition;
    const type = videoModel(machineOf(definition, context), context);
    return addDevices(definition, 'videos', { model: { type, heads: 1, primary: true } });
  },
};

function videoModel({ arch, family }: Machine, { flags }: CompletionContext): VideoModel['type'] {
  if (family === 'arm-virt' || family === 'riscv-virt' || family === 'loongarch-virt' || family === 's390-ccw')
    return 'virtio';
  if (isPpc(arch)) return 'vga';
  if (isX86(arch) && flags.has('cirrus-vga')) return 'cirrus';
  return flags.has('VGA') ? 'vga' : 'virtio';
}

/** In KiB. */
const DEFAULT_VRAM: Readonly<Partial<Record<VideoModel['type'], number>>> = {
  vga: 16 * MIB_IN_KIB,
  cirrus: 16 * MIB_IN_KIB,
  vmvga: 16 * MIB_IN_KIB,
  bochs: 16 * MIB_IN_KIB,
};

const QXL_MEMORY = { ram: 64 * MIB_IN_KIB, vram: 64 * MIB_IN_KIB, vgamem: 16 * MIB_IN_KIB } as const;

function withMemory(model: VideoModel): VideoModel {
  if (model.type === 'qxl') {
    const { ram = QXL_MEMORY.ram, vram = QXL_MEMORY.vram, vgamem = QXL_MEMORY.vgamem } = model;
    if (model.ram === ram && model.vram === vram && model.vgamem === vgamem) return model;
    return { ...model, ram, vram, vgamem };
  }
  const vram = model.vram ?? DEFAULT_VRAM[model.type];
  return vram === undefined || vram === model.vram ? model : { ...model, vram };
}
