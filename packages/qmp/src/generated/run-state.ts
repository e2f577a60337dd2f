// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type {
  GuestCrashloadedDataAction,
  GuestCrashloadedDataInfo,
} from './shared.js';

/** `GUEST_CRASHLOADED: data` */
export interface GuestCrashloadedData {
  action: GuestCrashloadedDataAction;
  info?: GuestCrashloadedDataInfo | undefined;
}

/** `query-status: return` */
export interface QueryStatusReturn {
  running: boolean;
  /** Only QEMU 7.2. */
  singlestep?: boolean | undefined;
  status: RunState;
}

/** `RESET: data` */
export interface ResetData {
  guest: boolean;
  reason: ResetDataReason;
}

/** `RESET: data.reason` */
export type ResetDataReason =
  | 'guest-panic'
  | 'guest-reset'
  | 'guest-shutdown'
  | 'host-error'
  | 'host-qmp-quit'
  | 'host-qmp-system-reset'
  | 'host-signal'
  | 'host-ui'
  | 'none'
  | 'snapshot-load'
  | 'subsystem-reset';

/** `query-status: return.status` */
export type RunState =
  | 'colo'
  | 'debug'
  | 'finish-migrate'
  | 'guest-panicked'
  | 'inmigrate'
  | 'internal-error'
  | 'io-error'
  | 'paused'
  | 'postmigrate'
  | 'prelaunch'
  | 'restore-vm'
  | 'running'
  | 'save-vm'
  | 'shutdown'
  | 'suspended'
  | 'watchdog';

/** `set-action: arguments` */
export interface SetActionArguments {
  panic?: SetActionArgumentsPanic | undefined;
  reboot?: SetActionArgumentsReboot | undefined;
  shutdown?: SetActionArgumentsShutdown | undefined;
  watchdog?: SetActionArgumentsWatchdog | undefined;
}

/** `set-action: arguments.panic` */
export type SetActionArgumentsPanic = 'exit-failure' | 'none' | 'pause' | 'shutdown';

/** `set-action: arguments.reboot` */
export type SetActionArgumentsReboot = 'reset' | 'shutdown';

/** `set-action: arguments.shutdown` */
export type SetActionArgumentsShutdown = 'pause' | 'poweroff';

/** `set-action: arguments.watchdog` */
export type SetActionArgumentsWatchdog = 'debug' | 'inject-nmi' | 'none' | 'pause' | 'poweroff' | 'reset' | 'shutdown';

/** `SHUTDOWN: data` */
export interface ShutdownData {
  guest: boolean;
  reason: ResetDataReason;
}

/** `WATCHDOG: data` */
export interface WatchdogData {
  action: SetActionArgumentsWatchdog;
}

/** `watchdog-set-action: arguments` */
export interface WatchdogSetActionArguments {
  action: SetActionArgumentsWatchdog;
}
