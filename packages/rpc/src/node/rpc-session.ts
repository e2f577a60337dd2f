import type { VirtError } from '@virtkit/errors';
import type { ProcedureArguments, ProcedureName, ProcedureResult } from '../table.js';
import type { StreamWork } from './server-stream.js';

/** What a call comes with. */
export interface RpcCallContext {
  /** Aborts when the connection is over. */
  readonly signal: AbortSignal;
  /**
   * Says what serves the stream that follows the reply, for procedures that have one: it starts when the reply was sent.
   * The stream is finished when it resolves, and aborted with what it throws.
   */
  serveStream(work: StreamWork): void;
  /** The client's span, as W3C Trace Context's `traceparent`, if it is of virtkit and being traced. */
  readonly traceparent: string | undefined;
  /** Tells the client what was done for the call, if there is a `traceparent`; to be called before the reply. */
  returnSpans(spans: string): void;
}

/** What serves one connection. */
export interface RpcSession {
  /** Serves a call; what it throws is the client's reply. */
  dispatch<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    context: RpcCallContext,
  ): Promise<ProcedureResult<N>>;
  /** The connection is over. */
  closed?(error: VirtError | undefined): void;
}
