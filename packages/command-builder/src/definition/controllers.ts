import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Controller } from './devices.js';

/** The controllers of one type. */
export function controllersOf(definition: DomainDefinition, type: Controller['type']): readonly Controller[] {
  return (definition.devices?.controllers ?? []).filter((controller) => controller.type === type);
}

/** The controller with this type and index, if there is one. */
export function findController(
  definition: DomainDefinition,
  type: Controller['type'],
  index: number,
): Controller | undefined {
  return definition.devices?.controllers?.find((one) => one.type === type && (one.index ?? 0) === index);
}

/** Name of the bus that a PCI controller offers. */
export function pciBusName(definition: DomainDefinition, bus: number): string {
  const controller = findController(definition, 'pci', bus);
  const given = controller?.alias?.name;
  const root = bus === 0 && given?.startsWith('ua-') === true;
  const own = controller?.type === 'pci' && controller.model === 'pcie-root' ? `pcie.${bus}` : `pci.${bus}`;
  const name = root ? own : (given ?? `pci.${bus}`);
  return bus > 0 && controller?.type === 'pci' && controller.model === 'pci-root' ? `${name}.0` : name;
}

const NARROW: ReadonlySet<string> = new Set(['lsilogic', 'ncr53c90', 'dc390', 'am53c974']);

/** Whether a SCSI controller is an old one, which knows targets but no units: there a disk's unit is its SCSI id. */
export function hasNarrowAddresses(controller: Controller | undefined): boolean {
  return controller?.type === 'scsi' && controller.model !== undefined && NARROW.has(controller.model);
}

/** Whether the names of a SCSI controller's devices leave their target out. */
export function hasShortNames(controller: Controller | undefined): boolean {
  return controller?.type === 'scsi' && controller.model === 'lsilogic';
}
