import { createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { QmpCommandError } from '../errors.js';
import { formatJson } from '../json/format-json.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';
import { LineFramer } from '../wire/line-framer.js';
import { streamPair } from './stream-pair.js';

/** What a handler returns to leave its command unanswered. */
export const NO_REPLY: unique symbol = Symbol('no reply');

/**
 * Answers a command: with what it returns, or with the error it throws; a {@link QmpCommandError} says the class.
 *
 * @param args The command's arguments.
 * @param monitor The fake itself, to emit events, send anything or hang up.
 */
export type FakeHandler = (
  args: JsonObject,
  monitor: FakeMonitor,
) => JsonValue | typeof NO_REPLY | Promise<JsonValue | typeof NO_REPLY>;

/** What {@link FakeMonitor} is made of. */
export interface FakeMonitorSettings {
  /** What answers each command; `qmp_capabilities` is answered by itself. */
  readonly commands?: Readonly<Record<string, FakeHandler>> | undefined;
  /** What answers the commands that `commands` lacks. Unless given, they fail with `CommandNotFound`. */
  readonly otherwise?: FakeHandler | undefined;
  /** The greeting's content. `null` means none, as of a guest agent or a monitor that is busy. */
  readonly greeting?: JsonObject | null | undefined;
  /** Whether replies carry the id of their command, as they should. Default true. */
  readonly echoesIds?: boolean | undefined;
}

const GREETING: JsonObject = {
  version: { qemu: { major: 7, minor: 2, micro: 0 }, package: 'fake' },
  capabilities: ['oob'],
};

const MAX_REQUEST_LENGTH = 64 * 1024 * 1024;

/** A QMP server whose every answer, event and misbehaviour a test decides. */
export class FakeMonitor {
  /** What clients sent, in order. */
  readonly requests: JsonObject[] = [];
  readonly #settings: FakeMonitorSettings;
  readonly #clients = new Set<Duplex>();

  constructor(settings: FakeMonitorSettings = {}) {
    this.#settings = settings;
  }

  /** A stream to this monitor, for `connect({ stream })`. */
  connect(): Duplex {
    const [client, server] = streamPair();
    this.serve(server);
    return client;
  }

  /** Serves a UNIX socket until `close` is called. */
  async listen(path: string): Promise<{ close(): Promise<void> }> {
    const server = createServer((socket) => this.serve(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
    const close = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        this.hangUp();
      });
    return { close };
  }

  /** Serves a stream that is connected to a client. */
  serve(stream: Duplex): void {
    const framer = new LineFramer(MAX_REQUEST_LENGTH);
    this.#clients.add(stream);
    stream.on('error', () => {});
    stream.on('close', () => this.#clients.delete(stream));
    stream.on('data', (chunk: Uint8Array) => framer.push(chunk, (text) => void this.#receive(stream, text)));
    stream.on('end', () => stream.end());
    const { greeting = GREETING } = this.#settings;
    if (greeting) stream.write(`${formatJson({ QMP: greeting })}\r\n`);
  }

  /** Sends an event to every client. */
  emit(event: string, data?: JsonObject): void {
    const now = Date.now();
    const timestamp = { seconds: Math.floor(now / 1000), microseconds: (now % 1000) * 1000 };
    this.send(`${formatJson({ timestamp, event, data })}\r\n`);
  }

  /** Sends any bytes to every client. */
  send(bytes: string | Uint8Array): void {
    for (const client of this.#clients) client.write(bytes);
  }

  /** Closes every client's connection. */
  hangUp(): void {
    for (const client of this.#clients) client.destroy();
  }

  async #receive(stream: Duplex, text: string): Promise<void> {
    const request = readRequest(text);
    if (!request) {
      const error = { class: 'GenericError', desc: `JSON parse error: ${text}` };
      stream.write(`${formatJson({ error })}\r\n`);
      return;
    }
    this.requests.push(request);
    const reply = await this.#answer(request);
    if (!reply) return;
    const id = this.#settings.echoesIds === false ? {} : { id: request.id };
    stream.write(`${formatJson({ ...reply, ...id })}\r\n`);
  }

  async #answer(request: JsonObject): Promise<JsonObject | undefined> {
    const name = String(request.execute ?? request['exec-oob']);
    const { commands, otherwise } = this.#settings;
    const handler = commands?.[name] ?? (name === 'qmp_capabilities' ? () => ({}) : otherwise);
    const args = isJsonObject(request.arguments) ? request.arguments : {};
    try {
      if (!handler) throw new QmpCommandError(name, 'CommandNotFound', `The command ${name} has not been found`);
      const value = await handler(args, this);
      return value === NO_REPLY ? undefined : { return: value };
    } catch (error) {
      const isTyped = QmpCommandError.isInstance(error);
      const desc = isTyped ? error.description : String(error);
      return { error: { class: isTyped ? error.errorClass : 'GenericError', desc } };
    }
  }
}

function readRequest(text: string): JsonObject | undefined {
  try {
    // A byte 0xFF before a request resets the parser of a real server.
    const request = parseJson(text.replace(/^\ufffd+/, ''));
    return isJsonObject(request) ? request : undefined;
  } catch {
    return undefined;
  }
}
