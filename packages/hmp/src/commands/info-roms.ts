import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { parseHex } from '../parse/sizes.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One image that QEMU put into the domain's memory or firmware configuration. */
export interface Rom {
  readonly name: string;
  readonly sizeBytes: number;
  /** Where it lies, or under which name the firmware finds it. */
  readonly place:
    | { readonly kind: 'address'; readonly address: bigint; readonly memory: 'ram' | 'rom' }
    | { readonly kind: 'firmware'; readonly file: string }
    | { readonly kind: 'region'; readonly region: string };
}

const FORM =
  /^(?:addr=(?<address>[0-9a-f]+)|fw=(?<file>\S+)|(?<region>\S+)) size=(?<size>0x[0-9a-f]+)(?: mem=(?<memory>ram|rom))? name="(?<name>.*)"$/;

function parseRom(line: string): Rom {
  const { address, file, region = '', size = '0', memory, name = '' } = matchReply('info roms', FORM, line);
  const rom = { name, sizeBytes: Number(size) };
  if (address !== undefined) {
    return { ...rom, place: { kind: 'address', address: parseHex(address), memory: memory === 'ram' ? 'ram' : 'rom' } };
  }
  return { ...rom, place: file === undefined ? { kind: 'region', region } : { kind: 'firmware', file } };
}

/** Reads what `info roms` prints. */
export const parseRoms = (reply: string): Rom[] => replyLines(reply).map(parseRom);

/** The images that QEMU loaded: firmware, option ROMs, tables. */
export const infoRoms = (): Command<Rom[]> => query('info roms', parseRoms);
