import type { CapabilityFlag } from './flags/flags.js';
import type { AcceleratorCapabilities, AcceleratorName, EmulatorCapabilities, MachineType } from './model.js';

/** Whether the emulator has the flag. */
export function hasFlag(capabilities: Pick<EmulatorCapabilities, 'flags'>, flag: CapabilityFlag): boolean {
  return capabilities.flags.includes(flag);
}

/** What the emulator can do with the accelerator; undefined where it can't be used. */
export function acceleratorOf(
  capabilities: EmulatorCapabilities,
  name: AcceleratorName,
): AcceleratorCapabilities | undefined {
  return capabilities.accelerators.find((accelerator) => accelerator.name === name);
}

/**
 * The machine type with the name or, failing that, the alias; undefined where the emulator has none.
 * Without an accelerator the emulator's usual one is looked at.
 */
export function findMachine(
  capabilities: EmulatorCapabilities,
  name: string,
  accelerator?: AcceleratorName,
): MachineType | undefined {
  const machines = (accelerator ? acceleratorOf(capabilities, accelerator) : capabilities.accelerators[0])?.machines;
  return machines?.find((machine) => machine.name === name) ?? machines?.find((machine) => machine.alias === name);
}
