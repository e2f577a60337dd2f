import { VirtError } from '@virtkit/errors';
import { malformed, XdrReader } from '../xdr/reader.js';
import { XdrWriter } from '../xdr/writer.js';
import type { XdrType } from '../xdr/xdr-type.js';
import { type MessageHeader, readHeader, writeHeader } from './header.js';
import { LIMITS } from './limits.js';

/** One message: its header, and the body as it came. */
export interface Message extends MessageHeader {
  /** What follows the header; in a stream the data themselves, else XDR. A view into the frame. */
  readonly payload: Uint8Array;
}

/** The frame of a message whose body is `value`. @throws VirtError RPC when the value doesn't fit or is too long. */
export function encodeMessage<T>(header: MessageHeader, body: XdrType<T>, value: T): Uint8Array {
  const writer = begin(header);
  body.write(writer, value);
  return finish(writer);
}

/** The frame of a message whose body is `payload` as it stands. @throws VirtError RPC when it is too long. */
export function encodeRawMessage(header: MessageHeader, payload?: Uint8Array): Uint8Array {
  const writer = begin(header, LIMITS.header + (payload?.length ?? 0));
  if (payload !== undefined) writer.raw(payload);
  return finish(writer);
}

/** Reads one whole frame, length word included. @throws VirtError RPC when it isn't one. */
export function decodeMessage(frame: Uint8Array): Message {
  const reader = new XdrReader(frame);
  const length = reader.uint();
  if (length !== frame.length) throw malformed(`a frame of ${frame.length} bytes says ${length}`);
  const header = readHeader(reader);
  return { ...header, payload: frame.subarray(frame.length - reader.remaining) };
}

/** Reads a body to its last byte. @throws VirtError RPC when it doesn't fit the type. */
export function decodeBody<T>(body: XdrType<T>, payload: Uint8Array): T {
  const reader = new XdrReader(payload);
  const value = body.read(reader);
  reader.end();
  return value;
}

function begin(header: MessageHeader, capacity?: number): XdrWriter {
  const writer = new XdrWriter(4, capacity);
  writeHeader(writer, header);
  return writer;
}

function finish(writer: XdrWriter): Uint8Array {
  if (writer.length > LIMITS.message) {
    const detail = `Unable to encode message payload: ${writer.length} bytes where ${LIMITS.message} are allowed`;
    throw new VirtError('RPC', detail, { domain: 'RPC' });
  }
  writer.setUint(0, writer.length);
  return writer.bytes;
}
