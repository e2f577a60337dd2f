import { type Command, query } from '../command.js';
import { parseKeyValues } from '../parse/key-values.js';
import { replyLines } from '../parse/reply-lines.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One trusted platform module. */
export interface Tpm {
  readonly id: string;
  /** The device, such as `tpm-tis`. */
  readonly model: string;
  /** What is behind it: `emulator` or `passthrough`. */
  readonly type: string;
  /** What QEMU prints of that: `chardev`, `path`, `cancel-path`. */
  readonly options: Readonly<Record<string, string>>;
}

const ANSWERS_NONE = /^(?:TPM device not supported|TPM device:)$/;
const DEVICE = /^ (?<id>[^ ].*): model=(?<model>.+)$/;
const BACKEND = /^ {2}\\ .*: type=(?<type>[^,]+),?(?<options>.*)$/;

/** Reads what `info tpm` prints. */
export function parseTpms(reply: string): Tpm[] {
  const lines = replyLines(reply).filter((line) => !ANSWERS_NONE.test(line));
  return lines.flatMap((line, index) => {
    if (index % 2 === 1) return [];
    const { id = '', model = '' } = matchReply('info tpm', DEVICE, line);
    const { type = '', options = '' } = matchReply('info tpm', BACKEND, lines[index + 1] ?? '');
    return [{ id, model, type, options: parseKeyValues(options, ',') }];
  });
}

/** The trusted platform modules. */
export const infoTpm = (): Command<Tpm[]> => query('info tpm', parseTpms);
