import type { DomainState } from '../../driver/domain-state.js';
import type { LifecycleEvent } from '../../driver/lifecycle-event.js';
import type { DomainRecord } from './domain-record.js';
import { emitLifecycle } from './lifecycle-events.js';
import type { QemuRoot } from './qemu-root.js';

/**
 * Notes a running domain's state at once and tells the listeners, then resolves when the status file says it, too. Both
 * the monitor's event and the reply to the command that caused it come here; whichever is second waits for the other's file,
 * or changes the reason alone.
 */
export async function enterState(
  root: QemuRoot,
  record: DomainRecord,
  state: DomainState,
  event?: LifecycleEvent,
): Promise<void> {
  const { status } = record;
  if (status === undefined || status.phase === 'starting') return;
  const before = status.state;
  if (before.state === state.state && before.reason === state.reason) return record.saved;
  record.status = { ...status, state };
  if (event !== undefined && before.state !== state.state) emitLifecycle(root, record, event);
  await root.domains.saveStatus(record);
}
