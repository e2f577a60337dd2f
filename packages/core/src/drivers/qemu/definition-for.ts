import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { AFFECT_FLAGS, hasFlagSet } from '../../driver/flags.js';
import { activeStatus } from './active-status.js';
import { type DomainRecord, isActive } from './domain-record.js';

/**
 * The definition that virDomainModificationImpact means for reading.
 * @throws VirtError OPERATION_INVALID for `live` of an inactive domain, or `config` of a transient one
 */
export function definitionFor(record: DomainRecord, flags: number): DomainDefinition {
  const wantsConfig = hasFlagSet(flags, AFFECT_FLAGS.config) || !isActive(record);
  if (hasFlagSet(flags, AFFECT_FLAGS.live) || !wantsConfig) return activeStatus(record).definition;
  if (record.persistent !== undefined) return record.persistent.read();
  throw new VirtError('OPERATION_INVALID', 'transient domains do not have any persistent config', { domain: 'QEMU' });
}
