import { VirtError } from '@virtkit/errors';
import { type DomainRecord, isActive } from './domain-record.js';
import type { DomainStatus } from './state/domain-status.js';

/** What is told of a domain that doesn't run, or no longer. */
export function notRunning(): VirtError {
  return new VirtError('OPERATION_INVALID', 'domain is not running', { domain: 'QEMU' });
}

/** What is known of a running domain. @throws VirtError OPERATION_INVALID if it is inactive */
export function activeStatus(record: DomainRecord): DomainStatus {
  if (record.status === undefined || !isActive(record)) throw notRunning();
  return record.status;
}
