import type { JsonValue } from './json/json-value.js';
import type { RawEvent } from './wire/message.js';

/**
 * What the tracing channel `virtkit:qmp:command` publishes of each command: `start` and `end` around the call,
 * `asyncStart` and `asyncEnd` around its settling, `error` where it failed.
 */
export interface CommandTrace {
  /** The monitor, as {@link QmpClient.name} calls it. */
  readonly monitor: string;
  /** The command's name, such as `query-status`. */
  readonly command: string;
  /** Its arguments as the caller gave them. They may hold secrets. */
  readonly arguments: object | undefined;
  /** Whether it went out of band. */
  readonly isOutOfBand: boolean;
  /** The reply; present from `asyncStart` on. */
  result?: JsonValue;
  /** The failure; present from `error` on. */
  error?: unknown;
}

/** What the channel `virtkit:qmp:event` publishes of each event, before any subscriber sees it. */
export interface EventTrace {
  /** The monitor, as {@link QmpClient.name} calls it. */
  readonly monitor: string;
  readonly event: RawEvent;
}
