import { spawn } from 'node:child_process';
import { Duplex } from 'node:stream';
import { VirtError } from '@virtkit/errors';

/** A server on another host, reached by the system's `ssh`. */
export interface SshTarget {
  readonly host: string;
  readonly user?: string | undefined;
  readonly port?: number | undefined;
  /** What runs on the host with the server at its standard input and output: {@link helperCommand}, as libvirt does. */
  readonly remoteCommand: readonly string[];
  /** The program to run here. Default `ssh`. */
  readonly command?: string | undefined;
  /** The key's file. */
  readonly identityFile?: string | undefined;
  /** Whether to ask for passwords and unknown hosts' keys on the terminal. Default: never ask, but fail. */
  readonly interactive?: boolean | undefined;
}

/** How much of what ssh says on its standard error is kept for the error. */
const COMPLAINT_CHARACTERS = 2048;

/**
 * The words that reach libvirt on a host: its own helper, where installed, which finds the socket for the URI by itself,
 * else netcat on `socketPath`.
 */
export function helperCommand(uri: string, socketPath: string, readOnly: boolean): string[] {
  const script =
    'if command -v virt-ssh-helper >/dev/null 2>&1; then exec virt-ssh-helper $2 "$0"; else exec nc -U "$1"; fi';
  return ['sh', '-c', script, uri, socketPath, ...(readOnly ? ['-r'] : [])];
}

/** The words of ssh's command line. ssh hands the remote ones to a shell, so that they are quoted for one. */
export function sshArguments(target: SshTarget): string[] {
  return [
    '-T',
    ...['-e', 'none'],
    ...(target.interactive ? [] : ['-o', 'BatchMode=yes']),
    ...(target.port === undefined ? [] : ['-p', String(target.port)]),
    ...(target.user === undefined ? [] : ['-l', target.user]),
    ...(target.identityFile === undefined ? [] : ['-i', target.identityFile]),
    '--',
    target.host,
    target.remoteCommand.map(quote).join(' '),
  ];
}

/** Starts ssh; the stream fails with ssh's own words when it ends before its time. */
export function connectThroughSsh(target: SshTarget): Duplex {
  const child = spawn(target.command ?? 'ssh', sshArguments(target), { stdio: 'pipe' });
  const stream = new Duplex({
    read: () => void child.stdout.resume(),
    // What can't be written any more is told by the end of the child, with the reason.
    write: (chunk, _, done) => void child.stdin.write(chunk, () => done()),
    final: (done) => void child.stdin.end(() => done()),
    destroy: (error, done) => {
      child.kill();
      done(error);
    },
  });
  const fail = (detail: string, cause?: unknown): void => {
    stream.destroy(new VirtError('SYSTEM_ERROR', `Cannot reach ${target.host}: ${detail}`, { domain: 'RPC', cause }));
  };
  let complaint = '';
  child.stdin.on('error', () => undefined);
  child.stdout.on('data', (chunk) => {
    if (!stream.push(chunk)) child.stdout.pause();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_CHARACTERS);
  });
  child.on('error', (cause) => fail(cause.message, cause));
  child.on('close', (code, signal) => {
    if (code === 0) stream.push(null);
    else fail(complaint.trim() || `ssh ended with ${signal ?? code}`);
  });
  return stream;
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
