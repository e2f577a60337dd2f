import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { controllersOf } from '../../definition/controllers.js';
import type { Panic } from '../../definition/devices.js';
import { isX86, type MachineFamily } from '../../machine/machine-family.js';
import { addController, addDevices, changeDevices, withDevices } from '../change.js';
import { type CompletionContext, type CompletionRule, machineOf } from '../completion-context.js';

interface FamilyDevices {
  /** Model of the PCI controller that is part of the machine. */
  readonly pciRoot?: 'pci-root' | 'pcie-root';
  /** A USB controller is added to a definition that has none. */
  readonly usb?: true;
  /** A SATA controller is part of the machine. */
  readonly sata?: true;
  /** A watchdog is part of the machine. */
  readonly watchdog?: true;
  /** The machine tells the host of a panic by itself. */
  readonly panic?: 'pseries' | 's390';
  /** No memory balloon is added. */
  readonly noBalloon?: true;
}

/** What each family of machine types brings or gets. */
const FAMILY_DEVICES: Readonly<Record<MachineFamily, FamilyDevices>> = {
  i440fx: { pciRoot: 'pci-root', usb: true },
  q35: { pciRoot: 'pcie-root', usb: true, sata: true, watchdog: true },
  isapc: { noBalloon: true },
  microvm: {},
  'arm-virt': { pciRoot: 'pcie-root', noBalloon: true },
  'riscv-virt': { pciRoot: 'pcie-root' },
  'loongarch-virt': { pciRoot: 'pcie-root', noBalloon: true },
  pseries: { pciRoot: 'pci-root', usb: true, panic: 'pseries' },
  's390-ccw': { pciRoot: 'pci-root', panic: 's390' },
  versatile: { pciRoot: 'pci-root', usb: true, noBalloon: true },
  realview: { usb: true, noBalloon: true },
  'arm-board': { noBalloon: true },
  'ppc-mac': { pciRoot: 'pci-root', usb: true },
  powernv: { pciRoot: 'pci-root', usb: true },
  ppce500: { pciRoot: 'pci-root', usb: true },
  other: {},
};

/** A USB controller for a machine type that always had one. */
export const usbController: CompletionRule = {
  name: 'USB controller of the machine type',
  apply: (definition, context) => {
    const { family } = machineOf(definition, context);
    if (FAMILY_DEVICES[family].usb !== true || controllersOf(definition, 'usb').length > 0) return definition;
    const model = implicitUsbModel(family, context);
    return addController(definition, { type: 'usb', index: 0, ...model });
  },
};

/** Where a machine always had another controller than one that is asked for gets. */
function implicitUsbModel(family: MachineFamily, { flags }: CompletionContext): { model?: 'qemu-xhci' | 'pci-ohci' } {
  if (family === 'q35' && flags.has('qemu-xhci')) return { model: 'qemu-xhci' };
  return (family === 'versatile' || family === 'realview') && flags.has('pci-ohci') ? { model: 'pci-ohci' } : {};
}

/** The SATA controller of the q35 chipset. */
export const sataController: CompletionRule = {
  name: 'SATA controller of the machine type',
  apply: (definition, context) => {
    const { family } = machineOf(definition, context);
    if (FAMILY_DEVICES[family].sata !== true || hasFirst(definition, 'sata')) return definition;
    return addController(definition, { type: 'sata', index: 0 });
  },
};

/** The PCI controller that the machine type is built around. */
export const pciRoot: CompletionRule = {
  name: 'PCI root of the machine type',
  apply: (definition, context) => {
    const model = FAMILY_DEVICES[machineOf(definition, context).family].pciRoot;
    if (model === undefined || hasFirst(definition, 'pci')) return definition;
    return addController(definition, { type: 'pci', index: 0, model });
  },
};

function hasFirst(definition: DomainDefinition, type: 'pci' | 'sata'): boolean {
  return controllersOf(definition, type).some(({ index = 0 }) => index === 0);
}

/** The watchdog of the q35 chipset. */
export const chipsetWatchdog: CompletionRule = {
  name: 'watchdog of the machine type',
  apply: (definition, context) => {
    const watchdogs = definition.devices?.watchdogs ?? [];
    const { family } = machineOf(definition, context);
    if (FAMILY_DEVICES[family].watchdog !== true || watchdogs.some(({ model }) => model === 'itco')) return definition;
    return addDevices(definition, 'watchdogs', { model: 'itco', action: watchdogs[0]?.action ?? 'reset' });
  },
};

/** A balloon, unless the definition says that there is none. */
export const memballoon: CompletionRule = {
  name: 'memory balloon',
  apply: (definition, context) => {
    const { family } = machineOf(definition, context);
    if (definition.devices?.memballoon !== undefined || FAMILY_DEVICES[family].noBalloon === true) return definition;
    return withDevices(definition, { memballoon: { model: 'virtio' } });
  },
};

/** A panic device that doesn't say its model has the one of the machine type. */
export const panicModels: CompletionRule = {
  name: 'model of the panic device',
  apply: (definition, context) => {
    const { arch, family } = machineOf(definition, context);
    const model = FAMILY_DEVICES[family].panic ?? (isX86(arch) ? 'isa' : family === 'arm-virt' ? 'pvpanic' : undefined);
    return changeDevices(definition, 'panics', (panic): Panic => {
      if (panic.model !== undefined) return panic;
      if (model === undefined) {
        const detail = 'no panic model provided, and no default for the architecture and machine type';
        throw new VirtError('CONFIG_UNSUPPORTED', detail);
      }
      return { ...panic, model };
    });
  },
};

/** The way in which a machine tells of a panic by itself. */
export const machinePanic: CompletionRule = {
  name: 'panic device of the machine type',
  apply: (definition, context) => {
    const model = FAMILY_DEVICES[machineOf(definition, context).family].panic;
    const panics = definition.devices?.panics ?? [];
    if (model === undefined || panics.some((panic) => panic.model === undefined || panic.model === model))
      return definition;
    return addDevices(definition, 'panics', { model });
  },
};
