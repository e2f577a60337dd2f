import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import type { QmpClient } from '@virtkit/qmp';
import type { StateMonitor } from './state-monitor.js';

/** Runs a request under its name, its failures as VirtError. */
type Request = (name: string, run: () => Promise<void>) => Promise<void>;

const POLL_MS = 20;
/** In bytes a second: no disk is faster, and QEMU's own limit is meant for networks. */
const BANDWIDTH = 2 ** 50;
const FAILED: ReadonlySet<string> = new Set(['failed', 'cancelled']);

/** The whole state of a machine, over QMP. */
export function qmpState(client: QmpClient, request: Request): StateMonitor {
  return {
    sendState: (path, signal) => request('sendState', () => sendState(client, path, signal)),
    takeState: (path, connect, signal) =>
      request('takeState', async () => {
        await client.execute('migrate-incoming', { uri: `unix:${path}` }, { signal });
        await connect();
        await settled(client, signal);
      }),
    dumpMemory: (path, signal) => request('dumpMemory', () => dumpMemory(client, path, signal)),
  };
}

async function sendState(client: QmpClient, path: string, signal: AbortSignal): Promise<void> {
  await client.execute('migrate-set-parameters', { 'max-bandwidth': BANDWIDTH }, { signal });
  await client.execute('migrate', { uri: `unix:${path}` }, { signal });
  try {
    await settled(client, signal);
  } catch (error) {
    await client.execute('migrate_cancel');
    throw error;
  }
}

async function settled(client: QmpClient, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { status, 'error-desc': reason } = await client.execute('query-migrate', undefined, { signal });
    if (status === 'completed') return;
    if (status !== undefined && FAILED.has(status)) {
      throw new VirtError('OPERATION_FAILED', `the machine's state was not handed over: ${reason ?? status}`, {
        domain: 'QEMU',
      });
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

async function dumpMemory(client: QmpClient, path: string, signal: AbortSignal): Promise<void> {
  await client.execute('dump-guest-memory', { paging: false, protocol: `file:${path}`, detach: true }, { signal });
  for (;;) {
    const { status } = await client.execute('query-dump', undefined, { signal });
    if (status === 'completed') return;
    if (status === 'failed') throw new VirtError('OPERATION_FAILED', `cannot dump to '${path}'`, { domain: 'QEMU' });
    await sleep(POLL_MS, undefined, { signal });
  }
}
