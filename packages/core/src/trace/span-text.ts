import type { Span } from './span.js';

/** More spans than anybody reads, and longer texts than a line has, stay behind. */
const MAX_SPANS = 2000;
const MAX_CHARACTERS = 200;

/**
 * Spans as text, for the other side of a connection. Of their messages only short values go along: what names the
 * crossing, not its arguments, which may be long or secret.
 */
export function formatSpans(spans: readonly Span[]): string {
  let left = MAX_SPANS;
  const plain = (span: Span): object => ({
    channel: span.channel,
    message: shortValues(span.message),
    startMs: span.startMs,
    endMs: span.endMs,
    error: span.error === undefined ? undefined : shorten(String(Reflect.get(Object(span.error), 'message'))),
    children: all(span.children),
  });
  const all = (siblings: readonly Span[]): object[] => siblings.filter(() => left-- > 0).map(plain);
  return JSON.stringify(all(spans));
}

/**
 * Spans of the other side, which begin `offsetMs` after our trace did. What isn't one is left out: the peer is only asked
 * for its view.
 */
export function parseSpans(text: string, offsetMs: number): Span[] {
  const spansOf = (value: unknown): Span[] => (Array.isArray(value) ? value.flatMap((item) => spanOf(item)) : []);
  const spanOf = (value: unknown): Span[] => {
    if (!isObject(value)) return [];
    const { channel, message, startMs, endMs, error, children } = value;
    if (typeof channel !== 'string' || !isObject(message) || typeof startMs !== 'number') return [];
    return [
      {
        channel,
        message,
        startMs: startMs + offsetMs,
        ...(typeof endMs === 'number' ? { endMs: endMs + offsetMs } : {}),
        ...(typeof error === 'string' ? { error: new Error(error) } : {}),
        children: spansOf(children),
      },
    ];
  };
  try {
    return spansOf(JSON.parse(text));
  } catch {
    return [];
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shortValues(message: Span['message']): Record<string, unknown> {
  const isShort = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
  const entries = Object.entries(message).filter(([, value]) => isShort(value));
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'string' ? shorten(value) : value]));
}

const shorten = (text: string): string => text.slice(0, MAX_CHARACTERS);
