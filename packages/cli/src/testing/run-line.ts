import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { type RunOptions, runVirtkit } from '../run-virtkit.js';

/** What became of a command line. */
export interface LineResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stream that keeps what is written to it. */
export class Collector extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.emit('grown');
    done();
  }

  /** Waits until it holds `text`, or until `running`, which writes to it, has ended. */
  async shows(text: string, running: Promise<unknown>): Promise<void> {
    const ended = new AbortController();
    const end = (): void => ended.abort();
    running.then(end, end);
    while (!this.text.includes(text) && !ended.signal.aborted) {
      await once(this, 'grown', { signal: ended.signal }).catch(() => {});
    }
  }
}

/** Runs a command line and collects what it prints. */
export async function runLine(args: readonly string[], options: Partial<RunOptions> = {}): Promise<LineResult> {
  const stdout = new Collector();
  const stderr = new Collector();
  const stdin = Readable.from([]);
  const status = await runVirtkit(args, { stdin, stdout, stderr, environment: {}, ...options });
  return { status, stdout: stdout.text, stderr: stderr.text };
}
