import type { ArchitectureName } from '@virtkit/capabilities';
import type { Controller } from '../definition/devices.js';
import { isX86, type MachineFamily } from '../machine/machine-family.js';
import { controllerTypeOf } from './devices/controller-drivers.js';
import type { NativeArgument } from './native-argument.js';

/** A controller, by the id that its devices know it by. */
export interface BusOwner {
  readonly type: Controller['type'];
  readonly index: number;
  /** Its bus has a single place, as that of a port. */
  readonly isPort?: boolean;
}

/** Which controllers there are, and what their buses are called. Indexes follow from ids as libvirt gives them. */
export class Buses {
  readonly #owners = new Map<string, BusOwner>();
  readonly #indexes = new Map<Controller['type'], Set<number>>();

  /** `hasUsb` where the chipset's own USB controller is there. */
  constructor(family: MachineFamily, arch: ArchitectureName, devices: readonly NativeArgument[], hasUsb: boolean) {
    for (const [id, owner] of builtIn(family, arch)) this.#claim(id, owner);
    if (hasUsb) this.#claim('usb-bus', { type: 'usb', index: 0 });
    const controllers = devices.flatMap(({ parameters }) => {
      const driver = parameters.peek('driver');
      const type = controllerTypeOf(driver);
      const companion = parameters.has('masterbus');
      const id = parameters.peek('id');
      return type === undefined || companion ? [] : [{ type, id, isPort: PORTS.has(driver ?? '') }];
    });
    const named = controllers.map((one) => ({ ...one, index: indexInId(one.type, one.id) }));
    for (const { type, id, index, isPort } of named) {
      if (id !== undefined && index !== undefined) this.#claim(id, { type, index, isPort });
    }
    for (const { type, id, index, isPort } of named) {
      if (index === undefined) this.#claim(id ?? `${type} without an id`, { type, index: this.#free(type), isPort });
    }
  }

  /** The controller with an id. */
  owner(id: string): BusOwner | undefined {
    return this.#owners.get(id);
  }

  /** The controller that offers a bus: `usb.0` is that of `usb`, `pci.2` that of itself. */
  ofBus(bus: string): BusOwner | undefined {
    return this.#owners.get(bus) ?? this.#owners.get(bus.replace(/\.\d+$/, ''));
  }

  /** Forgets a controller that has no place in the definition. */
  forget(id: string): void {
    this.#owners.delete(id);
  }

  #claim(id: string, owner: BusOwner): void {
    this.#owners.set(id, owner);
    this.#taken(owner.type).add(owner.index);
  }

  #taken(type: Controller['type']): Set<number> {
    const known = this.#indexes.get(type) ?? new Set<number>();
    this.#indexes.set(type, known);
    return known;
  }

  #free(type: Controller['type']): number {
    const taken = this.#taken(type);
    let index = 0;
    while (taken.has(index)) index++;
    return index;
  }
}

/** PCI controllers whose bus has one slot, 0. */
const PORTS: ReadonlySet<string> = new Set(['pcie-root-port', 'ioh3420', 'xio3130-downstream']);

/** The buses of the machine itself, as QEMU calls them. */
function builtIn(family: MachineFamily, arch: ArchitectureName): readonly (readonly [string, BusOwner])[] {
  const root = { type: 'pci', index: 0 } as const;
  const buses: [string, BusOwner][] = [
    ['pci.0', root],
    ['pcie.0', root],
    ['pci', root],
  ];
  if (family === 'q35') buses.push(['ide', { type: 'sata', index: 0 }]);
  else if (isX86(arch)) buses.push(['ide', { type: 'ide', index: 0 }]);
  return buses;
}

/** The index that libvirt's own names for controllers hold: `pci.3`, `scsi1`; `usb` alone is the first. */
function indexInId(type: Controller['type'], id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  if (type === 'usb' && id === 'usb') return 0;
  const pattern = type === 'pci' ? /^pcie?\.(\d+)$/ : new RegExp(`^${type}(\\d+)$`);
  const digits = pattern.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
