import type { DomainState } from '@virtkit/core';

/** virsh's words for states. */
const STATES = {
  nostate: 'no state',
  running: 'running',
  blocked: 'idle',
  paused: 'paused',
  shutdown: 'in shutdown',
  shutoff: 'shut off',
  crashed: 'crashed',
  pmsuspended: 'pmsuspended',
} as const satisfies Record<DomainState['state'], string>;

/** virsh's words for reasons, where they aren't the API's. */
const REASONS: Readonly<Partial<Record<DomainState['reason'], string>>> = {
  wakeup: 'event wakeup',
  migration: 'migrating',
  save: 'saving',
  dump: 'dumping',
  snapshot: 'creating snapshot',
  'API error': 'api error',
};

/** A state as virsh prints it: `shut off`. */
export const stateWords = (state: DomainState['state']): string => STATES[state];

/** A state and its reason as virsh prints them: `paused (user)`. */
export function stateAndReasonWords({ state, reason }: DomainState): string {
  return `${STATES[state]} (${REASONS[reason] ?? reason})`;
}
