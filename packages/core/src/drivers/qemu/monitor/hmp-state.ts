import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import type { HmpClient } from '@virtkit/hmp';
import {
  dumpGuestMemory,
  infoMigrate,
  migrate,
  migrateCancel,
  migrateIncoming,
  migrateSetParameter,
} from '@virtkit/hmp/commands';
import type { StateMonitor } from './state-monitor.js';

/** Runs a request under its name, its failures as VirtError. */
type Request = (name: string, run: () => Promise<void>) => Promise<void>;

const POLL_MS = 20;
/** No disk is faster, and QEMU's own limit is meant for networks. */
const BANDWIDTH = '1024T';
const FAILED: ReadonlySet<string> = new Set(['failed', 'cancelled']);

/** The whole state of a machine, over the human monitor. */
export function hmpState(client: HmpClient, request: Request): StateMonitor {
  return {
    sendState: (path, signal) => request('sendState', () => sendState(client, path, signal)),
    takeState: (path, connect, signal) =>
      request('takeState', async () => {
        await client.execute(migrateIncoming(`unix:${path}`), { signal });
        await connect();
        await settled(client, signal);
      }),
    dumpMemory: (path, signal) =>
      request('dumpMemory', () =>
        client.execute(dumpGuestMemory(path), { signal, timeoutMs: Number.POSITIVE_INFINITY }),
      ),
  };
}

async function sendState(client: HmpClient, path: string, signal: AbortSignal): Promise<void> {
  await client.execute(migrateSetParameter('max-bandwidth', BANDWIDTH), { signal });
  await client.execute(migrate({ uri: `unix:${path}`, detach: true }), { signal });
  try {
    await settled(client, signal);
  } catch (error) {
    await client.execute(migrateCancel());
    throw error;
  }
}

async function settled(client: HmpClient, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { status, reason } = await client.execute(infoMigrate(), { signal });
    if (status === 'completed') return;
    if (FAILED.has(status)) {
      throw new VirtError('OPERATION_FAILED', `the machine's state was not handed over: ${reason ?? status}`, {
        domain: 'QEMU',
      });
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}
