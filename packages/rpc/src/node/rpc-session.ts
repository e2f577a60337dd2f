import type { VirtError } from '@virtkit/errors';
import type { ProcedureArguments, ProcedureName, ProcedureResult } from '../table.js';
import type { RpcStream } from './rpc-stream.js';

/** What a call comes with. */
export interface RpcCallContext {
  /** Aborts when the connection is over. */
  readonly signal: AbortSignal;
  /**
   * The stream that follows the reply, if the procedure has one. What is written before the reply is sent after it. It
   * must be finished or aborted, unless the call fails.
   */
  readonly stream: RpcStream | undefined;
  /** The client's span, as W3C Trace Context's `traceparent`, if it is of virtkit and being traced. */
  readonly traceparent: string | undefined;
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
