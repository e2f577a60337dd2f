import { type LifecycleEvent, numbersOfLifecycle } from '../../driver/lifecycle-event.js';
import type { DomainRecord } from './domain-record.js';
import type { QemuRoot } from './qemu-root.js';

/** Tells whoever listens what became of a domain. */
export function emitLifecycle(root: QemuRoot, record: DomainRecord, event: LifecycleEvent): void {
  const body = { domain: referenceTo(record), ...numbersOfLifecycle(event) };
  root.events.emit('lifecycle', record.uuid, (callbackId) => ({ callbackId, ...body }));
}

/** A domain as the driver contract carries it; the id is -1 while it is inactive. */
export function referenceTo({ name, uuid, status }: DomainRecord): { name: string; uuid: string; id: number } {
  return { name, uuid, id: status?.phase === 'started' ? status.id : -1 };
}
