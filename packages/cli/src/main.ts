import { runVirtkit } from './run-virtkit.js';

/** Exit statuses as a shell tells them of a program that a signal ended. */
const SIGNAL_STATUSES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const CLOSED_PIPE_STATUS = 141;

const cancelling = new AbortController();

function cancel(status: number, reason: string): void {
  if (cancelling.signal.aborted) return;
  process.exitCode = status;
  cancelling.abort(new Error(reason));
}

for (const [name, status] of Object.entries(SIGNAL_STATUSES)) {
  // Once: a second Ctrl-C ends the program at once.
  process.once(name, () => cancel(status, name));
}
for (const stream of [process.stdout, process.stderr]) {
  // It may come late, when all is done but what was printed last.
  stream.on('error', ({ message }) => cancel(CLOSED_PIPE_STATUS, message));
}

// A command may wait for what holds no handle, as for an event of a driver in this process.
const staying = setInterval(() => {}, 60_000);
const { stdin, stdout, stderr } = process;
const status = await runVirtkit(process.argv.slice(2), { stdin, stdout, stderr, signal: cancelling.signal });
clearInterval(staying);
if (!cancelling.signal.aborted) process.exitCode = status;
