import type { DomainState } from './domain-state.js';
import { LIST_DOMAINS_FLAGS } from './flags.js';

/** What the filters of `connectListAllDomains` look at. */
export interface ListedTraits {
  readonly isActive: boolean;
  readonly isPersistent: boolean;
  readonly state: DomainState['state'];
  readonly isAutostarted?: boolean;
  readonly hasManagedSave?: boolean;
  readonly hasSnapshot?: boolean;
  readonly hasCheckpoint?: boolean;
}

const { running, paused, shutoff, other, ...pairs } = LIST_DOMAINS_FLAGS;

type Test = (traits: ListedTraits) => boolean;

/** Filters in groups: within a group one of those asked for must hold, and every group must let the domain through. */
const GROUPS: readonly (readonly (readonly [flag: number, test: Test])[])[] = [
  [
    [pairs.active, ({ isActive }) => isActive],
    [pairs.inactive, ({ isActive }) => !isActive],
  ],
  [
    [pairs.persistent, ({ isPersistent }) => isPersistent],
    [pairs.transient, ({ isPersistent }) => !isPersistent],
  ],
  [
    [running, ({ state }) => state === 'running'],
    [paused, ({ state }) => state === 'paused'],
    [shutoff, ({ state }) => state === 'shutoff'],
    [other, ({ state }) => !['running', 'paused', 'shutoff'].includes(state)],
  ],
  [
    [pairs.managedSave, ({ hasManagedSave = false }) => hasManagedSave],
    [pairs.noManagedSave, ({ hasManagedSave = false }) => !hasManagedSave],
  ],
  [
    [pairs.autostart, ({ isAutostarted = false }) => isAutostarted],
    [pairs.noAutostart, ({ isAutostarted = false }) => !isAutostarted],
  ],
  [
    [pairs.hasSnapshot, ({ hasSnapshot = false }) => hasSnapshot],
    [pairs.noSnapshot, ({ hasSnapshot = false }) => !hasSnapshot],
  ],
  [
    [pairs.hasCheckpoint, ({ hasCheckpoint = false }) => hasCheckpoint],
    [pairs.noCheckpoint, ({ hasCheckpoint = false }) => !hasCheckpoint],
  ],
];

/** Whether `connectListAllDomains` with these flags lists a domain (virConnectListAllDomainsFlags). */
export function matchesListFlags(traits: ListedTraits, flags: number): boolean {
  return GROUPS.every((group) => {
    let isAsked = false;
    for (const [flag, test] of group) {
      if ((flags & flag) === 0) continue;
      if (test(traits)) return true;
      isAsked = true;
    }
    return !isAsked;
  });
}
