import { keyed } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** `-acpitable`: tables for the guest beside those that QEMU makes. */
export const acpiTableOptions: OptionBuilder = ({ definition }) =>
  (definition.os?.acpiTables ?? []).map(({ type, path }) =>
    keyed('acpitable', undefined, {
      sig: type === 'slic' || type === 'msdm' ? type.toUpperCase() : undefined,
      file: path,
    }),
  );
