import { type Command, query } from '../command.js';
import { matchReply } from '../parse/unexpected-reply.js';

const FORM = /^(?<uuid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$/i;

/** Reads what `info uuid` prints. */
export const parseUuid = (reply: string): string => matchReply('info uuid', FORM, reply).uuid ?? '';

/** The domain's UUID; all zeros if it has none. */
export const infoUuid = (): Command<string> => query('info uuid', parseUuid);
