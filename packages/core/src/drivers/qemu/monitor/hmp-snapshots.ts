import type { HmpClient } from '@virtkit/hmp';
import { delvm, savevm } from '@virtkit/hmp/commands';
import type { SnapshotMonitor } from './snapshot-monitor.js';

/** Runs a request under its name, its failures as VirtError. */
type Request = (name: string, run: () => Promise<void>) => Promise<void>;

/** Snapshots inside images, over the human monitor, which takes those of all disks that can have one. */
export function hmpSnapshots(client: HmpClient, request: Request): SnapshotMonitor {
  return {
    saveSnapshot: (name, _disks, signal) => request('saveSnapshot', () => client.execute(savevm(name), { signal })),
    deleteSnapshot: (name, _disks, signal) => request('deleteSnapshot', () => client.execute(delvm(name), { signal })),
  };
}
