import type { EmulatorCapabilities, MachineType } from '../model.js';

/** PCs with an i440FX chipset: `pc-i440fx-10.0`, and the older `pc-1.3`. */
function isI440fx({ name }: MachineType): boolean {
  return name === 'pc' || /^pc-(i440fx-|\d)/.test(name);
}

/** PCs with a Q35 chipset. */
function isQ35({ name }: MachineType): boolean {
  return name === 'q35' || name.startsWith('pc-q35-');
}

/** IBM's virtual POWER machines. */
export function isPseries({ name }: MachineType): boolean {
  return name === 'pseries' || name.startsWith('pseries-');
}

/** The virtual machine of ARM. */
export function isArmVirt({ name }: MachineType, { arch }: EmulatorCapabilities): boolean {
  return (arch === 'aarch64' || arch === 'armv7l') && (name === 'virt' || name.startsWith('virt-'));
}

/** Machines that have an IDE controller whether asked for or not. */
export function hasBuiltInIde(machine: MachineType): boolean {
  return isI440fx(machine) || ['g3beige', 'malta', 'sun4u'].includes(machine.name);
}

/** Machines that have a PS/2 controller. */
export function hasPs2(machine: MachineType): boolean {
  return isI440fx(machine) || isQ35(machine) || machine.name === 'isapc';
}
