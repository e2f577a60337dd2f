import type { Command } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';

/** Reads what `info name` prints. */
export const parseName = (reply: string): string | undefined => replyLines(reply).join('\n') || undefined;

/** The domain's name; undefined if it has none. A name may be any text, so no text is taken for a failure. */
export const infoName = (): Command<string | undefined> => ({ line: 'info name', parse: parseName });
