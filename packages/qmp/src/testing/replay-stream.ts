import { Duplex } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { formatJson } from '../json/format-json.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';
import { LineFramer } from '../wire/line-framer.js';
import { parseRecording } from './recording.js';

/** A message of a recording. */
interface Step {
  readonly dir: 'in' | 'out' | 'eof';
  /** The line of the file. */
  readonly line: number;
  readonly atMs: number;
  readonly text: string;
}

/** How to replay. */
export interface ReplayOptions {
  /** Whether the server takes the time it took. Default false: it answers at once. */
  readonly paced?: boolean | undefined;
}

const MAX_LENGTH = 1024 * 1024 * 1024;

/**
 * A server that plays its part of a recorded conversation, as long as the client plays its own: the same commands with
 * the same arguments in the same order; ids may differ. At the first departure the stream ends with an error that names
 * the recording's line. Give it to `connect({ stream })`.
 */
export class ReplayStream extends Duplex {
  /** Resolves when everything was played, rejects at a departure, or where the client leaves before the end. */
  readonly finished: Promise<void>;
  readonly #steps: readonly Step[];
  readonly #paced: boolean;
  readonly #framer = new LineFramer(MAX_LENGTH);
  /** The client's ids by the recorded ones. */
  readonly #ids = new Map<JsonValue | undefined, JsonValue | undefined>();
  #next = 0;
  #settle: { resolve: () => void; reject: (error: Error) => void } | undefined;

  /** @param recording The text of a recording. */
  constructor(recording: string, { paced = false }: ReplayOptions = {}) {
    super();
    this.#steps = readSteps(recording);
    this.#paced = paced;
    this.finished = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.finished.catch(() => {});
    this.#play();
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error) => void): void {
    try {
      this.#framer.push(chunk, (text) => this.#hear(text));
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const step = this.#steps[this.#next];
    const departure = error ?? (step && new Error(`the client left before line ${step.line} of the recording`));
    if (departure) this.#settle?.reject(departure);
    done(error);
  }

  #hear(text: string): void {
    const step = this.#steps[this.#next];
    const request = readObject(text);
    const expected = step?.dir === 'out' ? readObject(step.text) : undefined;
    if (!step || !expected) throw new Error(`the recording is over, but the client sent ${text}`);
    if (!isDeepStrictEqual({ ...request, id: 0 }, { ...expected, id: 0 })) {
      throw new Error(`line ${step.line} of the recording expects ${step.text}, but the client sent ${text}`);
    }
    this.#ids.set(expected.id, request.id);
    this.#next++;
    this.#play();
  }

  /** Plays the server's part up to the client's next word. */
  #play(): void {
    const step = this.#steps[this.#next];
    if (!step) this.#settle?.resolve();
    if (!step || step.dir === 'out' || this.destroyed) return;
    const before = this.#steps[this.#next - 1];
    if (this.#paced && before) setTimeout(() => this.#say(step), step.atMs - before.atMs);
    else this.#say(step);
  }

  #say(step: Step): void {
    this.#next++;
    this.push(step.dir === 'eof' ? null : `${this.#withClientId(step.text)}\r\n`);
    this.#play();
  }

  #withClientId(text: string): string {
    const message = readObject(text);
    const id = this.#ids.get(message.id);
    return message.id === undefined || id === message.id ? text : formatJson({ ...message, id });
  }
}

function readSteps(recording: string): Step[] {
  const framers = { in: new LineFramer(MAX_LENGTH), out: new LineFramer(MAX_LENGTH) };
  const steps: Step[] = [];
  for (const [index, { t, dir, raw }] of parseRecording(recording).entries()) {
    if (dir === 'meta') continue;
    const place = { dir, line: index + 1, atMs: t * 1000 };
    if (dir === 'eof') steps.push({ ...place, text: '' });
    else framers[dir].push(Buffer.from(raw, 'latin1'), (text) => steps.push({ ...place, text: text.trim() }));
  }
  return steps;
}

function readObject(text: string): JsonObject {
  const value = parseJson(text);
  return isJsonObject(value) ? value : {};
}
