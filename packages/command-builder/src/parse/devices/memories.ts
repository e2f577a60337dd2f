import type { MemoryDevice } from '../../definition/devices.js';
import { type DeviceParser, listed } from '../draft.js';
import { given, some } from '../given.js';
import { memoryBackendOf, pluggedSource } from '../memory-backend.js';
import type { NativeArgument } from '../native-argument.js';
import { Unmapped } from '../unmapped.js';
import { placeOf } from './device-place.js';
import { objectOf, virtioModel } from './small-devices.js';
import { parseVirtioName } from './virtio-name.js';

function dimmPlace({ parameters }: NativeArgument) {
  const slot = parameters.number('slot');
  const base = parameters.integer('addr');
  return slot === undefined && base === undefined
    ? {}
    : { address: { type: 'dimm', ...given({ slot, base }) } as const };
}

/** Memory modules. */
export const parseDimm: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const driver = parameters.text('driver');
  parameters.text('id');
  const backend = memoryBackendOf(parameters.text('memdev'), draft);
  const { sizeKiB } = backend;
  const node = parameters.number('node');
  const common = { ...given({ access: backend.access, discard: backend.discard }), ...dimmPlace(device) };
  if (driver === 'pc-dimm') {
    const source = given({ source: pluggedSource(backend) });
    return listed(
      'memories',
      { model: 'dimm', ...source, target: { sizeKiB, ...given({ node }) }, ...common },
      backend.uses,
    );
  }
  const label = parameters.sizeKiB('label-size');
  const nvdimm: MemoryDevice = {
    model: 'nvdimm',
    ...given({ uuid: parameters.text('uuid') }),
    source: given({
      path: backend.path,
      alignsizeKiB: backend.alignKiB,
      pmem: backend.pmem === true ? (true as const) : undefined,
    }),
    target: {
      sizeKiB,
      ...given({
        node,
        label: label === undefined ? undefined : { sizeKiB: label },
        readonly: parameters.flag('unarmed') === true ? (true as const) : undefined,
      }),
    },
    ...common,
  };
  return listed('memories', nvdimm, backend.uses);
};

/** Memory that virtio brings. */
export const parseVirtioMemory: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const base = parseVirtioName(parameters.peek('driver') ?? '')?.base;
  virtioModel(device);
  parameters.text('id');
  const backend = memoryBackendOf(parameters.text('memdev'), draft);
  const { sizeKiB } = backend;
  const memaddr = parameters.integer('memaddr');
  const address = memaddr === undefined ? undefined : { base: memaddr };
  const place = placeOf(device, draft);
  const common = given({ access: backend.access, discard: backend.discard, address: place.address });
  if (base === 'virtio-pmem') {
    const target = { sizeKiB, ...given({ address }) };
    return listed(
      'memories',
      { model: 'virtio-pmem', source: given({ path: backend.path }), target, ...common },
      backend.uses,
    );
  }
  const target = {
    sizeKiB,
    ...given({
      dynamicMemslots: parameters.flag('dynamic-memslots'),
      node: parameters.number('node'),
      blockKiB: parameters.sizeKiB('block-size'),
      requestedKiB: parameters.sizeKiB('requested-size'),
      address,
    }),
  };
  const source = given({ source: pluggedSource(backend) });
  return listed('memories', { model: 'virtio-mem', ...source, target, ...common }, backend.uses);
};

const SHM = '/dev/shm/';

/** Memory that domains share. */
export const parseShmem: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const type = parameters.word('driver', ['ivshmem-plain', 'ivshmem-doorbell']);
  parameters.text('id');
  const place = placeOf(device, draft);
  const common = { ...given({ address: place.address }) };
  if (type === 'ivshmem-doorbell') return doorbell(device, common, draft);
  const object = objectOf(parameters.text('memdev'), draft);
  object.parameters.implied('qom-type', 'memory-backend-file');
  object.parameters.implied('share', 'on');
  const path = object.parameters.text('mem-path') ?? '';
  if (!path.startsWith(SHM)) throw new Unmapped(`shared memory lies in ${SHM}, not in '${path}'`);
  const sizeKiB = object.parameters.sizeKiB('size');
  const master = parameters.flag('master');
  return listed(
    'shmems',
    {
      name: path.slice(SHM.length),
      model: { type: 'ivshmem-plain' },
      ...given({
        sizeBytes: sizeKiB === undefined ? undefined : sizeKiB * 1024,
        role: master === undefined ? undefined : master ? ('master' as const) : ('peer' as const),
      }),
      ...common,
    },
    [object],
  );
};

function doorbell(
  { parameters }: NativeArgument,
  common: Pick<MemoryDevice, 'address'>,
  { line }: Parameters<DeviceParser>[1],
) {
  const chardev = line.find('chardev', parameters.text('chardev') ?? '');
  if (chardev === undefined) throw new Unmapped('there is no server of shared memory');
  for (const name of ['backend', 'id']) chardev.parameters.text(name);
  const path = chardev.parameters.text('path');
  const name = /\/([^/]*)-sock$/.exec(path ?? '')?.[1]?.replace(/^shmem-/, '') ?? 'shmem';
  const msi = some({ vectors: parameters.number('vectors'), ioeventfd: parameters.flag('ioeventfd') });
  return listed(
    'shmems',
    { name, model: { type: 'ivshmem-doorbell' }, server: given({ path }), ...given({ msi }), ...common },
    [chardev],
  );
}
