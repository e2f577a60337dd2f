import { callHeader } from '../lookup.js';
import { encodeMessage, encodeRawMessage } from '../message/message.js';
import { remoteError, toRemoteError } from '../message/remote-error.js';
import { streamHole } from '../message/stream-hole.js';
import type { ProcedureName } from '../table.js';
import { RpcStream } from './rpc-stream.js';
import type { Wire } from './wire.js';

/** A stream of the server, which may be written before the reply, but flows after it. */
export interface ServerStream {
  readonly stream: RpcStream;
  /** The reply was sent: what was written before it follows. */
  start(): void;
}

export function createServerStream(wire: Wire, name: ProcedureName, serial: number, forget: () => void): ServerStream {
  const header = callHeader(name, 'stream', serial);
  let early: Uint8Array[] | undefined = [];
  const send = (frame: Uint8Array): void => {
    if (early === undefined) wire.send(frame);
    else early.push(frame);
  };
  const stream = new RpcStream('server', {
    send: (status, payload) => send(encodeRawMessage({ ...header, status }, payload)),
    sendHole: (hole) => send(encodeMessage({ ...header, type: 'stream-hole', status: 'continue' }, streamHole, hole)),
    sendError: (error) => send(encodeMessage({ ...header, status: 'error' }, remoteError, toRemoteError(error))),
    drained: () => wire.drained(),
    hold: (holder) => wire.hold(holder),
    letGo: (holder) => wire.letGo(holder),
    forget,
  });
  const start = (): void => {
    for (const frame of early ?? []) wire.send(frame);
    early = undefined;
  };
  return { stream, start };
}
