import type { Check } from './check.js';

/** Firmware is either chosen by what it can do or given by where it lies. */
export const checkFirmware: Check = ({ os = {} }, tell) => {
  const { firmware, loader, nvram } = os;
  if (firmware === undefined) {
    if (loader !== undefined && (loader.path ?? '') === '') {
      tell('XML_DETAIL', 'no loader path specified and firmware auto selection disabled', '/os/loader');
    }
  }
  if (firmware === 'bios' && nvram !== undefined) {
    tell('XML_DETAIL', "firmware type 'bios' does not support nvram", '/os/nvram');
  }
};
