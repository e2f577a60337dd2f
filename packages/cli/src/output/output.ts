import type { Writable } from 'node:stream';

/** Where commands print. */
export interface Output {
  /** Whether only what was asked for is printed: no headings, no confirmations. */
  readonly isQuiet: boolean;
  /** Prints text as it is. */
  readonly print: (text: string) => void;
  /** Prints a line. */
  readonly line: (text: string) => void;
  /** Prints a line that `--quiet` leaves out, as confirmations are. */
  readonly remark: (text: string) => void;
  /** Prints an `error:` line to the standard error. */
  readonly error: (text: string) => void;
}

/** Prints to two streams. What they can't take is theirs to tell, by their `error` event. */
export function createOutput(stdout: Writable, stderr: Writable, isQuiet: boolean): Output {
  const print = (text: string): void => {
    if (stdout.writable) stdout.write(text);
  };
  return {
    isQuiet,
    print,
    line: (text) => print(`${text}\n`),
    remark: (text) => {
      if (!isQuiet) print(`${text}\n`);
    },
    error: (text) => {
      if (stderr.writable) stderr.write(`error: ${text}\n`);
    },
  };
}
