import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DomainReference } from '@virtkit/rpc';
import type { DomainState } from '../../../driver/domain-state.js';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import type { ListedTraits } from '../../../driver/list-flags.js';
import { MomentTree } from '../../../driver/moment-tree.js';
import type { TestCheckpoint, TestSnapshot } from './moments.js';

/** A domain of the test world: nothing runs, so that its state is all there is. */
export interface TestDomain {
  name: string;
  readonly uuid: string;
  /** Positive while it is active, else -1. */
  id: number;
  state: DomainState;
  /** What the next start takes; a transient domain has none. */
  persistent: DomainDefinition | undefined;
  /** What it is while it is active. */
  live: DomainDefinition | undefined;
  isAutostarted: boolean;
  /** What it was when it was saved for its next start. */
  managedSave: SavedDomain | undefined;
  /** Whether the guest's file systems are held still, by mount point. */
  readonly frozen: Set<string>;
  readonly snapshots: MomentTree<TestSnapshot>;
  readonly checkpoints: MomentTree<TestCheckpoint>;
}

/** A domain on disk. */
export interface SavedDomain {
  readonly definition: DomainDefinition;
}

/** A domain that is not active yet. */
export function createTestDomain(name: string, uuid: string): TestDomain {
  return {
    name,
    uuid,
    id: -1,
    state: { state: 'shutoff', reason: 'unknown' },
    persistent: undefined,
    live: undefined,
    isAutostarted: false,
    managedSave: undefined,
    frozen: new Set(),
    snapshots: new MomentTree('domain snapshot', 'NO_DOMAIN_SNAPSHOT', 'TEST'),
    checkpoints: new MomentTree('domain checkpoint', 'NO_DOMAIN_CHECKPOINT', 'TEST'),
  };
}

/** What names the domain to callers. */
export function referenceTo({ name, uuid, id }: TestDomain): DomainReference {
  return { name, uuid, id };
}

/** What filters of lists look at. */
export function listedTraits(domain: TestDomain): ListedTraits {
  return {
    isActive: domain.live !== undefined,
    isPersistent: domain.persistent !== undefined,
    state: domain.state.state,
    isAutostarted: domain.isAutostarted,
    hasManagedSave: domain.managedSave !== undefined,
    hasSnapshot: domain.snapshots.all().length > 0,
    hasCheckpoint: domain.checkpoints.all().length > 0,
  };
}

/** What the domain is now: the live definition, else the persistent. */
export function definitionOf({ live, persistent, name }: TestDomain): DomainDefinition {
  const definition = live ?? persistent;
  if (definition === undefined) throw new VirtError('NO_DOMAIN', `no definition of '${name}'`, { domain: 'TEST' });
  return definition;
}

/** The live definition. @throws VirtError OPERATION_INVALID unless the domain is active */
export function liveDefinition({ live }: TestDomain): DomainDefinition {
  if (live === undefined) throw new VirtError('OPERATION_INVALID', 'domain is not running', { domain: 'TEST' });
  return live;
}

function persistentDefinition({ persistent }: TestDomain): DomainDefinition {
  if (persistent !== undefined) return persistent;
  throw new VirtError('OPERATION_INVALID', 'transient domains do not have any persistent config', { domain: 'TEST' });
}

/** @throws VirtError INVALID_ARG if the flags name the live and the persistent definition at once */
function mustMeanOne(flags: number): void {
  if ((flags & (AFFECT_FLAGS.live | AFFECT_FLAGS.config)) !== (AFFECT_FLAGS.live | AFFECT_FLAGS.config)) return;
  const detail = "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive";
  throw new VirtError('INVALID_ARG', detail, { domain: 'TEST', isWhole: true });
}

/** The definition that virDomainModificationImpact means for reading. @throws VirtError OPERATION_INVALID, INVALID_ARG for both */
export function definitionFor(domain: TestDomain, flags: number): DomainDefinition {
  mustMeanOne(flags);
  if (hasFlagSet(flags, AFFECT_FLAGS.live)) return liveDefinition(domain);
  if (hasFlagSet(flags, AFFECT_FLAGS.config)) return persistentDefinition(domain);
  return definitionOf(domain);
}

/** Changes the one definition that virDomainModificationImpact means. @throws VirtError OPERATION_INVALID, INVALID_ARG for both, or what `change` throws */
export function changeDefinition(
  domain: TestDomain,
  flags: number,
  change: (definition: DomainDefinition) => DomainDefinition,
): void {
  mustMeanOne(flags);
  changeDefinitions(domain, flags, change);
}

/**
 * Changes the definitions that virDomainModificationImpact means. All are checked by `change` before one is replaced.
 * @throws VirtError OPERATION_INVALID, or what `change` throws
 */
export function changeDefinitions(
  domain: TestDomain,
  flags: number,
  change: (definition: DomainDefinition) => DomainDefinition,
): void {
  const named = hasFlagSet(flags, AFFECT_FLAGS.live | AFFECT_FLAGS.config);
  const isLive = hasFlagSet(flags, AFFECT_FLAGS.live) || (!named && domain.live !== undefined);
  const isConfig = hasFlagSet(flags, AFFECT_FLAGS.config) || (!named && domain.live === undefined);
  const live = isLive ? change(liveDefinition(domain)) : domain.live;
  const persistent = isConfig ? change(persistentDefinition(domain)) : domain.persistent;
  domain.live = live;
  domain.persistent = persistent;
}
