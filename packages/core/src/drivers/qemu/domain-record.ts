import type { DriverStream } from '../../driver/stream.js';
import type { UnplugOutcome } from './devices/unplug-outcome.js';
import type { Monitor } from './monitor/monitor.js';
import type { DomainStatus } from './state/domain-status.js';
import { Mutex } from './state/mutex.js';
import type { PersistentDefinition } from './state/persistent-definition.js';

const JOB_TIMEOUT_MS = 30_000;

/** Why a domain became inactive. */
export type StopReason = 'shutdown' | 'destroyed' | 'crashed' | 'failed' | 'saved' | 'from snapshot';

/** A domain the driver knows: persistent, active or both. */
export interface DomainRecord {
  readonly name: string;
  readonly uuid: string;
  /** The definition that the next start takes; absent for a transient domain. */
  persistent?: PersistentDefinition;
  /** What is known of the running emulator; absent while inactive. */
  status?: DomainStatus;
  /** The monitor, while this process holds its connection. */
  monitor?: Monitor;
  /** Why it became inactive last; libvirt keeps it until the next start. */
  lastStop?: StopReason;
  /** The guest was asked to shut down so that it starts again. */
  rebooting?: boolean;
  /** Somebody is pausing it: that its CPUs stop is what they asked for. */
  pausing?: boolean;
  /** The guest begins anew: that its CPUs stop and go on is of no interest. */
  restarting?: boolean;
  /** The consoles that somebody has open, by their terminals: two readers would each get half of what the guest says. */
  consoles?: Map<string, DriverStream>;
  /** Who waits for a device to go, by its alias. */
  unplugs?: Map<string, (outcome: UnplugOutcome) => void>;
  /** This process is starting the domain: its status is as yet nobody else's business. */
  starting?: boolean;
  /** Under way while this process takes its monitor up. */
  takingUp?: Promise<void>;
  /** Under way while the domain is being ended. */
  stopping?: Promise<void>;
  /** The last write of the status file. */
  saved?: Promise<void>;
  /** Serialises what changes the domain; queries don't take it. */
  readonly job: Mutex;
}

export function createDomainRecord(name: string, uuid: string): DomainRecord {
  return {
    name,
    uuid,
    job: new Mutex(`state change lock of domain '${name}'`, JOB_TIMEOUT_MS),
  };
}

/** Whether the domain's emulator runs, and its start was acknowledged. */
export function isActive({ status }: DomainRecord): boolean {
  return status?.phase === 'started';
}

/** Whether this process knows the domain's run better than its status file tells. */
export function isManagedHere({ monitor, starting, stopping }: DomainRecord): boolean {
  return monitor !== undefined || starting === true || stopping !== undefined;
}
