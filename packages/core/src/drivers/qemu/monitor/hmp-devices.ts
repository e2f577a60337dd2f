import { VirtError } from '@virtkit/errors';
import type { HmpClient } from '@virtkit/hmp';
import { infoQomTree, setLink } from '@virtkit/hmp/commands';
import { type DeviceMonitor, PERIPHERALS } from './device-monitor.js';

/** Runs a request under its name, its failures as VirtError. */
type Request = <T>(name: string, run: () => Promise<T>) => Promise<T>;

async function unsupported(): Promise<never> {
  throw new VirtError('OPERATION_UNSUPPORTED', 'the text monitor does not tell what becomes of devices', {
    domain: 'QEMU',
  });
}

/** The devices of a running emulator, over the human monitor: it has no event that tells when a device has gone. */
export function hmpDevices(client: HmpClient, request: Request): DeviceMonitor {
  return {
    queryDevices: (signal) =>
      request('queryDevices', async () => {
        const { children } = await client.execute(infoQomTree(PERIPHERALS), { signal });
        return new Set(children.map(({ name }) => name));
      }),
    attachDevice: unsupported,
    unplugDevice: unsupported,
    removeBackends: unsupported,
    setLink: (name, isUp, signal) => request('setLink', () => client.execute(setLink(name, isUp), { signal })),
  };
}
