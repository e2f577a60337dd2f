import type { CapabilityFlag } from '@virtkit/capabilities';
import type { Controller, Interface } from '../../definition/devices.js';
import { isArm, isPpc, isX86 } from '../../machine/machine-family.js';
import { changeDevices } from '../change.js';
import { type CompletionContext, type CompletionRule, type Machine, machineOf } from '../completion-context.js';

type UsbModel = NonNullable<Extract<Controller, { type: 'usb' }>['model']>;
type ScsiModel = NonNullable<Extract<Controller, { type: 'scsi' }>['model']>;

/** A USB controller that doesn't say its model. An existing definition keeps what QEMU used to choose. */
export const usbModels: CompletionRule = {
  name: 'model of the USB controller',
  apply: (definition, context) =>
    changeDevices(definition, 'controllers', (controller) => {
      if (controller.type !== 'usb' || controller.model !== undefined) return controller;
      const model = usbModel(machineOf(definition, context), context);
      return model === undefined ? controller : { ...controller, model };
    }),
};

function usbModel({ arch, family }: Machine, { flags, origin }: CompletionContext): UsbModel | undefined {
  const first = (candidates: readonly (readonly [UsbModel, CapabilityFlag])[]) =>
    candidates.find(([, flag]) => flags.has(flag))?.[0];
  const xhci = [
    ['qemu-xhci', 'qemu-xhci'],
    ['nec-xhci', 'nec-usb-xhci'],
  ] as const;
  const ohci = ['pci-ohci', 'pci-ohci'] as const;
  const uhci = ['piix3-uhci', 'piix3-usb-uhci'] as const;
  if (family === 's390-ccw') return 'none';
  if (family === 'pseries') return origin === 'new' ? first([...xhci, ohci]) : first([ohci, ...xhci]);
  if (arch === 'aarch64' || family === 'loongarch-virt' || family === 'riscv-virt' || family === 'arm-virt')
    return first(xhci);
  if (family === 'powernv' || (family === 'ppc-mac' && arch !== 'ppc'))
    return origin === 'new' ? first([...xhci, ohci]) : first([ohci]);
  return first(isX86(arch) ? [uhci] : [uhci, ohci]);
}

/** First port that each companion of an EHCI controller serves. */
const COMPANION_PORTS: Readonly<Partial<Record<UsbModel, number>>> = {
  'ich9-uhci1': 0,
  'ich9-uhci2': 2,
  'ich9-uhci3': 4,
};

/** Companions serve the ports of the EHCI controller with their index. */
export const usbCompanions: CompletionRule = {
  name: 'ports of the USB companion',
  apply: (definition) =>
    changeDevices(definition, 'controllers', (controller) => {
      if (controller.type !== 'usb' || controller.master !== undefined) return controller;
      const startport = COMPANION_PORTS[controller.model ?? 'none'];
      return startport === undefined ? controller : { ...controller, master: { startport } };
    }),
};

/** A SCSI controller that doesn't say its model. */
export const scsiModels: CompletionRule = {
  name: 'model of the SCSI controller',
  apply: (definition, context) =>
    changeDevices(definition, 'controllers', (controller) => {
      if (controller.type !== 'scsi' || (controller.model !== undefined && controller.model !== 'auto'))
        return controller;
      const model = scsiModel(machineOf(definition, context), context);
      return model === undefined ? controller : { ...controller, model };
    }),
};

function scsiModel({ family }: Machine, { flags }: CompletionContext): ScsiModel | undefined {
  if (family === 'pseries') return 'ibmvscsi';
  if (family === 's390-ccw' || family === 'loongarch-virt') return 'virtio-scsi';
  if (flags.has('lsi')) return 'lsilogic';
  return flags.has('virtio-scsi-pci') ? 'virtio-scsi' : undefined;
}

/** An interface that doesn't say its model. */
export const interfaceModels: CompletionRule = {
  name: 'model of the interface',
  apply: (definition, context) =>
    changeDevices(definition, 'interfaces', (networkInterface) => {
      const { model, type, backend } = networkInterface;
      if (model !== undefined) {
        const known = model.type.toLowerCase();
        const same = known === model.type || !known.startsWith('virtio');
        return same ? networkInterface : { ...networkInterface, model: { type: known } };
      }
      if (type === 'hostdev') return networkInterface;
      if (type === 'vdpa' || (type === 'vhostuser' && backend?.type === 'passt')) {
        return { ...networkInterface, model: { type: 'virtio' } };
      }
      return { ...networkInterface, model: { type: interfaceModel(machineOf(definition, context), context) } };
    }),
};

function interfaceModel({ arch, family, name }: Machine, { flags }: CompletionContext): string {
  if (name.startsWith('versatile')) return 'smc91c111';
  if (name.startsWith('vexpress') || name.startsWith('realview')) return 'lan9118';
  if (family === 'arm-virt' || family === 'riscv-virt' || family === 'loongarch-virt' || family === 's390-ccw')
    return 'virtio';
  if ((isX86(arch) || isPpc(arch)) && flags.has('rtl8139')) return 'rtl8139';
  if (flags.has('e1000')) return 'e1000';
  return isArm(arch) || flags.has('virtio-net') ? 'virtio' : 'rtl8139';
}

/** Only virtio interfaces have a driver to be told of; one queue is what each has. */
export const interfaceDrivers: CompletionRule = {
  name: 'driver of the interface',
  apply: (definition) => changeDevices(definition, 'interfaces', withFittingDriver),
};

function withFittingDriver(one: Interface): Interface {
  if (one.type === 'hostdev') return one;
  const { driver, backend } = one;
  if (one.model?.type.startsWith('virtio') === true) {
    if (driver?.queues !== 1) return one;
    const { queues: _, ...kept } = driver;
    return { ...one, driver: kept };
  }
  if (driver === undefined && backend?.vhost === undefined) return one;
  const kept = { ...one };
  delete kept.driver;
  if (backend?.vhost !== undefined) {
    const { vhost: _, ...rest } = backend;
    kept.backend = rest;
  }
  return kept;
}
