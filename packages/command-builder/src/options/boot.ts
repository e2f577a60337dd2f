import { keyed, plain } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** `-boot`: the boot menu; the order itself is a property of the devices. */
export const bootOption: OptionBuilder = ({ definition }) => {
  const { bootmenu, bios } = definition.os ?? {};
  return [
    keyed('boot', undefined, {
      menu: bootmenu?.enable,
      'reboot-timeout': bios?.rebootTimeout,
      'splash-time': bootmenu?.enable === true ? bootmenu.timeout : undefined,
      strict: true,
    }),
  ];
};

/** What a kernel is booted with. */
export const KERNEL_FILES = ['kernel', 'initrd', 'cmdline', 'dtb', 'shim'] as const;

/** `-kernel` and what goes with it, most of which QEMU takes for a kernel only: booting without a boot loader. */
export const kernelOption =
  (file: (typeof KERNEL_FILES)[number]): OptionBuilder =>
  ({ definition }) => {
    const { kernel, [file]: value } = definition.os ?? {};
    if (value === undefined || (kernel === undefined && file !== 'dtb')) return [];
    return [plain(file === 'cmdline' ? 'append' : file, value)];
  };
