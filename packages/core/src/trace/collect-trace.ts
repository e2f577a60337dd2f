import { AsyncLocalStorage } from 'node:async_hooks';
import { type TracingChannelSubscribers, tracingChannel } from 'node:diagnostics_channel';

/** One crossing of a layer, with what happened inside it. */
export interface Span {
  /** The channel it was published on: `virtkit:qmp:command`. */
  readonly channel: string;
  /** The channel's message; each package documents its own. */
  readonly message: Readonly<Record<string, unknown>>;
  /** Since the trace began, in ms. */
  readonly startMs: number;
  /** Since the trace began, in ms; absent while it goes on. */
  endMs?: number;
  /** What it failed with. */
  error?: unknown;
  readonly children: Span[];
}

/** The tracing channels of a call's path, from the API down to the wire. */
export const TRACE_CHANNELS = [
  'virtkit:core:api',
  'virtkit:core:driver',
  'virtkit:core:step',
  'virtkit:core:monitor',
  'virtkit:rpc:call',
  'virtkit:rpc:dispatch',
  'virtkit:qmp:command',
  'virtkit:hmp:command',
] as const;

/**
 * Runs `action` and returns the tree of crossings it caused, beside its result. Crossings of calls that others make
 * meanwhile aren't in it: parentage follows the asynchronous call chain.
 */
export async function collectTrace<T>(action: () => Promise<T>): Promise<{ result: T; spans: readonly Span[] }> {
  const parent = new AsyncLocalStorage<Span[]>();
  const spans: Span[] = [];
  const origin = performance.now();
  const release = TRACE_CHANNELS.map((channel) => subscribe(channel, parent, origin));
  try {
    return { result: await parent.run(spans, action), spans };
  } finally {
    for (const unsubscribe of release) unsubscribe();
  }
}

function subscribe(name: string, parent: AsyncLocalStorage<Span[]>, origin: number): () => void {
  const channel = tracingChannel<Span[], object>(name);
  const open = new WeakMap<object, Span>();
  const settle = (message: object, error?: unknown): void => {
    const span = open.get(message);
    if (span === undefined) return;
    span.endMs = performance.now() - origin;
    if (error !== undefined) span.error = error;
  };
  channel.start.bindStore(parent, (message) => {
    const siblings = parent.getStore();
    const span: Span = { channel: name, message: { ...message }, startMs: performance.now() - origin, children: [] };
    if (siblings === undefined) return [];
    siblings.push(span);
    open.set(message, span);
    return span.children;
  });
  const subscribers: TracingChannelSubscribers<object> = {
    start: () => {},
    // A promise is still under way here; a synchronous step has its result.
    end: (message) => 'result' in message && settle(message),
    asyncStart: () => {},
    asyncEnd: (message) => settle(message),
    error: (message) => settle(message, message.error),
  };
  channel.subscribe(subscribers);
  return () => {
    channel.start.unbindStore(parent);
    channel.unsubscribe(subscribers);
  };
}
