import { VirtError } from '@virtkit/errors';
import type { HmpClient } from '@virtkit/hmp';
import { setLink } from '@virtkit/hmp/commands';
import type { DeviceMonitor } from './device-monitor.js';

/** Runs a request under its name, its failures as VirtError. */
type Request = (name: string, run: () => Promise<void>) => Promise<void>;

async function unsupported(): Promise<never> {
  throw new VirtError('OPERATION_UNSUPPORTED', 'the text monitor does not tell what becomes of devices', {
    domain: 'QEMU',
  });
}

/** The devices of a running emulator, over the human monitor: it has no event that tells when a device has gone. */
export function hmpDevices(client: HmpClient, request: Request): DeviceMonitor {
  return {
    attachDevice: unsupported,
    unplugDevice: unsupported,
    removeBackends: unsupported,
    setLink: (name, isUp, signal) => request('setLink', () => client.execute(setLink(name, isUp), { signal })),
  };
}
