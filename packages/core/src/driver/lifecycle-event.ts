import { VirtError } from '@virtkit/errors';

/** libvirt's lifecycle events in the order of their numbers (virDomainEventType), each with its details (virDomainEvent*DetailType). */
export const LIFECYCLE_EVENTS = {
  defined: ['added', 'updated', 'renamed', 'from snapshot'],
  undefined: ['removed', 'renamed'],
  started: ['booted', 'migrated', 'restored', 'from snapshot', 'wakeup'],
  suspended: [
    'paused',
    'migrated',
    'I/O error',
    'watchdog',
    'restored',
    'from snapshot',
    'API error',
    'post-copy',
    'post-copy failed',
  ],
  resumed: ['unpaused', 'migrated', 'from snapshot', 'post-copy', 'post-copy failed'],
  stopped: ['shutdown', 'destroyed', 'crashed', 'migrated', 'saved', 'failed', 'from snapshot'],
  shutdown: ['finished', 'guest', 'host'],
  pmsuspended: ['memory', 'disk'],
  crashed: ['panicked', 'crashloaded'],
} as const satisfies Record<string, readonly string[]>;

type Events = typeof LIFECYCLE_EVENTS;

/** What became of a domain: `{ event: 'started', detail: 'booted' }`. */
export type LifecycleEvent = {
  [E in keyof Events]: { readonly event: E; readonly detail: Events[E][number] };
}[keyof Events];

const NAMES = Object.keys(LIFECYCLE_EVENTS);

/** The numbers of the driver contract. */
export function numbersOfLifecycle({ event, detail }: LifecycleEvent): { event: number; detail: number } {
  const details: readonly string[] = LIFECYCLE_EVENTS[event];
  return { event: NAMES.indexOf(event), detail: details.indexOf(detail) };
}

function isLifecycleEvent(value: { readonly event: string; readonly detail: string }): value is LifecycleEvent {
  const entry = Object.entries(LIFECYCLE_EVENTS).find(([event]) => event === value.event);
  const details: readonly string[] = entry?.[1] ?? [];
  return details.includes(value.detail);
}

/** The words for the contract's numbers. @throws VirtError INTERNAL_ERROR for numbers newer than this table */
export function lifecycleOfNumbers(numbers: { readonly event: number; readonly detail: number }): LifecycleEvent {
  const [event = '', details = []] = Object.entries(LIFECYCLE_EVENTS)[numbers.event] ?? [];
  const value = { event, detail: details[numbers.detail] ?? '' };
  if (isLifecycleEvent(value)) return value;
  throw new VirtError('INTERNAL_ERROR', `no lifecycle event has the numbers ${numbers.event}, ${numbers.detail}`);
}
