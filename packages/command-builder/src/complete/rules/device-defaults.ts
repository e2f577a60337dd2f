import { changeDevices, withDevices } from '../change.js';
import { type CompletionRule, machineOf } from '../completion-context.js';

const VIRTIO_SOUND_STREAMS = 2;
const DEFAULT_SHMEM_BYTES = 4 * 1024 * 1024;

/** A virtio sound card has a stream each way. */
export const soundStreams: CompletionRule = {
  name: 'streams of the sound card',
  apply: (definition) =>
    changeDevices(definition, 'sounds', (sound) =>
      sound.model === 'virtio' && sound.streams === undefined ? { ...sound, streams: VIRTIO_SOUND_STREAMS } : sound,
    ),
};

/** Shared memory has a size, unless a server decides on it; such a device interrupts through ioeventfd. */
export const shmemDefaults: CompletionRule = {
  name: 'size of the shared memory',
  apply: (definition) =>
    changeDevices(definition, 'shmems', (shmem) => {
      if (shmem.model?.type === 'ivshmem-plain') {
        return shmem.sizeBytes === undefined ? { ...shmem, sizeBytes: DEFAULT_SHMEM_BYTES } : shmem;
      }
      if (shmem.model?.type !== 'ivshmem-doorbell' || shmem.msi?.ioeventfd !== undefined) return shmem;
      return { ...shmem, msi: { ...shmem.msi, ioeventfd: true } };
    }),
};

/** A vsock is a virtio device. */
export const vsockModel: CompletionRule = {
  name: 'model of the vsock',
  apply: (definition) => {
    const { vsock } = definition.devices ?? {};
    if (vsock === undefined || vsock.model !== undefined) return definition;
    return withDevices(definition, { vsock: { ...vsock, model: 'virtio' } });
  },
};

/** Where numad chooses the CPUs, it chooses the memory, too. */
export const numadMemory: CompletionRule = {
  name: 'memory where numad has the CPUs',
  apply: (definition) => {
    if (definition.vcpu?.placement !== 'auto' || definition.numatune !== undefined) return definition;
    return { ...definition, numatune: { memory: { mode: 'strict', placement: 'auto' } } };
  },
};

/** Lengths of vectors mean nothing without SVE itself. */
export const vectorExtension: CompletionRule = {
  name: 'SVE for its lengths',
  apply: (definition, context) => {
    const { cpu } = definition;
    if (machineOf(definition, context).arch !== 'aarch64' || cpu?.features === undefined) return definition;
    const lengths = cpu.features.some(({ name, policy }) => /^sve\d+$/.test(name) && policy === 'require');
    if (!lengths || cpu.features.some(({ name }) => name === 'sve')) return definition;
    return { ...definition, cpu: { ...cpu, features: [...cpu.features, { policy: 'require', name: 'sve' }] } };
  },
};
