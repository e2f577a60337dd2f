import type { CharacterDevice } from '../definition/devices.js';
import type { BuildContext } from './build-context.js';

/**
 * Number of the set that holds a file's descriptor. Sets are numbered in the order of the command line, so that each is told
 * by the devices before it.
 */
export function fdsetNumber({ definition }: BuildContext, descriptor: string): number {
  const { serials = [], parallels = [], channels = [], consoles = [] } = definition.devices ?? {};
  const own = consoles.filter(({ target }) => target?.type !== 'serial');
  return [...serials, ...parallels, ...channels, ...own].flatMap(setsOf).indexOf(descriptor);
}

function setsOf(chardev: CharacterDevice): string[] {
  const name = chardev.alias?.name ?? '';
  const source = chardev.type === 'file' ? [`${name}-source`] : [];
  return chardev.log?.file === undefined ? source : [...source, `${name}-log`];
}
