import { malformed, type XdrReader } from '../xdr/reader.js';
import type { XdrWriter } from '../xdr/writer.js';

/** What a message is, in the order of the numbers on the wire. */
export const MESSAGE_TYPES = [
  'call',
  'reply',
  'message',
  'stream',
  'call-with-descriptors',
  'reply-with-descriptors',
  'stream-hole',
] as const;

/** How it went, in the order of the numbers on the wire. A stream's data have `continue`, its end has `ok`. */
export const MESSAGE_STATUSES = ['ok', 'error', 'continue'] as const;

export type MessageType = (typeof MESSAGE_TYPES)[number];
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** The words that follow a message's length: six, and the number of descriptors where there are some. */
export interface MessageHeader {
  /** The program's number. */
  readonly program: number;
  readonly version: number;
  /** The procedure's number in its program. */
  readonly procedure: number;
  readonly type: MessageType;
  /** The caller numbers its calls from 0; replies and streams repeat the call's; events and pings have 0. */
  readonly serial: number;
  readonly status: MessageStatus;
  /** How many file descriptors travel beside the message; only the types that say so carry the number. */
  readonly descriptors?: number | undefined;
}

/** Whether a message of this type says how many file descriptors travel beside it. */
export const carriesDescriptors = (type: MessageType): boolean =>
  type === 'call-with-descriptors' || type === 'reply-with-descriptors';

export function writeHeader(writer: XdrWriter, header: MessageHeader): void {
  writer.uint(header.program);
  writer.uint(header.version);
  writer.int(header.procedure);
  writer.int(MESSAGE_TYPES.indexOf(header.type));
  writer.uint(header.serial);
  writer.int(MESSAGE_STATUSES.indexOf(header.status));
  if (carriesDescriptors(header.type)) writer.uint(header.descriptors ?? 0);
}

/** @throws VirtError RPC when the number is none that libvirt knows. */
export function readType(reader: XdrReader): MessageType {
  const number = reader.int();
  const type = MESSAGE_TYPES[number];
  if (type === undefined) throw malformed(`${number} is no type of a message`);
  return type;
}

/** @throws VirtError RPC when the number is none that libvirt knows. */
export function readStatus(reader: XdrReader): MessageStatus {
  const number = reader.int();
  const status = MESSAGE_STATUSES[number];
  if (status === undefined) throw malformed(`${number} is no status of a message`);
  return status;
}
