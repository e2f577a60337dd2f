import type { JsonInteger, JsonObject, JsonValue } from '../json/json-value.js';
import { isJsonObject } from '../json/json-value.js';

/** QEMU's version, as it introduces itself. */
export interface QemuVersion {
  readonly major: number;
  readonly minor: number;
  readonly micro: number;
  /** The packager's words, such as `Debian 1:7.2+dfsg-7`; may be empty. */
  readonly package: string;
}

/** What a server says first. */
export interface Greeting {
  readonly version: QemuVersion;
  /** What can be negotiated; of QEMU 7.2 and 10.0 `oob`, where the monitor has a thread of its own. */
  readonly capabilities: readonly string[];
}

/** When something happened, by the host's clock. Both are −1 where QEMU could not tell. */
export interface EventTimestamp {
  readonly seconds: JsonInteger;
  readonly microseconds: JsonInteger;
}

/** Any event as it comes from the wire. */
export interface RawEvent {
  readonly event: string;
  /** Empty where the event carries none. */
  readonly data: JsonObject;
  readonly timestamp: EventTimestamp;
}

/** A server's error: its class and its words. */
export interface ErrorReply {
  readonly class: string;
  readonly desc: string;
}

/** A message of a server, by what it is. */
export type ServerMessage =
  | { readonly kind: 'greeting'; readonly greeting: Greeting }
  | { readonly kind: 'event'; readonly event: RawEvent }
  | { readonly kind: 'return'; readonly id: JsonValue | undefined; readonly value: JsonValue }
  | { readonly kind: 'error'; readonly id: JsonValue | undefined; readonly error: ErrorReply }
  | { readonly kind: 'unknown' };

const UNKNOWN: ServerMessage = { kind: 'unknown' };

/** Says what a server's message is; `unknown` is none that a QMP server sends. */
export function readMessage(message: JsonValue): ServerMessage {
  if (!isJsonObject(message)) return UNKNOWN;
  if (message.return !== undefined) return { kind: 'return', id: message.id, value: message.return };
  if (typeof message.event === 'string') return readEvent(message.event, message);
  if (isJsonObject(message.error)) return readError(message.id, message.error);
  if (isJsonObject(message.QMP)) return readGreeting(message.QMP);
  return UNKNOWN;
}

function readEvent(event: string, { data, timestamp }: JsonObject): ServerMessage {
  const { seconds, microseconds } = isJsonObject(timestamp) ? timestamp : {};
  return {
    kind: 'event',
    event: {
      event,
      data: isJsonObject(data) ? data : {},
      timestamp: { seconds: readInteger(seconds), microseconds: readInteger(microseconds) },
    },
  };
}

function readError(id: JsonValue | undefined, error: JsonObject): ServerMessage {
  if (typeof error.class !== 'string' || typeof error.desc !== 'string') return UNKNOWN;
  return { kind: 'error', id, error: { class: error.class, desc: error.desc } };
}

function readGreeting({ version, capabilities }: JsonObject): ServerMessage {
  if (!isJsonObject(version) || !isJsonObject(version.qemu)) return UNKNOWN;
  const { major, minor, micro } = version.qemu;
  if (typeof major !== 'number' || typeof minor !== 'number' || typeof micro !== 'number') return UNKNOWN;
  const names = Array.isArray(capabilities) ? capabilities.filter((name) => typeof name === 'string') : [];
  const packager = typeof version.package === 'string' ? version.package : '';
  return { kind: 'greeting', greeting: { version: { major, minor, micro, package: packager }, capabilities: names } };
}

function readInteger(value: JsonValue | undefined): JsonInteger {
  return typeof value === 'number' || typeof value === 'bigint' ? value : -1;
}
