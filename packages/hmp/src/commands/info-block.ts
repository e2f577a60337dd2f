import { type Command, query } from '../command.js';
import { commandLine, withFlags } from '../command-line-words.js';
import type { BlockDevice } from '../parse/block-device.js';
import { isBlockLine, parseBlockLine } from '../parse/block-lines.js';
import { parseBlockParagraphs } from '../parse/block-paragraphs.js';
import { replyLines } from '../parse/reply-lines.js';

/** What to show of which device. */
export interface InfoBlockOptions {
  /** The drive's name; all unless told. */
  readonly device?: string;
  /** With each image of the backing chain. */
  readonly verbose?: boolean;
  /** The block nodes instead of the devices. */
  readonly named?: boolean;
}

/** Reads all three forms: one line a device with its type (up to 0.14) and without (up to 1.4), and paragraphs. */
export function parseBlockDevices(reply: string): BlockDevice[] {
  const lines = replyLines(reply.trimStart());
  if (lines.length === 0) return [];
  return lines.every(isBlockLine) ? lines.map(parseBlockLine) : parseBlockParagraphs(lines);
}

/** The block devices; none if there is none of the name. */
export const infoBlock = ({ device, verbose, named }: InfoBlockOptions = {}): Command<BlockDevice[]> =>
  query(commandLine(withFlags('info block', { '-n': named, '-v': verbose }), device), parseBlockDevices);
