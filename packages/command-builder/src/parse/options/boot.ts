import type { OptionParser } from '../draft.js';
import { entryOf, given, some } from '../given.js';
import { needed, Unmapped } from '../unmapped.js';

const DEVICES: Readonly<Partial<Record<string, 'fd' | 'hd' | 'cdrom' | 'network'>>> = {
  a: 'fd',
  c: 'hd',
  d: 'cdrom',
  n: 'network',
};

/** `-boot`: the boot menu, and the order by kinds of devices where no device has a place of its own. */
export const bootOption: OptionParser = ({ parameters }, { definition, relations }) => {
  parameters.implied('strict', 'on');
  const order = parameters.peek('order');
  if (order !== undefined && relations.hasBootIndexes) {
    throw new Unmapped('devices that have places of their own in the order of booting come first');
  }
  const boots = [...(order ?? '')].map((letter) => ({
    dev: needed(entryOf(DEVICES, letter), `nothing is known to boot from as '${letter}'`),
  }));
  parameters.text('order');
  const enable = parameters.flag('menu');
  definition.os = {
    ...definition.os,
    ...given({
      boots: boots.length === 0 ? undefined : boots,
      bootmenu: some({ enable, timeout: enable === true ? parameters.number('splash-time') : undefined }),
      bios: some({ ...definition.os?.bios, rebootTimeout: parameters.signed('reboot-timeout') }),
    }),
  };
};

/** The files of a kernel that is booted without a boot loader. */
export const KERNEL_OPTIONS = ['kernel', 'initrd', 'append', 'dtb', 'shim'] as const;

/** `-kernel`, `-initrd`, `-append`, `-dtb`, `-shim` */
export const kernelOption: OptionParser = ({ option, value }, { definition }) => {
  const name = needed(
    KERNEL_OPTIONS.find((known) => known === option),
    'no such file',
  );
  const text = needed(value, 'there is no file');
  definition.os = { ...definition.os, [name === 'append' ? 'cmdline' : name]: text };
};

/** `-acpitable`: a table beside those that QEMU makes. */
export const acpiTableOption: OptionParser = ({ parameters }, { definition }) => {
  const sig = parameters.word('sig', ['SLIC', 'MSDM']);
  const type = sig === undefined ? ('raw' as const) : sig === 'SLIC' ? ('slic' as const) : ('msdm' as const);
  const table = { type, ...given({ path: parameters.text('file') }) };
  definition.os = { ...definition.os, acpiTables: [...(definition.os?.acpiTables ?? []), table] };
};
