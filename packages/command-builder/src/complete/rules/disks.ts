import { changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/**
 * QEMU serves a disk that doesn't say who does, and an image of no stated format is raw: it is never guessed at. Of a volume its
 * pool tells the format.
 */
export const diskDriver: CompletionRule = {
  name: 'driver of the disk',
  apply: (definition) =>
    changeDevices(definition, 'disks', (disk) => {
      if (disk.type === 'vhostuser') return disk;
      const { name, type } = disk.driver ?? {};
      if (disk.type === 'volume')
        return name === undefined ? { ...disk, driver: { ...disk.driver, name: 'qemu' } } : disk;
      const empty = disk.type === 'file' && disk.source?.file === undefined && disk.driver === undefined;
      if (name !== undefined && type !== undefined) return disk;
      if (empty && disk.device === undefined) return disk;
      return { ...disk, driver: { ...disk.driver, name: name ?? 'qemu', type: type ?? 'raw' } };
    }),
};
