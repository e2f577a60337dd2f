import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import type { QmpClient } from '@virtkit/qmp';
import type { SnapshotMonitor } from './snapshot-monitor.js';

/** Runs a request under its name, its failures as VirtError. */
type Request = (name: string, run: () => Promise<void>) => Promise<void>;

const POLL_MS = 20;

/** Snapshots inside images, over QMP: each is a job of QEMU's, since 6.0. */
export function qmpSnapshots(client: QmpClient, request: Request): SnapshotMonitor {
  return {
    saveSnapshot: (name, disks, signal) =>
      request('saveSnapshot', async () => {
        const devices = await nodesOf(client, disks, signal);
        const job = jobId();
        await client.execute(
          'snapshot-save',
          { 'job-id': job, tag: name, vmstate: devices[0] ?? '', devices },
          { signal },
        );
        await concluded(client, job);
      }),
    deleteSnapshot: (name, disks, signal) =>
      request('deleteSnapshot', async () => {
        const devices = await nodesOf(client, disks, signal);
        const job = jobId();
        await client.execute('snapshot-delete', { 'job-id': job, tag: name, devices }, { signal });
        await concluded(client, job);
      }),
  };
}

/** Well-formed, whatever the snapshot is called, and nobody else's. */
function jobId(): string {
  return `snapshot-${randomUUID()}`;
}

/** The names of the topmost block nodes of disks. */
async function nodesOf(client: QmpClient, disks: readonly string[], signal: AbortSignal): Promise<string[]> {
  const devices = await client.execute('query-block', undefined, { signal });
  return disks.map((disk) => {
    const found = devices.find(({ qdev }) => qdev?.split('/').includes(disk));
    const node = found?.inserted?.['node-name'];
    if (node !== undefined) return node;
    throw new VirtError('INTERNAL_ERROR', `QEMU knows no image in disk '${disk}'`, { domain: 'QEMU' });
  });
}

/** Waits for the end of a job that nobody can stop half-way, and fails as it did. */
async function concluded(client: QmpClient, id: string): Promise<void> {
  for (;;) {
    const job = (await client.execute('query-jobs')).find((one) => one.id === id);
    if (job === undefined) return;
    if (job.status === 'concluded') {
      await client.execute('job-dismiss', { id });
      if (job.error !== undefined) throw new VirtError('OPERATION_FAILED', job.error, { domain: 'QEMU' });
      return;
    }
    await sleep(POLL_MS);
  }
}
