import { VirtError } from '@virtkit/errors';
import { PciAddressSet, type PciDemand } from './address-set.js';
import { type PciControllerModel, plugOfController } from './bus-model.js';
import { busesFor } from './growth.js';
import type { PciAddress } from './pci-address.js';

/** A PCI controller: a bus for others, and but for a root itself a device on another bus. */
export interface PciControllerPlan {
  readonly index: number;
  readonly model: PciControllerModel;
  readonly address?: PciAddress | undefined;
  /** Where it stands if that slot is free. */
  readonly preferred?: PciAddress | undefined;
}

/** A device that needs a PCI address, or has one. */
export interface PciDevicePlan extends PciDemand {
  readonly address?: PciAddress | undefined;
  /** Where it stands if that slot is free. */
  readonly preferred?: PciAddress | undefined;
  /** A function of the slot of the device at this place in the list (companions of a USB controller). */
  readonly companionOf?: { readonly device: number; readonly function: number } | undefined;
}

/** What is to be addressed, and the rules of the machine type. */
export interface PciTopology {
  readonly root: 'pci-root' | 'pcie-root';
  readonly controllers: readonly PciControllerPlan[];
  /** In the order in which they get their addresses. */
  readonly devices: readonly PciDevicePlan[];
  /** Slots of bus 0 that the chipset's own devices hold. */
  readonly reservedSlots: readonly number[];
  /** Room is made by another host bridge (POWER), not by a bridge on the bus. */
  readonly hostBridges?: boolean;
  /** Which bridge serves conventional devices on a PCI Express machine. */
  readonly conventionalBridge: 'pcie-to-pci-bridge' | 'dmi-to-pci-bridge';
  /** Whether controllers may be added. */
  readonly canGrow: boolean;
}

/** The outcome: controllers that had to be added, and an address for each controller and device. */
export interface PciPlan {
  readonly added: readonly { readonly index: number; readonly model: PciControllerModel }[];
  /** By controller index, roots left out. */
  readonly controllers: ReadonlyMap<number, PciPlace>;
  /** In the order of the devices. */
  readonly devices: readonly PciPlace[];
}

/** An address, and whether other functions of its slot are in use, too. */
export interface PciPlace {
  readonly address: PciAddress;
  readonly multifunction: boolean;
}

/**
 * The controllers to add so that every device finds a place.
 * @throws VirtError XML_ERROR for an address that can't be; INTERNAL_ERROR where no controller can be added.
 */
export function missingPciControllers(topology: PciTopology): PciPlan['added'] {
  return topology.canGrow ? new Round(topology, true).addedControllers() : [];
}

/**
 * Gives every device and controller an address and adds the controllers this takes. The first round finds out how many
 * controllers are needed, the second gives the addresses, controllers first: so a controller stands before its devices.
 * @throws VirtError XML_ERROR for an address that can't be; INTERNAL_ERROR where no controller can be added.
 */
export function planPciAddresses(topology: PciTopology): PciPlan {
  const added = missingPciControllers(topology);
  const controllers = [...topology.controllers, ...added];
  return new Round({ ...topology, controllers }, false).places(added);
}

class Round {
  readonly #set = new PciAddressSet();
  readonly #topology: PciTopology;
  readonly #controllers = new Map<number, PciAddress>();
  readonly #devices: (PciAddress | undefined)[];
  readonly #mayGrow: boolean;

  constructor(topology: PciTopology, mayGrow: boolean) {
    this.#topology = topology;
    this.#mayGrow = mayGrow;
    this.#devices = topology.devices.map(() => undefined);
    for (const { index, model } of topology.controllers) this.#set.addBus(model, index);
    this.#fillHoles();
    this.#takeGivenAddresses();
    const wasFull = this.#set.isFull();
    this.#takePreferredAddresses();
    this.#assignControllers();
    this.#assignDevices();
    if (this.#mayGrow) this.#spare(wasFull);
  }

  addedControllers(): { index: number; model: PciControllerModel }[] {
    const known = new Set(this.#topology.controllers.map(({ index }) => index));
    const added: { index: number; model: PciControllerModel }[] = [];
    for (let index = 0; index < this.#set.busCount; index++) {
      const model = this.#set.modelOf(index);
      if (model !== undefined && !known.has(index)) added.push({ index, model });
    }
    return added;
  }

  places(added: PciPlan['added']): PciPlan {
    const place = (address: PciAddress): PciPlace => ({
      address,
      multifunction: address.function === 0 && this.#set.isMultifunction(address),
    });
    return {
      added,
      controllers: new Map([...this.#controllers].map(([index, address]) => [index, place(address)])),
      devices: this.#devices.filter((address) => address !== undefined).map(place),
    };
  }

  /** Devices or controllers may name a bus that no controller offers yet. */
  #fillHoles(): void {
    if (!this.#mayGrow) return;
    const { root, hostBridges } = this.#topology;
    const filler = hostBridges === true ? root : root === 'pci-root' ? 'pci-bridge' : 'pcie-root-port';
    for (const index of this.#set.missingBuses()) this.#set.addBus(filler, index);
    for (const { address, plug } of this.#topology.devices) {
      while (address !== undefined && address.bus < 0x100 && address.bus >= this.#set.busCount) {
        for (const model of busesFor(plug, this.#topology)) this.#set.addBus(model);
      }
    }
  }

  #takeGivenAddresses(): void {
    for (const { index, model, address } of this.#topology.controllers) {
      const plug = plugOfController(model);
      if (address === undefined || plug === undefined) continue;
      this.#set.reserve(address, { plug, hotpluggable: false, sharesSlot: plug === 'pcie-root-port' });
      this.#controllers.set(index, address);
    }
    this.#topology.devices.forEach((device, position) => {
      if (device.address === undefined) return;
      this.#set.reserve(device.address, device);
      this.#devices[position] = device.address;
    });
    for (const slot of this.#topology.reservedSlots) this.#set.reserveSlot(0, slot);
  }

  #takePreferredAddresses(): void {
    for (const { index, model, preferred } of this.#topology.controllers) {
      const plug = plugOfController(model);
      if (preferred === undefined || plug === undefined || this.#controllers.has(index)) continue;
      if (!this.#set.isSlotFree(preferred.bus, preferred.slot)) continue;
      this.#set.reserve(preferred, { plug, hotpluggable: false });
      this.#controllers.set(index, preferred);
    }
    this.#topology.devices.forEach((device, position) => {
      const { preferred } = device;
      if (preferred === undefined || this.#devices[position] !== undefined) return;
      if (!this.#set.isSlotFree(preferred.bus, preferred.slot)) return;
      this.#set.reserve(preferred, device);
      this.#devices[position] = preferred;
    });
  }

  #assignControllers(): void {
    for (const { index, model } of this.#topology.controllers) {
      const plug = plugOfController(model);
      if (plug === undefined || this.#controllers.has(index)) continue;
      this.#controllers.set(index, this.#next({ plug, hotpluggable: false, sharesSlot: plug === 'pcie-root-port' }));
    }
  }

  #assignDevices(): void {
    this.#topology.devices.forEach((device, position) => {
      if (this.#devices[position] !== undefined) return;
      this.#devices[position] = this.#besideCompanion(device) ?? this.#next(device);
    });
  }

  #besideCompanion(device: PciDevicePlan): PciAddress | undefined {
    if (device.companionOf === undefined) return undefined;
    const main = this.#devices[device.companionOf.device];
    if (main === undefined) return undefined;
    const address = { ...main, function: device.companionOf.function };
    this.#set.reserve(address, device);
    return address;
  }

  #next(demand: PciDemand): PciAddress {
    const found = this.#set.reserveNext(demand);
    if (found !== undefined) return found;
    if (this.#mayGrow) {
      this.#grow(demand);
      const address = this.#set.reserveNext(demand);
      if (address !== undefined) return address;
    }
    throw new VirtError(
      'INTERNAL_ERROR',
      `No more available PCI slots for a ${demand.plug}, and no controller can be added`,
    );
  }

  #grow(demand: PciDemand): void {
    for (const model of busesFor(demand.plug, this.#topology)) {
      const plug = plugOfController(model);
      this.#set.addBus(model);
      if (plug !== undefined)
        this.#set.reserveNext({ plug, hotpluggable: false, sharesSlot: plug === 'pcie-root-port' });
    }
  }

  /** One place stays free for hotplug: on PCI Express a port more, unless the definition brought controllers of its own. */
  #spare(wasFull: boolean): void {
    if (this.#topology.root === 'pci-root') {
      if (!wasFull) this.#next({ plug: 'pci-device', hotpluggable: false });
      return;
    }
    const own = this.#topology.controllers.some(({ index }) => index > 0);
    if (!own && this.#set.busCount > 1) this.#next({ plug: 'pcie-device', hotpluggable: true });
  }
}
