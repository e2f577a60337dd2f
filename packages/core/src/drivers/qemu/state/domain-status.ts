import type { Cpu, DomainDefinition } from '@virtkit/domain-conf';
import { type DomainState, isDomainState } from '../../../driver/domain-state.js';
import type { MonitorProtocol } from '../monitor/monitor.js';
import type { ProcessIdentity } from '../process/process-identity.js';

/** Who holds a monitor: a process, and which of the roots it has open. */
export interface MonitorOwner extends ProcessIdentity {
  readonly token: string;
}

/** What the driver knows of a running domain, as its status file keeps it for the processes that come after. */
export interface DomainStatus {
  readonly version: 1;
  readonly id: number;
  /** `starting` until the start is acknowledged: what a crash leaves of such a domain is ended, not taken up. */
  readonly phase: 'starting' | 'started';
  readonly state: DomainState;
  /** What its monitor speaks; `qmp` if absent. */
  readonly monitor?: MonitorProtocol;
  /** The emulator's process; absent until it is spawned. */
  readonly emulator?: ProcessIdentity;
  /** Who holds the monitor's connection, or is about to; absent while nobody does. */
  readonly owner?: MonitorOwner;
  /** The active definition, with what the start filled in. */
  readonly definition: DomainDefinition;
  /** The CPU as the guest sees it; absent where nothing is known beyond the definition. */
  readonly cpu?: Cpu;
  /** Aliases of devices that QEMU doesn't know by them, as the machine has them by itself; absent where nobody has asked. */
  readonly builtIn?: readonly string[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return isObject(value) && typeof value.pid === 'number' && typeof value.startTime === 'string';
}

function isOwner(value: unknown): value is MonitorOwner {
  return isIdentity(value) && 'token' in value && typeof value.token === 'string';
}

function isState(value: unknown): value is DomainState {
  if (!isObject(value)) return false;
  const { state, reason } = value;
  return typeof state === 'string' && typeof reason === 'string' && isDomainState({ state, reason });
}

function isDomainStatus(value: unknown): value is DomainStatus {
  if (!isObject(value) || value.version !== 1) return false;
  const { id, phase, state, monitor, emulator, owner, definition, cpu, builtIn } = value;
  return (
    typeof id === 'number' &&
    (phase === 'starting' || phase === 'started') &&
    isState(state) &&
    (monitor === undefined || monitor === 'qmp' || monitor === 'hmp') &&
    (emulator === undefined || isIdentity(emulator)) &&
    (owner === undefined || isOwner(owner)) &&
    isObject(definition) &&
    (cpu === undefined || isObject(cpu)) &&
    (builtIn === undefined || Array.isArray(builtIn))
  );
}

/** @returns undefined if the text is damaged */
export function parseDomainStatus(text: string): DomainStatus | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isDomainStatus(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function formatDomainStatus(status: DomainStatus): string {
  return `${JSON.stringify(status, undefined, 1)}\n`;
}
