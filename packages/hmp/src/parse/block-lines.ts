import type { BlockDevice, BlockMedium } from './block-device.js';
import { parseKeyValues } from './key-values.js';
import { matchReply } from './unexpected-reply.js';

const LINE = /^(?<name>.*?):(?<flags>(?: [a-z-]+=\w+)*) (?:file=(?<medium>.*)|\[not inserted\])\s*$/;
const MEDIUM = /^(?<names>.*?)(?: +ro=(?<attributes>[01](?: +[a-z_]+=\w+)*))?$/;
const NAMES = /^(?<file>.*?)(?: backing_file=(?<backing>.*?))?(?: backing_file_depth=(?<depth>\d+))?$/;

function parseMedium(text: string): BlockMedium {
  const { names = '', attributes = '0' } = matchReply('info block', MEDIUM, text);
  const { file = '', backing, depth } = matchReply('info block', NAMES, names);
  const { ro, drv = '', encrypted, ...limits } = parseKeyValues(`ro=${attributes}`, ' ');
  return {
    file,
    driver: drv,
    isReadOnly: ro === '1',
    isEncrypted: encrypted === '1',
    ...(backing === undefined ? {} : { backingFile: backing }),
    ...(depth === undefined ? {} : { chainDepth: Number(depth) }),
    ...(Object.keys(limits).length === 0 ? {} : { throttling: limits }),
  };
}

/** One device as QEMU up to 1.4 prints it: in one line, until 0.14 with its type. */
export function parseBlockLine(line: string): BlockDevice {
  const { name = '', flags = '', medium } = matchReply('info block', LINE, line);
  const { removable, locked, 'tray-open': open, 'io-status': ioStatus } = parseKeyValues(flags, ' ');
  const tray = open === undefined ? {} : { isTrayOpen: open === '1' };
  return {
    name,
    ...(medium === undefined ? {} : { medium: parseMedium(medium) }),
    ...(removable === '1' ? { removable: { isLocked: locked === '1', ...tray } } : {}),
    ...(ioStatus === undefined ? {} : { ioStatus }),
  };
}

/** Whether a reply is in the form of QEMU up to 1.4. */
export const isBlockLine = (line: string): boolean => /:(?: type=\w+)? removable=[01]/.test(line);
