import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { type TracingChannelSubscribers, tracingChannel } from 'node:diagnostics_channel';
import type { Span } from './span.js';
import { parseSpans } from './span-text.js';

/** The tracing channels of a call's path, from the API down to the wire. */
export const TRACE_CHANNELS = [
  'virtkit:core:api',
  'virtkit:core:driver',
  'virtkit:core:step',
  'virtkit:core:monitor',
  'virtkit:core:fault',
  'virtkit:rpc:call',
  'virtkit:rpc:dispatch',
  'virtkit:qmp:command',
  'virtkit:hmp:command',
] as const;

interface Trace {
  readonly parent: AsyncLocalStorage<Span[]>;
  /** When it began, by `performance.now()`. */
  readonly origin: number;
  /** W3C Trace Context's trace-id. */
  readonly id: string;
}

/**
 * Runs `action` and returns the tree of crossings it caused, beside its result. Crossings of calls that others make
 * meanwhile aren't in it: parentage follows the asynchronous call chain. What a virtkitd did for a call is below the call.
 */
export async function collectTrace<T>(action: () => Promise<T>): Promise<{ result: T; spans: readonly Span[] }> {
  const parent = new AsyncLocalStorage<Span[]>();
  const spans: Span[] = [];
  const trace = { parent, origin: performance.now(), id: randomBytes(16).toString('hex') };
  const release = TRACE_CHANNELS.map((channel) => subscribe(channel, trace));
  try {
    return { result: await parent.run(spans, action), spans };
  } finally {
    for (const unsubscribe of release) unsubscribe();
  }
}

/** Asks the server of a call for its spans. */
function follow(message: object, { id }: Trace): void {
  if ('serverSpans' in message && 'traceparent' in message) {
    message.traceparent = `00-${id}-${randomBytes(8).toString('hex')}-01`;
  }
}

/** Puts what the server told below its call: how its clock stands to ours nobody knows, so its time is in the middle of the call's. */
function join(span: Span, message: object): void {
  if (!('serverSpans' in message) || typeof message.serverSpans !== 'string') return;
  const [startMs, endMs] = [span.startMs, span.endMs ?? span.startMs];
  const lasted = (spans: readonly Span[]): number => Math.max(0, ...spans.map(({ endMs = 0 }) => endMs));
  const offsetMs = (startMs + endMs - lasted(parseSpans(message.serverSpans, 0))) / 2;
  span.children.push(...parseSpans(message.serverSpans, offsetMs));
}

function subscribe(name: string, trace: Trace): () => void {
  const { parent, origin } = trace;
  const channel = tracingChannel<Span[], object>(name);
  const open = new WeakMap<object, Span>();
  const settle = (message: object, error?: unknown): void => {
    const span = open.get(message);
    if (span === undefined) return;
    span.endMs = performance.now() - origin;
    if (error !== undefined) span.error = error;
    else join(span, message);
  };
  channel.start.bindStore(parent, (message) => {
    const siblings = parent.getStore();
    const span: Span = { channel: name, message: { ...message }, startMs: performance.now() - origin, children: [] };
    if (siblings === undefined) return [];
    siblings.push(span);
    follow(message, trace);
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
