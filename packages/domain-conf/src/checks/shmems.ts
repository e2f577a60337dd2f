import type { Check } from './check.js';

const MIB = 1_048_576;

/** Shared memory has a size that can be mapped. */
export const checkShmems: Check = ({ devices = {} }, tell) => {
  devices.shmems?.forEach(({ model, sizeBytes, server, msi, role }, index) => {
    const path = `/devices/shmems/${index}`;
    if ((model?.type ?? 'ivshmem') === 'ivshmem') {
      tell(
        'CONFIG_UNSUPPORTED',
        'ivshmem device is no longer supported',
        `${path}/model`,
        'Allowed: ivshmem-plain, ivshmem-doorbell',
      );
    }
    if (sizeBytes !== undefined && (sizeBytes < MIB || !Number.isInteger(Math.log2(sizeBytes)))) {
      tell('XML_ERROR', 'shmem size must be a power of 2 and at least 1 MiB (1024 KiB)', `${path}/sizeBytes`);
    }
    if (msi !== undefined && server === undefined) {
      tell('XML_ERROR', 'msi option is only supported with a server', `${path}/msi`);
    }
    if (role !== undefined && model?.type === 'ivshmem-doorbell') {
      tell('XML_ERROR', "shmem 'role' is not supported with ivshmem-doorbell", `${path}/role`);
    }
  });
};
