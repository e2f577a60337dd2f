import { VirtError } from '@virtkit/errors';

/** libvirt's states in the order of their numbers (virDomainState), each with its reasons in theirs (virDomain*Reason). */
export const DOMAIN_STATES = {
  nostate: ['unknown'],
  running: [
    'unknown',
    'booted',
    'migrated',
    'restored',
    'from snapshot',
    'unpaused',
    'migration canceled',
    'save canceled',
    'wakeup',
    'crashed',
    'post-copy',
    'post-copy failed',
  ],
  blocked: ['unknown'],
  paused: [
    'unknown',
    'user',
    'migration',
    'save',
    'dump',
    'I/O error',
    'watchdog',
    'from snapshot',
    'shutting down',
    'snapshot',
    'crashed',
    'starting up',
    'post-copy',
    'post-copy failed',
    'API error',
  ],
  shutdown: ['unknown', 'user'],
  shutoff: ['unknown', 'shutdown', 'destroyed', 'crashed', 'migrated', 'saved', 'failed', 'from snapshot', 'daemon'],
  crashed: ['unknown', 'panicked'],
  pmsuspended: ['unknown'],
} as const satisfies Record<string, readonly string[]>;

type States = typeof DOMAIN_STATES;

/** A state and why the domain is in it: `{ state: 'paused', reason: 'user' }`. */
export type DomainState = {
  [S in keyof States]: { readonly state: S; readonly reason: States[S][number] };
}[keyof States];

const NAMES = Object.keys(DOMAIN_STATES);

/** The numbers of the driver contract. */
export function numbersOfState({ state, reason }: DomainState): { state: number; reason: number } {
  const reasons: readonly string[] = DOMAIN_STATES[state];
  return { state: NAMES.indexOf(state), reason: reasons.indexOf(reason) };
}

function isState(name: string | undefined): name is keyof States {
  return name !== undefined && Object.hasOwn(DOMAIN_STATES, name);
}

/** Whether the two words are a state and one of its reasons. */
export function isDomainState(value: { readonly state: string; readonly reason: string }): value is DomainState {
  const { state, reason } = value;
  if (!isState(state)) return false;
  const reasons: readonly string[] = DOMAIN_STATES[state];
  return reasons.includes(reason);
}

/** The words for the contract's numbers; a reason newer than this table is `unknown`. @throws VirtError INTERNAL_ERROR */
export function stateOfNumbers(numbers: { readonly state: number; readonly reason: number }): DomainState {
  const state = NAMES[numbers.state];
  const reasons: readonly string[] = isState(state) ? DOMAIN_STATES[state] : [];
  const value = { state: state ?? '', reason: reasons[numbers.reason] ?? 'unknown' };
  if (isDomainState(value)) return value;
  throw new VirtError('INTERNAL_ERROR', `no domain state has the number ${numbers.state}`);
}
