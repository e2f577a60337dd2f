import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodeMessage, type Message } from '../../message/message.js';
import { remoteError } from '../../message/remote-error.js';
import { streamHole } from '../../message/stream-hole.js';
import { keepaliveProgram, lxcProgram, qemuProgram, remoteProgram } from '../../programs.js';
import type { Procedure } from '../../table/procedure.js';
import type { Program } from '../../table/program.js';
import type { XdrType } from '../../xdr/xdr-type.js';

/** One message between a real virsh or python3-libvirt and a real libvirtd. */
export interface RecordedFrame {
  readonly connection: number;
  readonly from: 'client' | 'server';
  readonly bytes: Uint8Array;
  readonly message: Message;
  /** The procedure that the message belongs to, but for events. */
  readonly procedure: { readonly name: string; readonly row: Procedure<unknown, unknown> } | undefined;
  /** How the body is typed; nothing where the payload are a stream's own bytes. */
  readonly body: XdrType<unknown> | undefined;
}

const PROGRAMS: readonly Program[] = [remoteProgram, qemuProgram, lxcProgram, keepaliveProgram];
const FILE = new URL('../../../testdata/libvirt-11.3-frames.jsonl.gz', import.meta.url);

/** The frames recorded of libvirt 11.3, 286 procedures among them. */
export function recordedFrames(): RecordedFrame[] {
  const lines = gunzipSync(readFileSync(FILE)).toString().trimEnd().split('\n');
  return lines.map((line) => {
    const { connection, from, frame }: { connection: number; from: 'client' | 'server'; frame: string } =
      JSON.parse(line);
    const bytes = new Uint8Array(Buffer.from(frame, 'hex'));
    const message = decodeMessage(bytes);
    const procedure = procedureOf(message);
    return { connection, from, bytes, message, procedure, body: bodyOf(message, procedure?.row) };
  });
}

function procedureOf({ program, procedure }: Message): RecordedFrame['procedure'] {
  const { procedures = {} } = PROGRAMS.find(({ number }) => number === program) ?? {};
  const entry = Object.entries(procedures).find(([, row]) => row.number === procedure);
  return entry === undefined ? undefined : { name: entry[0], row: entry[1] };
}

function bodyOf(message: Message, row: Procedure<unknown, unknown> | undefined): XdrType<unknown> | undefined {
  if (message.type === 'stream-hole') return streamHole;
  if (message.status === 'error') return message.payload.length === 0 ? undefined : remoteError;
  if (message.type === 'stream') return undefined;
  if (message.type === 'message') {
    const { events = {} } = PROGRAMS.find(({ number }) => number === message.program) ?? {};
    return Object.values(events).find(({ number }) => number === message.procedure)?.body;
  }
  return message.type.startsWith('call') ? row?.arguments.wire : row?.result.wire;
}
