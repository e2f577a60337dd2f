import type { DomainState } from '../../driver/domain-state.js';
import type { LifecycleEvent } from '../../driver/lifecycle-event.js';
import { reportBackgroundError } from './background-errors.js';
import { followUnplug } from './devices/follow-unplug.js';
import type { DomainRecord } from './domain-record.js';
import { enterState } from './enter-state.js';
import { followPanic, followShutdown } from './follow-end.js';
import { referenceTo } from './lifecycle-events.js';
import type { MonitorEvent } from './monitor/monitor.js';
import type { QemuRoot } from './qemu-root.js';
import { stopDomain } from './stop-domain.js';

interface Transition {
  readonly from: DomainState['state'];
  readonly state: DomainState;
  readonly event: LifecycleEvent;
}

/** What an event of the monitor makes of a domain; the others end it, or change nothing. */
const TRANSITIONS: Readonly<Partial<Record<MonitorEvent['kind'], Transition>>> = {
  stop: {
    from: 'running',
    state: { state: 'paused', reason: 'unknown' },
    event: { event: 'suspended', detail: 'paused' },
  },
  resume: {
    from: 'paused',
    state: { state: 'running', reason: 'unpaused' },
    event: { event: 'resumed', detail: 'unpaused' },
  },
  suspend: {
    from: 'running',
    state: { state: 'pmsuspended', reason: 'unknown' },
    event: { event: 'pmsuspended', detail: 'memory' },
  },
  wakeup: {
    from: 'pmsuspended',
    state: { state: 'running', reason: 'wakeup' },
    event: { event: 'started', detail: 'wakeup' },
  },
};

async function follow(root: QemuRoot, record: DomainRecord, event: MonitorEvent): Promise<void> {
  if (record.status?.phase !== 'started' || record.stopping !== undefined) return;
  if (record.restarting && (event.kind === 'stop' || event.kind === 'resume')) return;
  const transition = TRANSITIONS[event.kind];
  if (transition !== undefined) {
    const isAskedFor = event.kind === 'stop' && record.pausing === true;
    const state: DomainState = isAskedFor ? { state: 'paused', reason: 'user' } : transition.state;
    if (record.status.state.state === transition.from) await enterState(root, record, state, transition.event);
  } else if (event.kind === 'reset') {
    root.events.emit('reboot', record.uuid, (callbackId) => ({ callbackId, domain: referenceTo(record) }));
  } else if (event.kind === 'deviceDeleted' || event.kind === 'unplugRefused') {
    await followUnplug(root, record, event.alias, event.kind === 'deviceDeleted' ? 'gone' : 'refused');
  } else if (event.kind === 'panicked') {
    if (record.status.state.state !== 'crashed') await followPanic(root, record);
  } else if (event.kind === 'shutdown') {
    await followShutdown(root, record, event.byGuest ? 'guest' : 'host');
  } else if (event.kind === 'closed' && record.monitor !== undefined && !root.closing.signal.aborted) {
    // The end of an emulator that was told to end follows so soon that the shutdown may still be being noted.
    await stopDomain(root, record, record.status.state.state === 'shutdown' ? 'shutdown' : 'crashed');
  }
}

/** What to do with the monitor events of a domain, as the monitor calls it. */
export function monitorFollower(root: QemuRoot, record: DomainRecord): (event: MonitorEvent) => void {
  return (event) => {
    follow(root, record, event).catch((error: unknown) => reportBackgroundError(record.name, error));
  };
}
