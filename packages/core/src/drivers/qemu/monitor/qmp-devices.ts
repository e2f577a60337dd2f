import type { HotplugStep } from '@virtkit/command-builder';
import { type QmpClient, QmpError } from '@virtkit/qmp';
import { type DeviceMonitor, PERIPHERALS } from './device-monitor.js';

/** Runs a request under its name, its failures as VirtError. */
type Request = <T>(name: string, run: () => Promise<T>) => Promise<T>;

/** The devices of a running emulator, over QMP. */
export function qmpDevices(client: QmpClient, request: Request): DeviceMonitor {
  return {
    queryDevices: (signal) =>
      request('queryDevices', async () => {
        const members = await client.execute('qom-list', { path: PERIPHERALS }, { signal });
        return new Set(members.map(({ name }) => name));
      }),
    attachDevice: (steps, signal) => request('attachDevice', () => attachDevice(client, steps, signal)),
    unplugDevice: (id, signal) =>
      request('unplugDevice', async () => {
        await client.execute('device_del', { id }, { signal });
      }),
    removeBackends: (steps, signal) =>
      request('removeBackends', () => removeObjects(client, steps.slice(0, -1), signal)),
    setLink: (name, up, signal) =>
      request('setLink', async () => {
        await client.execute('set_link', { name, up }, { signal });
      }),
  };
}

/** Giving up is heeded between two objects alone: of a command that is on its way nobody could tell what it did. */
async function attachDevice(client: QmpClient, steps: readonly HotplugStep[], signal: AbortSignal): Promise<void> {
  const made: HotplugStep[] = [];
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await client.executeUntyped(step.add.name, step.add.arguments);
      made.push(step);
    }
  } catch (error) {
    // The first error says more than those that undoing may meet.
    await removeObjects(client, made).catch(() => {});
    throw error;
  }
}

async function removeObjects(client: QmpClient, steps: readonly HotplugStep[], signal?: AbortSignal): Promise<void> {
  for (const { remove } of steps.toReversed()) {
    try {
      await client.executeUntyped(remove.name, remove.arguments, { signal });
    } catch (error) {
      if (!QmpError.isInstance(error, 'COMMAND_FAILED')) throw error;
    }
  }
}
