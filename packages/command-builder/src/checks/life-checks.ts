import { type DefinitionCheck, unsupported } from './check.js';

/** Which of libvirt's actions QEMU's driver takes at a guest's end. */
export const lifeActionsFit: DefinitionCheck = ({ onPoweroff, onReboot, onCrash }) => {
  if ([onPoweroff, onReboot, onCrash].includes('rename-restart')) {
    unsupported("qemu driver doesn't support the 'rename-restart' action for 'on_reboot'/'on_poweroff'/'on_crash'");
  }
  if (onPoweroff === 'preserve' || onReboot === 'preserve') {
    unsupported("qemu driver doesn't support the 'preserve' action for 'on_reboot'/'on_poweroff'");
  }
  // The reset that begins anew would be the reboot that isn't wanted.
  if (onPoweroff === 'restart' && onReboot === 'destroy') {
    unsupported("qemu driver doesn't support 'on_poweroff' set to 'restart' where 'on_reboot' is 'destroy'");
  }
};
