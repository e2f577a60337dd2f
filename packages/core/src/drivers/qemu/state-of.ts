import { numbersOfState } from '../../driver/domain-state.js';
import type { DomainRecord } from './domain-record.js';

/** A domain's state and reason as the driver contract's numbers. */
export function stateOf({ status, lastStop }: DomainRecord): { state: number; reason: number } {
  if (status?.phase === 'started') return numbersOfState(status.state);
  return numbersOfState({ state: 'shutoff', reason: lastStop ?? 'unknown' });
}
