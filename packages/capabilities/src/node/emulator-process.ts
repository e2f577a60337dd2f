import { spawn } from 'node:child_process';
import { Duplex } from 'node:stream';

/** An emulator that was started to be asked, with its QMP monitor on a socket that it inherited. */
export interface EmulatorProcess {
  readonly monitor: Duplex;
  /** What it wrote to stderr, its last 4096 characters. */
  lastWords(): string;
  /** Kills it and all that it started, and resolves when it is gone: with the error that kept it from starting, if any. */
  kill(): Promise<Error | undefined>;
}

/**
 * Kills its process group, itself included, as soon as the pipe on its stdin ends, which it also does when this process dies
 * of whatever cause: no emulator outlives its caller, not even one that hangs. The shell closes the monitor's socket, so
 * that its other end sees the emulator's end.
 */
const WATCHDOG = '"$@" </dev/null >/dev/null & exec 3<&- 3>&-; read -r _; kill -KILL 0';

const PROBE_ARGUMENTS = [
  '-S',
  '-no-user-config',
  '-nodefaults',
  '-nographic',
  '-chardev',
  'socket,id=monitor,fd=3',
  '-mon',
  'chardev=monitor,mode=control',
];

const LAST_WORDS_LENGTH = 4096;

/** For what is still in the pipe of stderr when a process is gone, unless somebody else holds its other end. */
const LAST_WORDS_MS = 50;

/** Starts an emulator without a machine; `accel` lists accelerators to try: `kvm:tcg`. */
export function startEmulator(binary: string, accel: string): EmulatorProcess {
  const argv = [binary, ...PROBE_ARGUMENTS, '-machine', `none,accel=${accel}`];
  const watchdog = spawn('/bin/sh', ['-c', WATCHDOG, 'sh', ...argv], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
    detached: true,
  });
  let words = '';
  watchdog.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS_LENGTH);
  });
  const gone = new Promise<Error | undefined>((resolve) => {
    watchdog.once('error', resolve);
    watchdog.once('exit', () => {
      const timer = setTimeout(() => resolve(undefined), LAST_WORDS_MS);
      watchdog.once('close', () => clearTimeout(timer));
    });
    watchdog.once('close', () => resolve(undefined));
  });
  const monitor = watchdog.stdio[3];
  if (!(monitor instanceof Duplex)) throw new TypeError('the descriptor of the monitor is no socket');
  for (const stream of [watchdog.stdin, monitor]) stream?.on('error', ignoreBrokenPipe);
  return {
    monitor,
    lastWords: () => words.trim(),
    async kill() {
      monitor.destroy();
      watchdog.stdin?.destroy();
      const error = await gone;
      watchdog.stderr?.destroy();
      return error;
    },
  };
}

/** The end of the process is told by its exit; broken pipes say nothing more. */
function ignoreBrokenPipe(): void {}
