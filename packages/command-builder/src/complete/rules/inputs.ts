import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Input } from '../../definition/devices.js';
import { isX86 } from '../../machine/machine-family.js';
import { addDevices, changeDevices } from '../change.js';
import { type CompletionRule, type Machine, machineOf } from '../completion-context.js';

/** An x86 machine has a PS/2 mouse and keyboard, unless its PS/2 controller is off. */
export const ps2Inputs: CompletionRule = {
  name: 'PS/2 inputs of the machine type',
  apply: (definition, context) => {
    const { arch, family } = machineOf(definition, context);
    if (!isX86(arch) || family === 'microvm' || definition.features?.ps2 === false) return definition;
    const missing = (['mouse', 'keyboard'] as const).filter((type) => !hasPs2(definition, type));
    return addDevices(definition, 'inputs', ...missing.map((type): Input => ({ type, bus: 'ps2' })));
  },
};

function hasPs2({ devices }: DomainDefinition, type: 'mouse' | 'keyboard'): boolean {
  return (devices?.inputs ?? []).some((input) => input.type === type && input.bus === 'ps2');
}

/** An input that doesn't say its bus is on the one that the machine has for such. */
export const inputBuses: CompletionRule = {
  name: 'bus of the input device',
  apply: (definition, context) => {
    const machine = machineOf(definition, context);
    return changeDevices(definition, 'inputs', (input) =>
      input.bus === undefined && input.type !== 'evdev' ? { ...input, bus: inputBus(input, machine) } : input,
    );
  },
};

function inputBus({ type }: Input, { arch, family }: Machine): NonNullable<Input['bus']> {
  if (type === 'passthrough' || family === 's390-ccw') return 'virtio';
  return isX86(arch) && type !== 'tablet' ? 'ps2' : 'usb';
}

/** POWER machines with a screen have a keyboard and a mouse. */
export const usbInputs: CompletionRule = {
  name: 'USB inputs of the machine type',
  apply: (definition, context) => {
    const { family } = machineOf(definition, context);
    const { graphics = [], inputs = [] } = definition.devices ?? {};
    if (family !== 'pseries' || graphics.length === 0) return definition;
    const pointer = inputs.some(({ type }) => type === 'mouse' || type === 'tablet');
    const keyboard = inputs.some(({ type }) => type === 'keyboard');
    const missing = [...(keyboard ? [] : (['keyboard'] as const)), ...(pointer ? [] : (['mouse'] as const))];
    return addDevices(definition, 'inputs', ...missing.map((type): Input => ({ type, bus: 'usb' })));
  },
};
