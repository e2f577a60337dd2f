import type { BlockDevice, BlockMedium } from './block-device.js';
import { parseKeyValues } from './key-values.js';
import { matchReply } from './unexpected-reply.js';

const LINE =
  /^(?<name>.*?):(?: type=\w+)? removable=(?<removable>[01])(?: locked=(?<locked>[01]))?(?: tray-open=(?<open>[01]))?(?: io-status=(?<status>\S+))?(?: (?<medium>file=.*)| \[not inserted\])\s*$/;
const MEDIUM =
  /^file=(?<file>.*?)(?: backing_file=(?<backing>.*?))?(?: backing_file_depth=(?<depth>\d+))?(?: ro=(?<ro>[01]) +drv=(?<driver>\S+)(?: encrypted=(?<encrypted>[01]))?(?<limits>(?: \w+=\d+)*))?$/;

function parseMedium(text: string): BlockMedium {
  const { file = '', backing, depth, ro, driver = '', encrypted, limits = '' } = matchReply('info block', MEDIUM, text);
  return {
    file,
    driver,
    isReadOnly: ro === '1',
    isEncrypted: encrypted === '1',
    ...(backing === undefined ? {} : { backingFile: backing }),
    ...(depth === undefined ? {} : { chainDepth: Number(depth) }),
    ...(limits === '' ? {} : { throttling: parseKeyValues(limits, ' ') }),
  };
}

/** One device as QEMU up to 1.4 prints it: in one line, until 0.14 with its type. */
export function parseBlockLine(line: string): BlockDevice {
  const { name = '', removable, locked, open, status, medium } = matchReply('info block', LINE, line);
  const tray = open === undefined ? {} : { isTrayOpen: open === '1' };
  return {
    name,
    ...(medium === undefined ? {} : { medium: parseMedium(medium) }),
    ...(removable === '1' ? { removable: { isLocked: locked === '1', ...tray } } : {}),
    ...(status === undefined ? {} : { ioStatus: status }),
  };
}

/** Whether a reply is in the form of QEMU up to 1.4. */
export const isBlockLine = (line: string): boolean => /:(?: type=\w+)? removable=[01]/.test(line);
