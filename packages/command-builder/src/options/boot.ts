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

/** `-kernel` and what goes with it, which QEMU takes for a kernel only: booting without a boot loader. */
export const kernelOptions: OptionBuilder = ({ definition }) => {
  const { kernel, initrd, cmdline, dtb, shim } = definition.os ?? {};
  const files = kernel === undefined ? { dtb } : { kernel, initrd, append: cmdline, dtb, shim };
  return Object.entries(files).flatMap(([option, value]) => (value === undefined ? [] : [plain(option, value)]));
};
