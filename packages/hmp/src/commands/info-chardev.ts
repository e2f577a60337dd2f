import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One character device. */
export interface CharacterDevice {
  readonly label: string;
  /** What is behind it, in QEMU's words, such as `unix:/run/web.sock,server=on`. */
  readonly filename: string;
  /** False for a socket that nobody is connected to. */
  readonly isConnected: boolean;
}

const FORM = /^(?<label>.+?): filename=(?<disconnected>disconnected:)?(?<filename>.*)$/;

function parseCharacterDevice(line: string): CharacterDevice {
  const { label = '', disconnected, filename = '' } = matchReply('info chardev', FORM, line);
  return { label, filename, isConnected: disconnected === undefined };
}

/** Reads what `info chardev` prints. */
export const parseCharacterDevices = (reply: string): CharacterDevice[] => replyLines(reply).map(parseCharacterDevice);

/** The character devices, monitors included. */
export const infoChardev = (): Command<CharacterDevice[]> => query('info chardev', parseCharacterDevices);
