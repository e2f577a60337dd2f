import type { Readable, Writable } from 'node:stream';
import type { Connection } from '@virtkit/core';
import type { Output } from '../output/output.js';

/** The streams of a command line; a process's own have these shapes. */
export interface Streams {
  /** A terminal if it has `setRawMode`. */
  readonly stdin: Readable & { setRawMode?(raw: boolean): unknown };
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** What a command works with, beside its inputs. */
export interface CommandContext {
  /**
   * The connection of this command line, opened at the first call.
   * @throws ConnectError
   */
  readonly connect: () => Promise<Connection>;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
  readonly streams: Streams;
  readonly output: Output;
  /**
   * Runs another command in this context, as one line of words.
   * @returns its exit status; what it prints of errors is printed
   */
  readonly runWords: (words: readonly string[]) => Promise<number>;
}
