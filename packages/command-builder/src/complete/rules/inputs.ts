import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Input } from '../../definition/devices.js';
import { isX86 } from '../../machine/machine-family.js';
import { addDevices } from '../change.js';
import { type CompletionRule, machineOf } from '../completion-context.js';

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
