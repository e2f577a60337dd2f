import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `usage: virtkitd --socket PATH [--root DIR] [--uri URI] [--timeout SECONDS] [--config FILE]

Serves libvirt's wire protocol on a unix socket, in the foreground.

  --socket PATH      where to listen
  --root DIR         where the qemu driver keeps its files, for qemu:///session and qemu:///system
                     (default: virtkit in the user's data directory)
  --uri URI          what a client that names no URI gets; opened at the start (default: qemu:///session)
  --timeout SECONDS  end after so long without a client and a running domain
  --config FILE      JSON: {"drivers": ["npm-module", "./file.js"], "limits": {"maxClients": 100}}
  --help             show this
`;

/** What a virtkitd is to do. */
export interface DaemonCommand {
  readonly socket: string;
  readonly root: string;
  readonly uri: string;
  readonly timeoutMs: number | undefined;
  readonly config: string | undefined;
}

function defaultRoot(): string {
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local/share'), 'virtkit');
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
      config: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const { socket, root = defaultRoot(), uri, timeout, config } = values;
  if (socket === undefined) throw new Error('--socket PATH is missing');
  const seconds = timeout === undefined ? undefined : Number(timeout);
  if (seconds !== undefined && !(seconds > 0)) throw new Error(`--timeout '${timeout}' is no number of seconds`);
  return {
    socket: resolve(socket),
    root: resolve(root),
    uri,
    timeoutMs: seconds === undefined ? undefined : seconds * 1000,
    config: config === undefined ? undefined : resolve(config),
  };
}
