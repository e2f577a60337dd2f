import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { type CompletionContext, machineOf } from '../complete/completion-context.js';
import type { Controller } from '../definition/devices.js';
import { type DefinitionCheck, invalid, unsupported } from './check.js';

type PciController = Extract<Controller, { type: 'pci' }>;

const MAX_TARGET_INDEX = 30;

function pciControllers({ devices }: DomainDefinition): readonly PciController[] {
  return (devices?.controllers ?? []).filter((one): one is PciController => one.type === 'pci');
}

/** The controller with index 0 is the one that the machine is built around. */
export const pciRootFits: DefinitionCheck = (definition, context) => {
  const { family } = machineOf(definition, context);
  const root = pciControllers(definition).find(({ index = 0 }) => index === 0);
  const wanted = family === 'q35' ? 'pcie-root' : family === 'i440fx' ? 'pci-root' : undefined;
  if (root === undefined || wanted === undefined || root.model === wanted) return;
  const found = root.model ?? '(null)';
  invalid(
    `The PCI controller with index='0' must be model='${wanted}' for this machine type, but model='${found}' was found instead`,
  );
};

/** Expander buses belong to cells that the guest has. */
export const expanderNodesAreThere: DefinitionCheck = (definition) => {
  const cells = definition.cpu?.numa?.cells ?? [];
  for (const { model, index = 0, target } of pciControllers(definition)) {
    if (model !== 'pci-expander-bus' && model !== 'pcie-expander-bus') continue;
    const { node } = target ?? {};
    if (node === undefined || node < cells.length) continue;
    invalid(
      `${model} with index ${index} is configured for a NUMA node (${node}) not present in the domain's <cpu><numa> array (${cells.length})`,
    );
  }
};

/** The host bridges of POWER are numbered, and the first is special. */
export const hostBridgesFit: DefinitionCheck = (definition, context) => {
  if (machineOf(definition, context).family !== 'pseries') return;
  for (const { model, index = 0, target } of pciControllers(definition)) {
    if (model !== 'pci-root' || target === undefined) continue;
    if (target.index !== undefined && (target.index < 0 || target.index > MAX_TARGET_INDEX)) {
      unsupported(`PCI controller target index '${target.index}' out of range - must be 0-${MAX_TARGET_INDEX}`);
    }
    if (target.index !== undefined && (index === 0) !== (target.index === 0)) {
      unsupported('Only the PCI controller with index 0 can have target index 0, and vice versa');
    }
    if (index === 0 && target.node !== undefined) {
      unsupported("The PCI controller with index=0 can't be associated with a NUMA node");
    }
  }
};

/** Devices of s390x have numbers of their own beside the PCI address. */
export const zpciIsThere: DefinitionCheck = ({ devices = {} }, { flags }) => {
  if (flags.has('zpci')) return;
  const { hostdevs = [], interfaces = [], disks = [], controllers = [] } = devices;
  const any = [...hostdevs, ...interfaces, ...disks, ...controllers].some(
    ({ address }) => address?.type === 'pci' && address.zpci !== undefined,
  );
  if (any) unsupported("This QEMU binary doesn't support zPCI");
};

/** Machines without a PCI bus have no devices on it. */
export const pciBusIsThere: DefinitionCheck = (definition, context) => {
  const { controllers = [] } = definition.devices ?? {};
  if (hasNoPci(definition, context) && controllers.some(needsPci)) invalid('No PCI buses available');
  if (controllers.some(({ type, address }) => (type === 'isa' || type === 'xenbus') && address === undefined)) {
    throw new VirtError('INTERNAL_ERROR', 'Cannot automatically add a new PCI bus for a device with connect flags 00');
  }
};

function hasNoPci(definition: DomainDefinition, context: CompletionContext): boolean {
  return machineOf(definition, context).family === 'isapc' && pciControllers(definition).length === 0;
}

function needsPci(controller: Controller): boolean {
  return controller.type === 'usb' && controller.model !== 'none';
}

/** Only ports and expanders can be kept from hotplugging. */
export const hotplugFits: DefinitionCheck = (definition) => {
  for (const { model, index = 0, modelName, target } of pciControllers(definition)) {
    if (target?.hotplug === undefined || model === 'pcie-root-port' || model === 'pcie-switch-downstream-port')
      continue;
    if (model === 'pci-root') continue;
    unsupported(
      `Option 'hotplug' is not valid for PCI controller with index '${index}', model '${model}' and modelName '${modelName ?? 'none'}'`,
    );
  }
};
