import { StringDecoder } from 'node:string_decoder';
import { QmpError } from '../errors.js';

/**
 * Cuts what a server sends into the texts of its messages: one a line or, from a server with `pretty=on`, everything
 * from a line `{` to a line `}`. Empty lines are skipped. Work is linear in what arrives, however it is split.
 */
export class LineFramer {
  readonly #decoder = new StringDecoder('utf8');
  readonly #maxLength: number;
  /** The line under way, in pieces: joined only once its end is here. */
  #pieces: string[] = [];
  /** The lines of the pretty message under way. */
  #pretty: string[] | undefined;
  #length = 0;

  /** @param maxLength Characters of a message; QEMU's are ASCII, so that characters are bytes. */
  constructor(maxLength: number) {
    // The CR of a line's end is taken off only once the line is whole.
    this.#maxLength = maxLength + 1;
  }

  /** Whether a message has begun and not ended. */
  get isInsideMessage(): boolean {
    return this.#length > 0;
  }

  /**
   * Takes the next bytes, and hands out each message that they complete.
   *
   * @throws {@link QmpError} `MESSAGE_TOO_LARGE`
   */
  push(chunk: Uint8Array, receive: (text: string) => void): void {
    const text = this.#decoder.write(chunk);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const line = this.#completeLine(text.slice(start, end));
      start = end + 1;
      if (line !== undefined) receive(line);
    }
    if (start < text.length) this.#keep(text.slice(start));
  }

  #completeLine(tail: string): string | undefined {
    if (this.#pretty === undefined && this.#pieces.length === 0 && tail.length <= this.#maxLength) {
      return this.#completeMessage(tail);
    }
    this.#keep(tail);
    const line = this.#pieces.join('');
    this.#pieces = [];
    return this.#completeMessage(line);
  }

  #completeMessage(line: string): string | undefined {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (this.#pretty) {
      this.#pretty.push(text);
      if (text !== '}') return undefined;
      const message = this.#pretty.join('\n');
      this.#pretty = undefined;
      this.#length = 0;
      return message;
    }
    if (text === '{') {
      this.#pretty = [text];
      this.#length = 1;
      return undefined;
    }
    this.#length = 0;
    return text.trim() === '' ? undefined : text;
  }

  #keep(piece: string): void {
    this.#length += piece.length;
    if (this.#length > this.#maxLength) {
      throw new QmpError('MESSAGE_TOO_LARGE', `a message is longer than ${this.#maxLength - 1} characters`);
    }
    this.#pieces.push(piece);
  }
}
