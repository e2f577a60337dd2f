import type { MonitorState } from '../engine/monitor-state.js';
import { QmpError } from '../errors.js';
import type { RawEvent } from '../wire/message.js';

/** How to connect, and how the connection behaves. Time limits are in milliseconds, 0 means none. */
export interface ConnectOptions {
  /** Ends the making of the connection, with `ABORTED`. It has no say once the client exists. */
  readonly signal?: AbortSignal | undefined;
  /** How errors and traces call the monitor; its address unless told. */
  readonly name?: string | undefined;
  /** Until the socket is connected. Default 5000. */
  readonly connectTimeoutMs?: number | undefined;
  /** Until the server greets; a server that another client holds never does. Default 10000. */
  readonly greetingTimeoutMs?: number | undefined;
  /** Until the server answers the negotiation. Default 10000. */
  readonly negotiationTimeoutMs?: number | undefined;
  /** Of each command that names no limit of its own. Default 60000. */
  readonly commandTimeoutMs?: number | undefined;
  /** Silence while a command waits that makes the state `unresponsive`. Default 10000. */
  readonly unresponsiveAfterMs?: number | undefined;
  /** The longest message taken, in characters; QEMU's are ASCII. Default 64 Mi. */
  readonly maxMessageLength?: number | undefined;
  /** Asks for out-of-band commands. Whether the server has them says `client.isOutOfBandReady`. Default false. */
  readonly outOfBand?: boolean | undefined;
  /**
   * Commands that the server may have at a time, the rest waits in the client. Default 64. With out-of-band commands
   * never over 8: QEMU stops reading when its queue of 8 is full, and then reads no out-of-band command either.
   */
  readonly window?: number | undefined;
  /** Told each new state, the first one included. */
  readonly onState?: ((state: MonitorState) => void) | undefined;
  /** Told each event from the first on, also those that arrive before `connect` has returned. */
  readonly onEvent?: ((event: RawEvent) => void) | undefined;
}

const DEFAULTS = {
  connectTimeoutMs: 5_000,
  greetingTimeoutMs: 10_000,
  negotiationTimeoutMs: 10_000,
  commandTimeoutMs: 60_000,
  unresponsiveAfterMs: 10_000,
  maxMessageLength: 64 * 1024 * 1024,
  window: 64,
} as const;

/** The numbers of {@link ConnectOptions}, with every default filled in. */
export type ConnectLimits = { readonly [Name in keyof typeof DEFAULTS]: number };

/**
 * Fills in the defaults.
 *
 * @throws {@link QmpError} `INVALID_ARGUMENT` for what is no number, negative, or a window under 1.
 */
export function completeLimits(options: ConnectOptions): ConnectLimits {
  const limit = (name: keyof ConnectLimits, least: number): number => {
    const value = options[name] ?? DEFAULTS[name];
    if (value >= least) return value;
    throw new QmpError('INVALID_ARGUMENT', `${name} must be at least ${least}, but is ${value}`);
  };
  return {
    connectTimeoutMs: limit('connectTimeoutMs', 0),
    greetingTimeoutMs: limit('greetingTimeoutMs', 0),
    negotiationTimeoutMs: limit('negotiationTimeoutMs', 0),
    commandTimeoutMs: limit('commandTimeoutMs', 0),
    unresponsiveAfterMs: limit('unresponsiveAfterMs', 0),
    maxMessageLength: limit('maxMessageLength', 1),
    window: limit('window', 1),
  };
}
