import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'tsup';

const PACKAGE = join(import.meta.dirname, '../..');

/** A virtkitd that runs. */
export interface RunningVirtkitd {
  readonly pid: number;
  readonly socket: string;
  /** How it ended, and what it said. */
  readonly ended: Promise<{ status: number | null; words: string }>;
  /** The socket of a libvirt client's URI: `virtkitd.uri('qemu:///session')`. */
  uri(of: string): string;
  /** Sends a signal, and returns once it has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** The program virtkitd, built from the sources of all packages, in a directory of its own. */
export class Virtkitd implements AsyncDisposable {
  /** For whatever the test needs, too. */
  readonly directory: string;
  readonly program: string;
  readonly #running = new Set<RunningVirtkitd>();

  private constructor(directory: string) {
    this.directory = directory;
    this.program = join(directory, 'program/main.js');
  }

  static async build(): Promise<Virtkitd> {
    const directory = await mkdtemp(join(tmpdir(), 'virtkitd-'));
    await build({
      entry: { main: join(PACKAGE, 'src/main.ts') },
      outDir: join(directory, 'program'),
      format: 'esm',
      target: 'node20',
      platform: 'node',
      noExternal: [/./],
      esbuildOptions: (options) => {
        options.conditions = ['@virtkit/source'];
      },
      removeNodeProtocol: false,
      config: false,
      silent: true,
    });
    return new Virtkitd(directory);
  }

  /** Runs it with these words beside `--socket`, without waiting for anything. */
  run(words: readonly string[] = [], socket = join(this.directory, 'socket')): RunningVirtkitd {
    const child = spawn(process.execPath, [this.program, '--socket', socket, ...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, XDG_DATA_HOME: join(this.directory, 'data') },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    const ended = once(child, 'close').then(([status]) => ({
      status: typeof status === 'number' ? status : null,
      words: said,
    }));
    const running: RunningVirtkitd = {
      pid: child.pid ?? -1,
      socket,
      ended,
      uri: (of) => `${of.replace(':', '+unix:')}?socket=${socket}`,
      stop: async (signal = 'SIGTERM') => {
        child.kill(signal);
        await ended;
      },
    };
    this.#running.add(running);
    void ended.then(() => this.#running.delete(running));
    return running;
  }

  /** Runs it, and returns once it serves. */
  async start(words: readonly string[] = [], socket?: string): Promise<RunningVirtkitd> {
    const running = this.run(words, socket);
    let outcome: { words: string } | undefined;
    void running.ended.then((ended) => {
      outcome = ended;
    });
    while (!(await answers(running.socket))) {
      if (outcome !== undefined) throw new Error(`virtkitd ended: ${outcome.words}`);
      await sleep(10);
    }
    return running;
  }

  /** Ends what still runs. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#running].map((running) => running.stop()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stopAll();
    await rm(this.directory, { recursive: true, force: true });
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let isServed = false;
    socket.on('connect', () => {
      isServed = true;
      socket.end();
    });
    socket.on('error', () => {});
    // Once the server has let go of us, too.
    socket.on('close', () => resolve(isServed));
    socket.resume();
  });
}
