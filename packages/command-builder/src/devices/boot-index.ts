import type { BuildContext } from '../build/build-context.js';
import type { Disk, Interface } from '../definition/devices.js';

export const BOOT_WORDS = { cdrom: 'cdrom', floppy: 'fd', disk: 'hd', lun: 'hd' } as const;

/**
 * A disk's place in the order of booting: its own `<boot order>`, or else that of its kind in the domain's `<os>`, where the
 * first disk of the kind counts; undefined for one that isn't booted from.
 */
export function diskBootIndex(disk: Disk, { definition }: BuildContext): number | undefined {
  if (disk.boot !== undefined) return disk.boot.order;
  const word = bootWord(disk);
  const first = definition.devices?.disks?.find((other) => bootWord(other) === word);
  return first === disk ? placeOf(definition, word) : undefined;
}

/** As {@link diskBootIndex}, for an interface that the guest may boot from over the network. */
export function interfaceBootIndex(networkInterface: Interface, { definition }: BuildContext): number | undefined {
  if (networkInterface.boot !== undefined) return networkInterface.boot.order;
  return definition.devices?.interfaces?.[0] === networkInterface ? placeOf(definition, 'network') : undefined;
}

function bootWord({ device }: Disk): 'cdrom' | 'fd' | 'hd' {
  return BOOT_WORDS[device ?? 'disk'];
}

function placeOf({ os }: BuildContext['definition'], word: string): number | undefined {
  const position = (os?.boots ?? []).findIndex(({ dev }) => dev === word);
  return position < 0 ? undefined : position + 1;
}
