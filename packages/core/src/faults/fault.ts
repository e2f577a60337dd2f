import type { ErrorCode } from '@virtkit/errors';
import type { EventName, ProcedureName } from '@virtkit/rpc';
import type { DomainEventName } from '../driver/domain-event-table.js';

/** Strikes a call. */
export interface OnCall {
  /**
   * The call's name, as the caller calls it: libvirt's less `vir`. `connectOpen` is the opening of a connection; `*` is
   * every call but that and virtkit's own, by which tests advance clocks.
   */
  readonly procedure: ProcedureName | '*';
  /** Which of these calls is the first to be struck, from 1; they're counted over all connections of the driver. 1 unless told. */
  readonly nth?: number;
  /** How many are struck from there on; 1 unless told. */
  readonly times?: number;
  /** Before the driver is asked, or once it has done its work and is about to answer; `call` unless told. */
  readonly at?: 'call' | 'reply';
}

/** Strikes an event on its way to a connection that asked for it. */
export interface OnEvent {
  /** virtkit's word for a domain event, `lifecycle`; or the name of any event's message; `*` is every event. */
  readonly event: DomainEventName | EventName | '*';
  /** Which of these events is the first to be struck, from 1; they're counted over all connections of the driver. 1 unless told. */
  readonly nth?: number;
  /** How many are struck from there on; 1 unless told. */
  readonly times?: number;
}

/** Strikes at a moment, once. */
export interface OnMoment {
  /** So many milliseconds after a connection is opened, if it is open still; 0 is at once. */
  readonly afterMs: number;
}

/** The call fails. */
export interface Fail {
  /** libvirt's error code, less `VIR_ERR_`. */
  readonly fail: ErrorCode;
  /** What follows the code's own words. */
  readonly message?: string;
}

/** The call or event comes so much later, in milliseconds of the driver's clock. */
export interface Delay {
  readonly delayMs: number;
}

/** The connection breaks off, as if its other side had gone. */
export interface Drop {
  readonly drop: true;
}

/** The domain with this name ends as if its emulator had crashed; the driver must know how (`virtkitCrashDomain`). */
export interface Crash {
  readonly crash: string;
}

/** From then on all that writes to a disk fails for want of room; with `false`, there is room again. */
export interface DiskFull {
  readonly diskFull: boolean;
}

/** The event never arrives. */
export interface Lose {
  readonly lose: true;
}

/** The event arrives twice. */
export interface Repeat {
  readonly repeat: true;
}

/**
 * Something that goes wrong, on order: when, and what. It is plain JSON; `parseFault` reads it from one line of text,
 * `readFaults` many of them from a file.
 */
export type Fault =
  | (OnCall & (Fail | Delay | Drop | Crash | DiskFull))
  | (OnEvent & (Lose | Repeat | Delay))
  | (OnMoment & (Drop | Crash | DiskFull));
