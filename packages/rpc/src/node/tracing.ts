import { tracingChannel } from 'node:diagnostics_channel';
import type { ProcedureName } from '../table.js';

/** What the tracing channel `virtkit:rpc:call` tells of each call that a client makes. */
export interface RpcCallTrace {
  readonly procedure: ProcedureName;
  /** The call's number on its connection. */
  readonly serial: number;
  readonly arguments: unknown;
  /** For a subscriber to set as the call starts: its span, as W3C Trace Context's `traceparent`. A server of virtkit gets it. */
  traceparent: string | undefined;
  /** What a server of virtkit that got `traceparent` tells of its own spans; there once the call ends. */
  serverSpans: string | undefined;
}

/** What the tracing channel `virtkit:rpc:dispatch` tells of each call that a server serves. */
export interface RpcDispatchTrace {
  readonly procedure: ProcedureName;
  /** The call's number on its connection. */
  readonly serial: number;
  /** The connection's number in its server. */
  readonly connection: number;
  readonly arguments: unknown;
  /** W3C Trace Context's `traceparent`, if the client sent one. */
  readonly traceparent: string | undefined;
}

const callChannel = tracingChannel<unknown, RpcCallTrace>('virtkit:rpc:call');
const dispatchChannel = tracingChannel<unknown, RpcDispatchTrace>('virtkit:rpc:dispatch');

/** Whether anybody listens on the channel `virtkit:rpc:call`. */
export const isCallTraced = (): boolean => callChannel.hasSubscribers;

/** Runs `work` on the channel `virtkit:rpc:call`. */
export function traceCall<T>(work: () => Promise<T>, trace: RpcCallTrace): Promise<T> {
  return callChannel.tracePromise(work, trace);
}

/** Whether anybody listens on the channel `virtkit:rpc:dispatch`. */
export const isDispatchTraced = (): boolean => dispatchChannel.hasSubscribers;

/** Runs `work` on the channel `virtkit:rpc:dispatch`. */
export function traceDispatch<T>(work: () => Promise<T>, trace: RpcDispatchTrace): Promise<T> {
  return dispatchChannel.tracePromise(work, trace);
}
