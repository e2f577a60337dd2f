import { parseArgs } from 'node:util';

export const USAGE = `usage: virtkitd --socket PATH [--root DIR] [--uri URI] [--timeout SECONDS]

Serves libvirt's wire protocol on a unix socket, in the foreground.

  --socket PATH      where to listen
  --root DIR         where the qemu driver keeps its files, for qemu:///session and qemu:///system
  --uri URI          what a client that names no URI gets (default: qemu:///session)
  --timeout SECONDS  end after so long without a client
  --help             show this
`;

/** What a virtkitd is to do. */
export interface DaemonCommand {
  readonly socket: string;
  readonly root: string | undefined;
  readonly uri: string;
  readonly timeoutMs: number | undefined;
}

/** Reads the command line; `help` asks for {@link USAGE}. @throws Error that says what is wrong with it */
export function parseCommandLine(args: readonly string[]): DaemonCommand | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      socket: { type: 'string' },
      root: { type: 'string' },
      uri: { type: 'string', default: 'qemu:///session' },
      timeout: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const { socket, root, uri, timeout } = values;
  if (socket === undefined) throw new Error('--socket PATH is missing');
  const seconds = timeout === undefined ? undefined : Number(timeout);
  if (seconds !== undefined && !(seconds > 0)) throw new Error(`--timeout '${timeout}' is no number of seconds`);
  return { socket, root, uri, timeoutMs: seconds === undefined ? undefined : seconds * 1000 };
}
