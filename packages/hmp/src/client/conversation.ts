import type { Duplex } from 'node:stream';
import { HmpError } from '../hmp-error.js';
import { encodeLine } from '../wire/command-line.js';
import { ReplyReader } from '../wire/reply-reader.js';
import { createSentinel } from '../wire/sentinel.js';
import type { PendingCommand } from './pending-command.js';

/** How many commands are typed ahead of the one whose reply is being read. */
const MAX_TYPED = 64;
const ENTER = Buffer.from('\n', 'latin1');
const PASSWORD_PROMPT_AT_END = /Password: $/;

/** Types commands on a monitor, and hands each its reply. */
export class Conversation {
  readonly #stream: Duplex;
  readonly #sentinel = createSentinel();
  readonly #reader = new ReplyReader(this.#sentinel);
  readonly #onEnd: () => void;
  /** Not yet typed. */
  readonly #queued: PendingCommand[] = [];
  /** Typed; the monitor answers the first. */
  readonly #typed: PendingCommand[];
  #isFlushing = false;
  #isAsking = false;
  #endedBy: HmpError | undefined;

  /**
   * @param greeting Gets what the monitor says by itself before its first prompt.
   * @param onEnd Called once, when the conversation is over.
   */
  constructor(stream: Duplex, greeting: PendingCommand, onEnd: () => void) {
    this.#stream = stream;
    this.#onEnd = onEnd;
    this.#typed = [greeting];
    this.#reader.expectGreeting();
    stream.on('data', (chunk: Buffer) => this.#read(chunk));
    stream.on('error', (error) => this.#disconnected(error));
    stream.on('end', () => this.#disconnected(undefined));
    stream.on('close', () => this.#disconnected(undefined));
  }

  /** What the monitor sent that isn't yet a reply. */
  get partialReply(): string {
    return this.#reader.partialReply.toString('utf8');
  }

  /** Queues a command. */
  add(command: PendingCommand): void {
    if (this.#endedBy !== undefined) {
      command.reject(this.#endedBy);
      return;
    }
    this.#queued.push(command);
    this.#scheduleFlush();
  }

  /** Takes a command that nobody waits for any longer out of the queue. If it was typed, its reply goes nowhere. */
  drop(command: PendingCommand): void {
    const position = this.#queued.indexOf(command);
    if (position >= 0) this.#queued.splice(position, 1);
  }

  /** Ends the conversation; commands without a reply, and later ones, throw `error`. */
  end(error: HmpError): void {
    if (this.#endedBy !== undefined) return;
    this.#endedBy = error;
    this.#stream.destroy();
    for (const command of [...this.#typed.splice(0), ...this.#queued.splice(0)]) command.reject(error);
    this.#onEnd();
  }

  // The commands of one turn of the event loop leave in one write.
  #scheduleFlush(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    queueMicrotask(() => {
      this.#isFlushing = false;
      this.#flush();
    });
  }

  #flush(): void {
    const writes: Buffer[] = [];
    while (this.#typed.length < MAX_TYPED && this.#typed.at(-1)?.takesInput !== true) {
      const command = this.#queued.shift();
      if (command === undefined) break;
      writes.push(command.bytes, ENTER);
      if (!command.takesInput) writes.push(this.#sentinel.line);
      if (this.#typed.push(command) === 1) this.#expect(command);
    }
    if (writes.length > 0 && this.#endedBy === undefined) this.#stream.write(Buffer.concat(writes));
  }

  #expect(command: PendingCommand): void {
    this.#reader.expectLine(command.bytes);
    if (!command.takesInput) this.#reader.expectSentinel();
  }

  #read(chunk: Buffer): void {
    try {
      let offset = 0;
      while (offset < chunk.length && this.#endedBy === undefined) {
        const command = this.#typed[0];
        if (command === undefined) throw unasked(chunk.subarray(offset));
        const { offset: next, reading } = this.#reader.read(chunk, offset);
        offset = next;
        if (reading?.kind === 'reply') this.#settle(command, reading.reply);
        else if (reading?.kind === 'prompt') this.#typeSentinel();
        else if (reading?.kind === 'password') this.#answerPassword(command);
      }
    } catch (cause) {
      this.end(HmpError.isInstance(cause) ? cause : new HmpError('PROTOCOL_ERROR', 'unreadable reply', { cause }));
    }
  }

  #settle(command: PendingCommand, reply: Buffer): void {
    this.#typed.shift();
    const next = this.#typed[0];
    if (next !== undefined) this.#expect(next);
    if (this.#queued.length > 0) this.#scheduleFlush();
    command.resolve(reply.toString('utf8'));
  }

  #typeSentinel(): void {
    this.#stream.write(this.#sentinel.line);
    this.#reader.expectSentinel();
  }

  #answerPassword(command: PendingCommand): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#askPassword(command)
      .then((password) => {
        this.#isAsking = false;
        // Had more come meanwhile, it would have been no prompt, and the password would be taken for a command.
        if (this.#endedBy !== undefined || !this.#reader.isAtPassword) return;
        this.#reader.expectPassword(password);
        this.#stream.write(Buffer.concat([password, ENTER]));
      })
      .catch((cause) => {
        const message = `'${command.line}' asks for a password, and the monitor waits until it gets one`;
        this.end(new HmpError('PASSWORD_REQUIRED', message, { cause }));
      });
  }

  async #askPassword({ line, onPassword }: PendingCommand): Promise<Buffer> {
    if (onPassword === undefined) throw new HmpError('PASSWORD_REQUIRED', 'there is no onPassword');
    return encodeLine(await onPassword({ line, text: this.partialReply.replace(PASSWORD_PROMPT_AT_END, '') }));
  }

  #disconnected(cause: Error | undefined): void {
    const command = this.#typed[0];
    if (command?.endsMonitor && this.#reader.isEchoed) command.resolve(this.partialReply);
    const during = command === undefined ? '' : ` during '${command.line}'`;
    this.end(new HmpError('DISCONNECTED', `the monitor closed the connection${during}`, { cause }));
  }
}

function unasked(bytes: Buffer): HmpError {
  const shown = JSON.stringify(bytes.subarray(0, 40).toString('latin1'));
  return new HmpError('PROTOCOL_ERROR', `the monitor sent ${shown}, though no command was typed`);
}
