import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Controller } from '../../definition/devices.js';
import { changeDevices } from '../change.js';
import { type CompletionContext, type CompletionRule, machineOf } from '../completion-context.js';

type PciController = Extract<Controller, { type: 'pci' }>;
type ModelName = NonNullable<PciController['modelName']>;

/** The QEMU device behind each model of a PCI controller, and what the guest is told of it. */
export const pciControllerDetails: CompletionRule = {
  name: 'device behind the PCI controller',
  apply: (definition, context) => {
    const pseries = machineOf(definition, context).family === 'pseries';
    return changeDevices(definition, 'controllers', (controller) => {
      if (controller.type !== 'pci') return controller;
      const modelName = controller.modelName ?? modelNameOf(controller, context, pseries);
      const named =
        modelName === undefined || controller.modelName !== undefined ? controller : { ...controller, modelName };
      return withTarget(withBusNumber(named, definition));
    });
  },
};

function modelNameOf({ model }: PciController, { flags }: CompletionContext, pseries: boolean): ModelName | undefined {
  switch (model) {
    case 'pci-root':
      return pseries ? 'spapr-pci-host-bridge' : undefined;
    case 'pci-bridge':
      return 'pci-bridge';
    case 'dmi-to-pci-bridge':
      return 'i82801b11-bridge';
    case 'pcie-to-pci-bridge':
      return 'pcie-pci-bridge';
    case 'pcie-root-port':
      return flags.has('pcie-root-port') ? 'pcie-root-port' : 'ioh3420';
    case 'pcie-switch-upstream-port':
      return 'x3130-upstream';
    case 'pcie-switch-downstream-port':
      return 'xio3130-downstream';
    case 'pci-expander-bus':
      return 'pxb';
    case 'pcie-expander-bus':
      return 'pxb-pcie';
    default:
      return undefined;
  }
}

const LAST_BUS = 256;

/** Expander buses number their buses from the end, two each: the bus itself and the one behind it. */
function withBusNumber(controller: PciController, { devices }: DomainDefinition): PciController {
  const { model, target } = controller;
  if ((model !== 'pci-expander-bus' && model !== 'pcie-expander-bus') || target?.busNr !== undefined) return controller;
  const expanders = (devices?.controllers ?? []).filter((one) => one.type === 'pci' && one.model === model);
  const taken = expanders.flatMap((one) => (one.type === 'pci' && one.target?.busNr) || []);
  const later = expanders.filter((one) => one.type === 'pci' && one.target?.busNr === undefined).indexOf(controller);
  const lowest = Math.min(LAST_BUS, ...taken);
  return { ...controller, target: { ...target, busNr: lowest - 2 * (Math.max(later, 0) + 1) } };
}

const SLOT_BITS = 3;

function withTarget(controller: PciController): PciController {
  const { index = 0, target, address } = controller;
  switch (controller.model) {
    case 'pci-bridge':
      return target?.chassisNr === undefined ? { ...controller, target: { ...target, chassisNr: index } } : controller;
    case 'pcie-root-port':
    case 'pcie-switch-downstream-port': {
      if (address?.type !== 'pci') return controller;
      const { slot = 0, function: pciFunction = 0 } = address;
      if (target?.chassis !== undefined && target.port !== undefined) return controller;
      const own = controller.model === 'pcie-root-port' ? (slot << SLOT_BITS) + pciFunction : slot;
      const { chassis = index, port = own } = target ?? {};
      return { ...controller, target: { ...target, chassis, port } };
    }
    default:
      return controller;
  }
}

/** Host bridges of POWER have an index of the machine's own: the first that is free, and 0 for the first of them. */
export const hostBridgeIndexes: CompletionRule = {
  name: 'index of the host bridge',
  apply: (definition, context) => {
    if (machineOf(definition, context).family !== 'pseries') return definition;
    const taken = new Set<number>();
    for (const one of definition.devices?.controllers ?? []) {
      if (one.type === 'pci' && one.target?.index !== undefined) taken.add(one.target.index);
    }
    return changeDevices(definition, 'controllers', (controller) => {
      if (controller.type !== 'pci' || controller.model !== 'pci-root' || controller.target?.index !== undefined)
        return controller;
      let index = controller.index === 0 ? 0 : 1;
      while (taken.has(index)) index++;
      taken.add(index);
      return { ...controller, target: { ...controller.target, index } };
    });
  },
};
