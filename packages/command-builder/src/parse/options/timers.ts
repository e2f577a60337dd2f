import type { Timer } from '../../definition/timers.js';
import type { Draft } from '../draft.js';

/** Adds to what the definition says of a timer. */
export function addTimer({ definition }: Draft, timer: Timer): void {
  const clock = definition.clock ?? { offset: 'utc' };
  const others = (clock.timers ?? []).filter(({ name }) => name !== timer.name);
  const known = clock.timers?.find(({ name }) => name === timer.name);
  definition.clock = { ...clock, timers: [...others, { ...known, ...timer }] };
}
