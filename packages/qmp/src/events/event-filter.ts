import type { RawEvent } from '../wire/message.js';

/** Which events to take: by name, by several names, by a pattern such as `BLOCK_*`, a RegExp of the name, or all. */
export type EventFilter = string | readonly string[] | RegExp | undefined;

/** Compiles a filter to a test. */
export function compileFilter(filter: EventFilter): (event: RawEvent) => boolean {
  if (filter === undefined) return () => true;
  if (filter instanceof RegExp) {
    const pattern = new RegExp(filter.source, filter.flags.replace(/[gy]/g, ''));
    return ({ event }) => pattern.test(event);
  }
  const names = new Set(typeof filter === 'string' ? [filter] : filter);
  const patterns = [...names].filter((name) => name.includes('*')).map(globPattern);
  return ({ event }) => names.has(event) || patterns.some((pattern) => pattern.test(event));
}

function globPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[^\w]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
