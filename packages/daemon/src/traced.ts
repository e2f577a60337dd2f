import { collectTrace, formatSpans } from '@virtkit/core';
import type { RpcCallContext } from '@virtkit/rpc/node';

/** Serves a call; if its client follows it, the client gets what happened here as spans of its own call. */
export function traced<T>(procedure: string, context: RpcCallContext, serve: () => Promise<T>): Promise<T> {
  return context.traceparent === undefined ? serve() : followed(procedure, context, serve);
}

async function followed<T>(procedure: string, { returnSpans }: RpcCallContext, serve: () => Promise<T>): Promise<T> {
  const startMs = performance.now();
  const { result, spans } = await collectTrace(() => Promise.allSettled([serve()]));
  const [outcome] = result;
  const isFailed = outcome.status === 'rejected';
  const dispatch = {
    channel: 'virtkit:rpc:dispatch',
    message: { procedure },
    startMs: 0,
    endMs: performance.now() - startMs,
    children: [...spans],
    ...(isFailed ? { error: outcome.reason } : {}),
  };
  returnSpans(formatSpans([dispatch]));
  if (isFailed) throw outcome.reason;
  return outcome.value;
}
