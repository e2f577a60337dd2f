import { architectureOfTarget } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { QmpClient } from '@virtkit/qmp';

/** What an emulator tells of itself to somebody who knows nothing of it but its monitor. */
export interface EmulatorIdentity {
  readonly name: string;
  readonly isRunning: boolean;
  /** Where each character device leads, by its id. */
  readonly characterDevices: ReadonlyMap<string, string>;
  /** The least definition: what kind of machine it is, without its devices. */
  readonly definition: DomainDefinition & { readonly uuid: string };
}

/** Asks the emulator behind a QMP monitor who it is, and lets go of the monitor. @throws QmpError if it doesn't answer */
export async function identifyEmulator(
  path: string,
  options: { readonly signal: AbortSignal; readonly greetingTimeoutMs: number },
): Promise<EmulatorIdentity> {
  const client = await QmpClient.connect({ path }, options);
  const { signal } = options;
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
    const known = architectureOfTarget(arch);
    return {
      name,
      isRunning: running,
      characterDevices: new Map(devices.map(({ label, filename }) => [label, filename])),
      definition: {
        type: enabled ? 'kvm' : 'qemu',
        name,
        uuid,
        memoryKiB: Number(memory['base-memory']) / 1024,
        vcpu: { count: cpus.length },
        os: {
          type: 'hvm',
          ...(known !== undefined && known !== 'or32' && { arch: known }),
          machine: String(machine).replace(/-machine$/, ''),
        },
      },
    };
  } finally {
    await client.close();
  }
}
