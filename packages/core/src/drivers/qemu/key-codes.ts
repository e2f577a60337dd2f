import { VirtError } from '@virtkit/errors';

/** virKeycodeSet */
const LINUX = 0;
const XT = 1;
const QNUM = 9;

/** Linux's codes up to here are the scan codes of a PC keyboard. */
const LAST_COMMON = 88;

/** Linux's codes (linux/input-event-codes.h) of the keys that a PC keyboard gained later, and QEMU's numbers for them. */
const LATER_KEYS: Readonly<Record<number, number>> = {
  96: 0x9c, // KP_ENTER
  97: 0x9d, // RIGHTCTRL
  98: 0xb5, // KPSLASH
  99: 0x54, // SYSRQ
  100: 0xb8, // RIGHTALT
  102: 0xc7, // HOME
  103: 0xc8, // UP
  104: 0xc9, // PAGEUP
  105: 0xcb, // LEFT
  106: 0xcd, // RIGHT
  107: 0xcf, // END
  108: 0xd0, // DOWN
  109: 0xd1, // PAGEDOWN
  110: 0xd2, // INSERT
  111: 0xd3, // DELETE
  113: 0xa0, // MUTE
  114: 0xae, // VOLUMEDOWN
  115: 0xb0, // VOLUMEUP
  116: 0xde, // POWER
  119: 0xc6, // PAUSE
  125: 0xdb, // LEFTMETA
  126: 0xdc, // RIGHTMETA
  127: 0xdd, // COMPOSE
};

/**
 * QEMU's number of a key.
 * @throws VirtError INVALID_ARG for a key that isn't known, CONFIG_UNSUPPORTED for a set of codes that isn't
 */
export function qemuKeyCode(codeset: number, code: number): number {
  if (codeset === XT || codeset === QNUM) return code;
  if (codeset !== LINUX) {
    throw new VirtError('CONFIG_UNSUPPORTED', `key codes of set ${codeset}; there are linux, xt and qnum`, {
      domain: 'QEMU',
    });
  }
  const number = code >= 1 && code <= LAST_COMMON ? code : LATER_KEYS[code];
  if (number === undefined)
    throw new VirtError('INVALID_ARG', `invalid keycode: 0x${code.toString(16)}`, { domain: 'QEMU' });
  return number;
}
