import type { BuildOptions } from '@virtkit/command-builder';
import type { ProcessIdentity } from '../process/process-identity.js';
import type { DeviceMonitor } from './device-monitor.js';
import type { MonitorRequests } from './monitor-requests.js';
import type { SnapshotMonitor } from './snapshot-monitor.js';
import type { StateMonitor } from './state-monitor.js';

/** The protocol that a monitor speaks. */
export type MonitorProtocol = NonNullable<BuildOptions['monitor']>;

/** How a monitor is connected to. */
export interface MonitorOptions {
  /** The domain it belongs to, for errors and traces. */
  readonly domain: string;
  /** The emulator that it belongs to; undefined where its number is not known. */
  readonly emulator: ProcessIdentity | undefined;
  /** The unix socket on which it listens. */
  readonly path: string;
  /** The file that the emulator writes its messages to. */
  readonly logPath: string;
  readonly signal: AbortSignal;
  /** Until QEMU greets, in ms. */
  readonly greetingTimeoutMs: number;
  /** How often a monitor without events of its own (HMP) asks for what has changed, in ms. */
  readonly pollIntervalMs: number;
  readonly onEvent: (event: MonitorEvent) => void;
}

/** What a monitor tells by itself. Without events of its own (HMP), it tells what polling shows and what the driver did. */
export type MonitorEvent =
  | { readonly kind: 'stop' | 'resume' | 'reset' | 'powerdown' | 'panicked' | 'suspend' | 'wakeup' }
  | { readonly kind: 'shutdown'; readonly byGuest: boolean }
  /** A device that was asked to go has gone, or its guest won't let it. */
  | { readonly kind: 'deviceDeleted' | 'unplugRefused'; readonly alias: string }
  /** The connection ended, most often because the emulator did. */
  | { readonly kind: 'closed' };

/**
 * The monitor of one running emulator, as the effects that the driver asks for; each protocol fulfils it in its own way.
 * Every function throws VirtError: OPERATION_FAILED with QEMU's words if QEMU refuses, OPERATION_TIMEOUT if it doesn't
 * answer, INTERNAL_ERROR if the connection has ended.
 */
export interface Monitor extends MonitorRequests, DeviceMonitor, StateMonitor, SnapshotMonitor {
  /** Lets the CPUs run. */
  cont(signal: AbortSignal): Promise<void>;
  /** Stops the CPUs. */
  stop(signal: AbortSignal): Promise<void>;
  /** Presses the ACPI power button. */
  systemPowerdown(signal: AbortSignal): Promise<void>;
  /** Resets the machine as its reset button would. */
  systemReset(signal: AbortSignal): Promise<void>;
  /** Ends the emulator at once. */
  quit(signal: AbortSignal): Promise<void>;
  /** Passes a command on as it is: a QMP command as JSON, or a line of the human monitor. Returns the reply's text. */
  passThrough(command: string, isHuman: boolean, signal: AbortSignal): Promise<string>;
  /** Ends the connection; the emulator goes on. */
  close(): Promise<void>;
}
