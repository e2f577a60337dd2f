import { architectureOfTarget } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';

/** What an emulator tells of itself to somebody who knows nothing of it but its monitor. */
export interface EmulatorIdentity {
  readonly name: string;
  readonly isRunning: boolean;
  /** Where each character device leads, by its id. */
  readonly characterDevices: ReadonlyMap<string, string>;
  /** The least definition: what kind of machine it is, without its devices. */
  readonly definition: DomainDefinition & { readonly uuid: string };
}

/** The answers it is made of. */
export interface IdentityAnswers {
  readonly name: string;
  readonly uuid: string;
  readonly isRunning: boolean;
  readonly devices: readonly { readonly label: string; readonly filename: string }[];
  /** QEMU's name of the architecture. */
  readonly target: string;
  readonly isKvm: boolean;
  readonly memoryBytes: number;
  readonly vcpus: number;
  /** QEMU's type of the machine object: `pc-i440fx-7.2-machine`. */
  readonly machine: string;
}

export interface IdentifyOptions {
  readonly signal: AbortSignal;
  readonly greetingTimeoutMs: number;
  /** Path of the emulator's program, which ends in `qemu-system-ARCH`. */
  readonly program: string;
}

export function emulatorIdentity(answers: IdentityAnswers): EmulatorIdentity {
  const { name, uuid, isRunning, devices, target, isKvm, memoryBytes, vcpus, machine } = answers;
  const arch = architectureOfTarget(target);
  return {
    name,
    isRunning,
    characterDevices: new Map(devices.map(({ label, filename }) => [label, filename])),
    definition: {
      type: isKvm ? 'kvm' : 'qemu',
      name,
      uuid,
      memoryKiB: memoryBytes / 1024,
      vcpu: { count: vcpus },
      os: {
        type: 'hvm',
        ...(arch !== undefined && arch !== 'or32' && { arch }),
        machine: machine.replace(/-machine$/, ''),
      },
    },
  };
}
