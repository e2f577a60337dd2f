import type { DomainCheckpointDefinition, DomainSnapshotDefinition } from '@virtkit/domain-conf/documents';
import type { DomainState } from '../../../driver/domain-state.js';
import type { Moment } from '../../../driver/moment-tree.js';

/** A snapshot: what the domain was. */
export interface TestSnapshot extends Moment {
  readonly definition: DomainSnapshotDefinition;
  readonly state: DomainState['state'];
}

/** A checkpoint. */
export interface TestCheckpoint extends Moment {
  readonly definition: DomainCheckpointDefinition;
}
