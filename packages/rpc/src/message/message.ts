import { VirtError } from '@virtkit/errors';
import { malformed, XdrReader } from '../xdr/reader.js';
import { XdrWriter } from '../xdr/writer.js';
import type { XdrType } from '../xdr/xdr-type.js';
import { carriesDescriptors, type MessageHeader, readStatus, readType, writeHeader } from './header.js';
import { LIMITS } from './limits.js';

/** One message: its header, and the body as it came. */
export interface Message extends MessageHeader {
  /** What follows the header; in a stream the data themselves, else XDR. A view into the frame. */
  readonly payload: Uint8Array;
}

/** A body as it stands: the bytes up to the end of the message. */
const verbatim: XdrType<Uint8Array> = {
  write: (writer, bytes) => writer.raw(bytes),
  read: (reader) => reader.rest(),
};

const NOTHING = new Uint8Array(0);

/**
 * Appends the frame of a message whose body is `value`.
 * @throws VirtError RPC when the value doesn't fit or is too long; then nothing is appended.
 */
export function writeMessage<T>(writer: XdrWriter, header: MessageHeader, body: XdrType<T>, value: T): void {
  const start = writer.length;
  try {
    writer.uint(0);
    writeHeader(writer, header);
    body.write(writer, value);
    const length = writer.length - start;
    if (length > LIMITS.message) throw tooLong(length);
    writer.setUint(start, length);
  } catch (error) {
    writer.truncate(start);
    throw error;
  }
}

/** Appends the frame of a message whose body is `payload` as it stands. @throws VirtError RPC when it is too long. */
export function writeRawMessage(writer: XdrWriter, header: MessageHeader, payload: Uint8Array = NOTHING): void {
  writeMessage(writer, header, verbatim, payload);
}

/** The frame of a message whose body is `value`. @throws VirtError RPC when the value doesn't fit or is too long. */
export function encodeMessage<T>(header: MessageHeader, body: XdrType<T>, value: T): Uint8Array {
  const writer = new XdrWriter();
  writeMessage(writer, header, body, value);
  return writer.bytes;
}

/** The frame of a message whose body is `payload` as it stands. @throws VirtError RPC when it is too long. */
export function encodeRawMessage(header: MessageHeader, payload: Uint8Array = NOTHING): Uint8Array {
  return encodeMessage(header, verbatim, payload);
}

/** Reads one whole frame, length word included. @throws VirtError RPC when it isn't one. */
export function decodeMessage(frame: Uint8Array): Message {
  const reader = new XdrReader(frame);
  const length = reader.uint();
  if (length !== frame.length) throw malformed(`a frame of ${frame.length} bytes says ${length}`);
  const program = reader.uint();
  const version = reader.uint();
  const procedure = reader.int();
  const type = readType(reader);
  const serial = reader.uint();
  const status = readStatus(reader);
  const descriptors = carriesDescriptors(type) ? reader.count(LIMITS.descriptors, 0) : undefined;
  return { program, version, procedure, type, serial, status, descriptors, payload: reader.rest() };
}

/** Reads a body to its last byte. @throws VirtError RPC when it doesn't fit the type. */
export function decodeBody<T>(body: XdrType<T>, payload: Uint8Array): T {
  const reader = new XdrReader(payload);
  const value = body.read(reader);
  reader.end();
  return value;
}

function tooLong(length: number): VirtError {
  const detail = `Unable to encode message payload: ${length} bytes where ${LIMITS.message} are allowed`;
  return new VirtError('RPC', detail, { domain: 'RPC' });
}
