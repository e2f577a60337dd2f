import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One pointing device. */
export interface Mouse {
  readonly index: number;
  readonly name: string;
  /** Whether it gets the events. */
  readonly isCurrent: boolean;
  readonly isAbsolute: boolean;
}

const NONE = 'No mouse devices connected';
const FORM = /^(?<current>[* ]) Mouse #(?<index>\d+): (?<name>.*?)(?<absolute> \(absolute\))?$/;

function parseMouse(line: string): Mouse {
  const { current, index, name = '', absolute } = matchReply('info mice', FORM, line);
  return { index: Number(index), name, isCurrent: current === '*', isAbsolute: absolute !== undefined };
}

/** Reads what `info mice` prints. */
export const parseMice = (reply: string): Mouse[] =>
  replyLines(reply)
    .filter((line) => line !== NONE)
    .map(parseMouse);

/** The pointing devices. */
export const infoMice = (): Command<Mouse[]> => query('info mice', parseMice);
