import { hasFlagSet } from '../../../driver/flags.js';
import type { TestSnapshot } from './moments.js';
import type { TestDomain } from './test-domain.js';
import type { TestWorld } from './test-world.js';

/** virDomainSnapshotRevertFlags */
const REVERT = { running: 1, paused: 2 } as const;

/** Makes a domain what it was: its definition, and whether it ran. */
export function revertDomain(world: TestWorld, domain: TestDomain, snapshot: TestSnapshot, flags: number): void {
  const { domain: definition } = snapshot.definition;
  if (domain.persistent !== undefined) domain.persistent = definition;
  domain.snapshots.current = snapshot;
  const wantsPaused = hasFlagSet(flags, REVERT.paused);
  // What was not active stays so, whatever is asked: libvirt's test driver does it like this.
  if (!['running', 'paused'].includes(snapshot.state)) {
    if (domain.live !== undefined) world.stop(domain, 'from snapshot');
    return;
  }
  if (domain.live === undefined) {
    world.start(domain, { state: 'running', reason: 'from snapshot' }, { event: 'started', detail: 'from snapshot' });
  } else world.renumber(domain);
  domain.live = definition;
  const isPaused = wantsPaused || (snapshot.state === 'paused' && !hasFlagSet(flags, REVERT.running));
  if (isPaused) {
    const state = { state: 'paused', reason: 'from snapshot' } as const;
    world.enter(domain, state, { event: 'suspended', detail: 'from snapshot' });
  } else if (domain.state.state === 'paused') {
    const state = { state: 'running', reason: 'from snapshot' } as const;
    world.enter(domain, state, { event: 'resumed', detail: 'from snapshot' });
  } else domain.state = { state: 'running', reason: 'from snapshot' };
}
