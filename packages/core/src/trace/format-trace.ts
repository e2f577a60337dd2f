import type { Span } from './span.js';

const LABELS: Readonly<Record<string, (message: Span['message']) => string>> = {
  'virtkit:core:api': ({ procedure }) => `api      ${procedure}`,
  'virtkit:core:driver': ({ driver, procedure }) => `driver   ${driver}.${procedure}`,
  'virtkit:core:step': ({ step, subject }) => `step     ${step} ${subject}`,
  'virtkit:core:monitor': ({ request }) => `monitor  ${request}`,
  'virtkit:core:fault': ({ fault }) => `fault    ${fault}`,
  'virtkit:rpc:call': ({ procedure }) => `rpc      ${procedure}`,
  'virtkit:rpc:dispatch': ({ procedure }) => `dispatch ${procedure}`,
  'virtkit:qmp:command': ({ command }) => `qmp      ${command}`,
  'virtkit:hmp:command': ({ line }) => `hmp      ${line}`,
};

function formatSpan(span: Span, lead: string, isLast: boolean): string[] {
  const label = LABELS[span.channel]?.(span.message) ?? span.channel;
  const duration = span.endMs === undefined ? 'unfinished' : `${(span.endMs - span.startMs).toFixed(1)} ms`;
  const failure = span.error instanceof Error ? `  ✗ ${span.error.message}` : '';
  const time = `${span.startMs.toFixed(1).padStart(8)} ms`;
  const line = `${time}  ${lead}${isLast ? '└─' : '├─'} ${label}  (${duration})${failure}`;
  return [line, ...formatSpans(span.children, `${lead}${isLast ? '   ' : '│  '}`)];
}

function formatSpans(spans: readonly Span[], lead: string): string[] {
  return spans.flatMap((span, index) => formatSpan(span, lead, index === spans.length - 1));
}

/** Draws crossings as a tree, a line each: when it began (ms since the trace did), what it was, how long it took. */
export function formatTrace(spans: readonly Span[]): string {
  return formatSpans(spans, '').join('\n');
}
