import type { Disk } from '../../definition/devices.js';
import type { NativeArgument } from '../native-argument.js';

type Bus = NonNullable<NonNullable<Disk['target']>['bus']>;

const PREFIXES: Readonly<Partial<Record<Bus, string>>> = { ide: 'hd', fdc: 'fd', virtio: 'vd' };

/** libvirt's ids of disks that have no unit hold the number of their target. */
const NUMBERED = /^(virtio|usb)-disk(\d{1,5})$/;

/** `a` for 0, `z` for 25, `aa` for 26. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** The targets of disks, of which a command line knows nothing but numbers in libvirt's ids. */
export class DiskTargets {
  readonly #taken = new Set<string>();
  /** Those that a device has which may come later. */
  readonly #reserved: ReadonlySet<string>;
  /** For each prefix, the letters before which all is taken. */
  readonly #next = new Map<string, number>();

  constructor(devices: readonly NativeArgument[]) {
    this.#reserved = new Set(devices.flatMap(({ parameters }) => numberedTarget(parameters.peek('id')) ?? []));
  }

  /** The target of a disk: by the number in its id or that its place has, else the first that is free. */
  draw(bus: Bus, id: string | undefined, place?: number): { dev: string; bus: Bus } {
    const prefix = PREFIXES[bus] ?? 'sd';
    const own = numberedTarget(id) ?? (place === undefined ? undefined : prefix + letters(place));
    const dev = own === undefined || this.#taken.has(own) ? this.#firstFree(prefix) : own;
    this.#taken.add(dev);
    return { dev, bus };
  }

  #firstFree(prefix: string): string {
    let index = this.#next.get(prefix) ?? 0;
    const isFree = (dev: string) => !this.#taken.has(dev) && !this.#reserved.has(dev);
    while (!isFree(prefix + letters(index))) index++;
    this.#next.set(prefix, index);
    return prefix + letters(index);
  }
}

function numberedTarget(id: string | undefined): string | undefined {
  const [, bus, digits] = NUMBERED.exec(id ?? '') ?? [];
  return bus === undefined ? undefined : (bus === 'virtio' ? 'vd' : 'sd') + letters(Number(digits));
}
