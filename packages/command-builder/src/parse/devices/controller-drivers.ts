import type { Controller } from '../../definition/devices.js';
import { SCSI_DRIVERS } from '../../devices/controllers/scsi-controller.js';
import { USB_DRIVERS } from '../../devices/controllers/usb-controller.js';
import { keyOf } from '../given.js';
import { parseVirtioName } from './virtio-name.js';

type PciModel = NonNullable<Extract<Controller, { type: 'pci' }>['model']>;

/** The model of PCI controller that each of QEMU's drivers makes. */
export const PCI_MODELS = {
  'pci-bridge': 'pci-bridge',
  'i82801b11-bridge': 'dmi-to-pci-bridge',
  ioh3420: 'pcie-root-port',
  'pcie-root-port': 'pcie-root-port',
  'x3130-upstream': 'pcie-switch-upstream-port',
  'xio3130-downstream': 'pcie-switch-downstream-port',
  pxb: 'pci-expander-bus',
  'pxb-pcie': 'pcie-expander-bus',
  'spapr-pci-host-bridge': 'pci-root',
  'pcie-pci-bridge': 'pcie-to-pci-bridge',
} as const satisfies Record<string, PciModel>;

export type PciDriver = keyof typeof PCI_MODELS;

/** Whether a driver is that of a PCI controller. */
export function isPciDriver(driver: string): driver is PciDriver {
  return Object.hasOwn(PCI_MODELS, driver);
}

/** The type of the controller that a driver makes; undefined for another device. */
export function controllerTypeOf(driver: string | undefined): Controller['type'] | undefined {
  if (driver === undefined) return undefined;
  if (isPciDriver(driver)) return 'pci';
  if (keyOf(USB_DRIVERS, driver) !== undefined) return 'usb';
  if (keyOf(SCSI_DRIVERS, driver) !== undefined) return 'scsi';
  if (driver === 'ahci' || driver === 'ich9-ahci') return 'sata';
  if (driver === 'usb-ccid') return 'ccid';
  const base = parseVirtioName(driver)?.base;
  if (base === 'virtio-scsi') return 'scsi';
  return base === 'virtio-serial' ? 'virtio-serial' : undefined;
}
