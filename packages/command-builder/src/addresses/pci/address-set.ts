import { VirtError } from '@virtkit/errors';
import { BUS_MODELS, type PciControllerModel, type PciPlug } from './bus-model.js';
import { formatPciAddress, type PciAddress } from './pci-address.js';

const FUNCTIONS = 8;
const WHOLE_SLOT = 0xff;

/** What a device asks of the place it gets. */
export interface PciDemand {
  readonly plug: PciPlug;
  /** It must be possible to unplug the device while the domain runs. */
  readonly hotpluggable: boolean;
  /** It may share a slot with others of its kind, one function each. */
  readonly sharesSlot?: boolean;
  /** It shares its bus only with devices of the same number, and never the root's; with all others if absent. */
  readonly isolation?: number | undefined;
  /** The function it takes of its slot; 0 if absent. */
  readonly function?: number;
}

interface Bus {
  readonly model: PciControllerModel;
  readonly hotpluggable: boolean;
  /** For each slot a bit mask of the functions in use. */
  readonly functions: number[];
  /** The number that all devices of the bus have; undefined for a bus of devices without one, or of none. */
  isolation: number | undefined;
  /** The plug of those that share a slot, by slot. */
  readonly shared: (PciPlug | undefined)[];
}

/** The PCI buses of a domain and what is taken on them. */
export class PciAddressSet {
  readonly #buses: (Bus | undefined)[] = [];

  /** Number of buses, holes in the numbering included. */
  get busCount(): number {
    return this.#buses.length;
  }

  /** The model of the controller that offers a bus. */
  modelOf(bus: number): PciControllerModel | undefined {
    return this.#buses[bus]?.model;
  }

  /** Adds the bus that a controller offers; returns its number, the next one unless `index` says otherwise. */
  addBus(model: PciControllerModel, index = this.#buses.length): number {
    const slots = BUS_MODELS[model].lastSlot + 1;
    this.#buses[index] = {
      model,
      hotpluggable: BUS_MODELS[model].hotpluggable,
      functions: new Array<number>(slots).fill(0),
      isolation: undefined,
      shared: [],
    };
    return index;
  }

  /** The numbers below {@link busCount} that no controller offers. */
  missingBuses(): number[] {
    return Array.from({ length: this.#buses.length }, (_, index) => index).filter(
      (index) => this.#buses[index] === undefined,
    );
  }

  /** Whether nothing at all is in the slot. */
  isSlotFree(bus: number, slot: number): boolean {
    return this.#buses[bus]?.functions[slot] === 0;
  }

  /** Whether another function than 0 of the address's slot is taken. */
  isMultifunction(address: PciAddress): boolean {
    return ((this.#buses[address.bus]?.functions[address.slot] ?? 0) & ~1) !== 0;
  }

  /** Whether every slot of every bus holds something. */
  isFull(): boolean {
    return this.#buses.every((bus) => {
      if (bus === undefined) return true;
      const { firstSlot, lastSlot } = BUS_MODELS[bus.model];
      return bus.functions.slice(firstSlot, lastSlot + 1).every((functions) => functions !== 0);
    });
  }

  /**
   * Takes an address that a definition or a chipset asks for.
   * @throws VirtError XML_ERROR where the bus doesn't exist, can't hold the device or the address is taken.
   */
  reserve(address: PciAddress, demand: PciDemand): void {
    const bus = this.#fittingBus(address, demand.plug);
    const taken = bus.functions[address.slot] ?? 0;
    if ((taken & (1 << address.function)) !== 0) {
      throw new VirtError('XML_ERROR', `Attempted double use of PCI Address ${formatPciAddress(address)}`);
    }
    bus.functions[address.slot] = taken | (1 << address.function);
    if (address.bus > 0) bus.isolation ??= demand.isolation;
    if (taken === 0 && demand.sharesSlot) bus.shared[address.slot] = demand.plug;
  }

  /** Takes a slot with all its functions. */
  reserveSlot(bus: number, slot: number): void {
    const found = this.#buses[bus];
    if (found !== undefined) found.functions[slot] = WHOLE_SLOT;
  }

  /** Takes the first place that suits the device; undefined if no bus has one. */
  reserveNext(demand: PciDemand): PciAddress | undefined {
    const { isolation } = demand;
    if (isolation === undefined) return this.#reserveOn(demand, () => true);
    const among = this.#reserveOn(demand, (bus) => bus.isolation === isolation);
    return among ?? this.#reserveOn(demand, () => true);
  }

  #reserveOn(demand: PciDemand, picks: (bus: Bus) => boolean): PciAddress | undefined {
    for (let number = 0; number < this.#buses.length; number++) {
      const bus = this.#buses[number];
      if (bus === undefined || !this.#suits(bus, demand) || !isolates(bus, number, demand) || !picks(bus)) continue;
      const place = demand.sharesSlot ? this.#sharedPlace(bus, demand.plug) : this.#emptySlot(bus, demand.function);
      if (place === undefined) continue;
      const address = { domain: 0, bus: number, ...place };
      this.reserve(address, demand);
      return address;
    }
    return undefined;
  }

  #suits(bus: Bus, { plug, hotpluggable }: PciDemand): boolean {
    const assigns: readonly PciPlug[] = BUS_MODELS[bus.model].assigns;
    const integrated = bus.model === 'pcie-root' && plug === 'pcie-device' && !hotpluggable;
    return (assigns.includes(plug) || integrated) && (bus.hotpluggable || !hotpluggable);
  }

  #emptySlot(bus: Bus, pciFunction = 0): { slot: number; function: number } | undefined {
    const { firstSlot, lastSlot } = BUS_MODELS[bus.model];
    for (let slot = firstSlot; slot <= lastSlot; slot++)
      if (bus.functions[slot] === 0) return { slot, function: pciFunction };
    return undefined;
  }

  #sharedPlace(bus: Bus, plug: PciPlug): { slot: number; function: number } | undefined {
    const { firstSlot, lastSlot } = BUS_MODELS[bus.model];
    for (let slot = firstSlot; slot <= lastSlot; slot++) {
      const taken = bus.functions[slot] ?? WHOLE_SLOT;
      if (taken === 0) return { slot, function: 0 };
      if (bus.shared[slot] !== plug) continue;
      for (let pciFunction = 0; pciFunction < FUNCTIONS; pciFunction++) {
        if ((taken & (1 << pciFunction)) === 0) return { slot, function: pciFunction };
      }
    }
    return undefined;
  }

  #fittingBus(address: PciAddress, plug: PciPlug): Bus {
    const invalid = (reason: string) =>
      new VirtError('XML_ERROR', `Invalid PCI address ${formatPciAddress(address)}. ${reason}`);
    if (address.domain !== 0) throw invalid('Only PCI domain 0 is available');
    const bus = this.#buses[address.bus];
    if (bus === undefined) {
      throw invalid(`Only PCI buses up to ${this.#buses.length - 1} are available`);
    }
    const { accepts, firstSlot, lastSlot }: { accepts: readonly PciPlug[]; firstSlot: number; lastSlot: number } =
      BUS_MODELS[bus.model];
    if (!fits(accepts, plug)) {
      throw new VirtError(
        'XML_ERROR',
        `The device at PCI address ${formatPciAddress(address)} cannot be plugged into the PCI controller with index='${address.bus}'. It requires a controller that accepts a ${plug}.`,
      );
    }
    if (address.slot < firstSlot) {
      throw invalid(`slot must be >= ${firstSlot}`);
    }
    if (address.slot > lastSlot) {
      throw invalid(`slot must be <= ${lastSlot}`);
    }
    return bus;
  }
}

/** Whether a bus keeps the device from those that it must not share one with. */
function isolates(bus: Bus, number: number, { isolation }: PciDemand): boolean {
  if (isolation === bus.isolation) return isolation === undefined || number > 0;
  return isolation !== undefined && number > 0 && bus.functions.every((functions) => functions === 0);
}

/** Devices of both kinds work in each other's slots; whoever names such an address may have it. */
function fits(accepts: readonly PciPlug[], plug: PciPlug): boolean {
  const isDevice = plug === 'pci-device' || plug === 'pcie-device';
  return accepts.includes(plug) || (isDevice && (accepts.includes('pci-device') || accepts.includes('pcie-device')));
}
