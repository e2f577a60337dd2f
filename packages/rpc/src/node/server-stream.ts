import { VirtError } from '@virtkit/errors';
import { callHeader } from '../lookup.js';
import { fromRemoteError, remoteError, toRemoteError } from '../message/remote-error.js';
import { streamHole } from '../message/stream-hole.js';
import type { ProcedureName } from '../table.js';
import { RpcStream } from './rpc-stream.js';
import type { Wire } from './wire.js';

/** Serves a stream: it is finished when this resolves, and aborted with what it throws. */
export type StreamWork = (stream: RpcStream) => Promise<void>;

/** The server's side of the stream that follows the reply to this call. */
export function createServerStream(wire: Wire, name: ProcedureName, serial: number, forget: () => void): RpcStream {
  const header = callHeader(name, 'stream', serial);
  return new RpcStream('server', {
    send: (status, payload) => wire.sendRaw({ ...header, status }, payload),
    sendHole: (hole) => wire.send({ ...header, type: 'stream-hole', status: 'continue' }, streamHole, hole),
    sendError: (error) => wire.send({ ...header, status: 'error' }, remoteError, toRemoteError(error)),
    drained: () => wire.drained(),
    hold: (holder) => wire.hold(holder),
    letGo: (holder) => wire.letGo(holder),
    forget,
  });
}

/** Runs `work` to its end, which is the stream's. Never rejects: what goes wrong is the client's to hear. */
export async function serveStream(stream: RpcStream, work: StreamWork | undefined): Promise<void> {
  try {
    if (work === undefined) throw new VirtError('INTERNAL_ERROR', 'nothing serves the stream', { domain: 'STREAMS' });
    await work(stream);
    await stream.finish();
  } catch (error) {
    stream.abort(fromRemoteError(toRemoteError(error)));
  }
}
