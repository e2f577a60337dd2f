import type { DomainDefinition } from '@virtkit/domain-conf';
import { isPciControllerModel } from '../../addresses/pci/bus-model.js';
import { onRootBus } from '../../addresses/pci/pci-address.js';
import {
  missingPciControllers,
  type PciControllerPlan,
  type PciPlace,
  type PciTopology,
  planPciAddresses,
} from '../../addresses/pci/plan.js';
import { controllersOf } from '../../definition/controllers.js';
import { toDeviceAddress, toPciAddress } from '../../definition/device-address.js';
import type { Controller } from '../../definition/devices.js';
import { addController, changeDevices } from '../change.js';
import { type CompletionContext, type CompletionRule, type Machine, machineOf } from '../completion-context.js';
import { iommuGroups } from './iommu-groups.js';
import { type PciCandidate, pciDevices, placeDevices } from './pci-devices.js';

/** The controllers that it takes to give every PCI device an address. */
export const pciControllersForDevices: CompletionRule = {
  name: 'PCI controllers for the devices',
  apply: (definition, context) => {
    const topology = topologyOf(definition, context);
    if (topology === undefined) return definition;
    return missingPciControllers({ ...topology, canGrow: true }).reduce(
      (current, { index, model }) => addController(current, { type: 'pci', index, model }),
      definition,
    );
  },
};

/** Every PCI device and controller gets an address. */
export const pciAddresses: CompletionRule = {
  name: 'PCI addresses',
  apply: (definition, context) => {
    const topology = topologyOf(definition, context);
    if (topology === undefined) return definition;
    const plan = planPciAddresses({ ...topology, canGrow: false });
    const controllers = changeDevices(definition, 'controllers', (one) => placeController(one, plan.controllers));
    const places = new Map(topology.candidates.map(({ device }, position) => [device, plan.devices[position]]));
    return placeDevices(controllers, places);
  },
};

type Topology = Omit<PciTopology, 'canGrow'> & { readonly candidates: readonly PciCandidate[] };

/** What is to be addressed; undefined for a machine without PCI. */
function topologyOf(definition: DomainDefinition, context: CompletionContext): Topology | undefined {
  const machine = machineOf(definition, context);
  if (machine.family === 'realview' || machine.family === 'arm-board') return undefined;
  const root = controllersOf(definition, 'pci').find(({ index = 0 }) => index === 0);
  if (root?.type !== 'pci' || (root.model !== 'pci-root' && root.model !== 'pcie-root')) return undefined;
  const candidates = pciDevices(definition, machine);
  const groups = machine.family === 'pseries' ? iommuGroups(definition, context.host) : undefined;
  return {
    root: root.model,
    controllers: pciControllers(definition, machine),
    devices: candidates.map(({ device, plan }) => {
      const isolation = groups?.get(device);
      return isolation === undefined ? plan : { ...plan, isolation };
    }),
    candidates,
    hostBridges: machine.family === 'pseries',
    reservedSlots: reservedSlots(machine),
    conventionalBridge: context.flags.has('pcie-pci-bridge') ? 'pcie-to-pci-bridge' : 'dmi-to-pci-bridge',
  };
}

function pciControllers(definition: DomainDefinition, machine: Machine): PciControllerPlan[] {
  const controllers = controllersOf(definition, 'pci');
  const bridge = controllers.find((one) => one.type === 'pci' && one.model === 'dmi-to-pci-bridge');
  return controllers.flatMap((controller) => {
    if (controller.type !== 'pci' || !isPciControllerModel(controller.model)) return [];
    const { index = 0, model } = controller;
    return {
      index,
      model,
      address: toPciAddress(controller.address),
      preferred: machine.family === 'q35' && controller === bridge ? onRootBus(DMI_BRIDGE_SLOT) : undefined,
    };
  });
}

/** Where the bridge of the real chipset sits. */
const DMI_BRIDGE_SLOT = 0x1e;

/** What the chipset keeps for itself: the ISA bridge with its companions, and on q35 the SATA controller beside it. */
function reservedSlots({ family }: Machine): readonly number[] {
  if (family === 'i440fx') return [1];
  return family === 'q35' ? [0x1f] : [];
}

function placeController(controller: Controller, places: ReadonlyMap<number, PciPlace>): Controller {
  if (controller.type !== 'pci' || controller.address !== undefined) return controller;
  const place = places.get(controller.index ?? 0);
  return place === undefined ? controller : { ...controller, address: toDeviceAddress(place) };
}
