import { collectTrace, formatSpans } from '@virtkit/core';
import type { RpcCallContext } from '@virtkit/rpc/node';

/** Serves a call; if its client follows it, the client gets what happened here as spans of its own call. */
export async function traced<T>(
  procedure: string,
  { traceparent, returnSpans }: RpcCallContext,
  serve: () => Promise<T>,
): Promise<T> {
  if (traceparent === undefined) return serve();
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
