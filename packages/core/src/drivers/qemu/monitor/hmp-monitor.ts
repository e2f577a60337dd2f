import { VirtError } from '@virtkit/errors';
import { type Command, HmpClient } from '@virtkit/hmp';
import { cont, quit, stop, systemPowerdown, systemReset } from '@virtkit/hmp/commands';
import { traceMonitor } from '../../../trace/crossings.js';
import { bindRequests } from './bind-requests.js';
import { hmpDevices } from './hmp-devices.js';
import { virtErrorOfHmp } from './hmp-errors.js';
import * as requests from './hmp-requests.js';
import { hmpSnapshots } from './hmp-snapshots.js';
import { hmpState } from './hmp-state.js';
import type { Monitor, MonitorOptions } from './monitor.js';
import { pollMonitor } from './poll-monitor.js';
import { PolledRunState } from './polled-run-state.js';
import { watchForSignal } from './watch-for-signal.js';

const QUIT = /^\s*q(?:uit)?\s*$/;

function checkHuman(isHuman: boolean): void {
  if (isHuman) return;
  throw new VirtError('OPERATION_UNSUPPORTED', 'the text monitor takes no QMP commands', { domain: 'QEMU' });
}

/** Connects to the human monitor at a unix socket. @throws VirtError as {@link Monitor} says */
export async function connectHmpMonitor(options: MonitorOptions): Promise<Monitor> {
  const { domain, path, logPath, signal, greetingTimeoutMs, onEvent } = options;
  const request = <T>(name: string, run: () => Promise<T>): Promise<T> =>
    traceMonitor({ request: name, domain }, run).catch((error: unknown) => {
      throw virtErrorOfHmp(domain, error);
    });
  const client = await request('connect', () => HmpClient.connect({ path }, { signal, timeoutMs: greetingTimeoutMs }));
  const runState = new PolledRunState();
  const look = pollMonitor(client, runState, options);
  const isEndedBySignal = watchForSignal(logPath);
  let isQuitting = false;
  void client.closed.then(async () => {
    if (isQuitting || (await isEndedBySignal())) onEvent({ kind: 'shutdown', byGuest: false });
    onEvent({ kind: 'closed' });
  });
  const plain = (name: string, command: Command<void>, becomes?: string) => (aborted: AbortSignal) =>
    request(name, () => runState.change(() => client.execute(command, { signal: aborted }), becomes));
  const bound = bindRequests(requests, client, request);
  const reset = plain('systemReset', systemReset());
  return {
    cont: plain('cont', cont(), 'running'),
    stop: plain('stop', stop(), 'paused'),
    systemPowerdown: plain('systemPowerdown', systemPowerdown()),
    systemReset: async (aborted) => {
      await reset(aborted);
      onEvent({ kind: 'reset' });
    },
    quit: plain('quit', quit()),
    ...bound,
    queryStatus: async (aborted) => {
      const status = await bound.queryStatus(aborted);
      runState.note(status);
      return status;
    },
    ...hmpDevices(client, request),
    ...hmpState(client, request),
    ...hmpSnapshots(client, request),
    passThrough: (command, isHuman, aborted) =>
      request('passThrough', async () => {
        checkHuman(isHuman);
        isQuitting ||= QUIT.test(command);
        const reply = await runState.change(() => client.humanMonitorCommand(command, { signal: aborted }));
        await look();
        return reply;
      }),
    close: () => client.close(),
  };
}
