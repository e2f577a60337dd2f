import { QmpClient } from '@virtkit/qmp';
import { type EmulatorIdentity, emulatorIdentity, type IdentifyOptions } from './emulator-identity.js';

/** Asks the emulator behind a QMP monitor who it is, and lets go of the monitor. @throws QmpError if it doesn't answer */
export async function identifyEmulator(path: string, options: IdentifyOptions): Promise<EmulatorIdentity> {
  const { signal, greetingTimeoutMs } = options;
  const client = await QmpClient.connect({ path }, { signal, greetingTimeoutMs });
  try {
    const { name = '' } = await client.execute('query-name', undefined, { signal });
    const { UUID: uuid } = await client.execute('query-uuid', undefined, { signal });
    const { running } = await client.execute('query-status', undefined, { signal });
    const devices = await client.execute('query-chardev', undefined, { signal });
    const { arch } = await client.execute('query-target', undefined, { signal });
    const { enabled } = await client.execute('query-kvm', undefined, { signal });
    const memory = await client.execute('query-memory-size-summary', undefined, { signal });
    const cpus = await client.execute('query-cpus-fast', undefined, { signal });
    const machine = await client.execute('qom-get', { path: '/machine', property: 'type' }, { signal });
    return emulatorIdentity({
      name,
      uuid,
      isRunning: running,
      devices,
      target: arch,
      isKvm: enabled,
      memoryBytes: Number(memory['base-memory']),
      vcpus: cpus.length,
      machine: String(machine),
    });
  } finally {
    await client.close();
  }
}
