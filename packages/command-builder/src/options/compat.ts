import { plain } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** What QEMU does with what it has deprecated. */
export const BEHAVIORS = {
  none: undefined,
  omit: { 'deprecated-output': 'hide' },
  reject: { 'deprecated-output': 'hide', 'deprecated-input': 'reject' },
  crash: { 'deprecated-output': 'hide', 'deprecated-input': 'crash' },
} as const;

/** `-compat`: how strict QEMU is about what it has deprecated. */
export const compatOption: OptionBuilder = ({ definition }) => {
  const behavior = definition.qemu?.deprecation?.behavior;
  const policy = behavior === undefined ? undefined : BEHAVIORS[behavior];
  return policy === undefined ? [] : [plain('compat', JSON.stringify(policy))];
};
