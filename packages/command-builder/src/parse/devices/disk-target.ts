import type { Disk } from '../../definition/devices.js';
import type { Draft } from '../draft.js';
import type { NativeCommandLine } from '../native-command-line.js';

type Bus = NonNullable<NonNullable<Disk['target']>['bus']>;

const PREFIXES: Readonly<Partial<Record<Bus, string>>> = { ide: 'hd', fdc: 'fd', virtio: 'vd' };

/** libvirt's ids of disks that have no unit hold the number of their target. */
const NUMBERED = /^(virtio|usb)-disk(\d+)$/;

/** `a` for 0, `z` for 25, `aa` for 26. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** The target of a disk: by the number in its id or that its place has, else the first that is free. */
export function targetOf(
  bus: Bus,
  id: string | undefined,
  { targets, line }: Draft,
  place?: number,
): { dev: string; bus: Bus } {
  const prefix = PREFIXES[bus] ?? 'sd';
  const own = numberedTarget(id) ?? (place === undefined ? undefined : prefix + letters(place));
  if (own !== undefined && !targets.has(own)) {
    targets.add(own);
    return { dev: own, bus };
  }
  const reserved = reservedTargets(line);
  let index = 0;
  while (targets.has(prefix + letters(index)) || reserved.has(prefix + letters(index))) index++;
  const dev = prefix + letters(index);
  targets.add(dev);
  return { dev, bus };
}

function numberedTarget(id: string | undefined): string | undefined {
  const [, bus, digits] = NUMBERED.exec(id ?? '') ?? [];
  const number = Number(digits);
  return bus === undefined || number > MAX_NUMBER ? undefined : (bus === 'virtio' ? 'vd' : 'sd') + letters(number);
}

const MAX_NUMBER = 99_999;

function reservedTargets(line: NativeCommandLine): ReadonlySet<string> {
  return new Set(line.all('device').flatMap(({ parameters }) => numberedTarget(parameters.peek('id')) ?? []));
}
