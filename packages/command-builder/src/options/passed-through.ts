import type { Argument } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** `<qemu:commandline>`: arguments that the definition hands to QEMU as they are. */
export const passedThroughArguments: OptionBuilder = ({ definition }) =>
  (definition.qemu?.commandline?.args ?? []).map(({ value }): Argument => ({ kind: 'verbatim', text: value }));
