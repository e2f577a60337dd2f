import { plain } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** `-incoming`: the guest's state comes from somewhere else before it runs. */
export const incomingOption: OptionBuilder = ({ incoming }) =>
  incoming === undefined ? [] : [plain('incoming', incoming)];
