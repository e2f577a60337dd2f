import type { Crypto, Panic, Watchdog } from '../../definition/devices.js';
import { chardevOf } from '../chardev-source.js';
import { type DeviceParser, type Draft, listed, single } from '../draft.js';
import { given, some } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import { needed, Unmapped } from '../unmapped.js';
import { isaPlace, pciPlace, placeOf, usbPlace } from './device-place.js';
import { parseVirtioName } from './virtio-name.js';
import { virtioDriverOptions } from './virtio-options.js';

/** The object with an id, as `-object` made it. */
export function objectOf(id: string | undefined, { line }: Draft): NativeArgument {
  const object = needed(id === undefined ? undefined : line.find('object', id), `there is no object '${id ?? ''}'`);
  object.parameters.text('id');
  return object;
}

/** The model of a virtio device, where a definition says it. */
export function virtioModel(device: NativeArgument) {
  return needed(parseVirtioName(device.parameters.text('driver') ?? ''), 'no virtio device').model;
}

export const parseRng: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const model = virtioModel(device);
  parameters.text('id');
  const named = parameters.text('rng');
  const place = placeOf(device, draft);
  const bytes = parameters.number('max-bytes');
  const rate = bytes === undefined ? undefined : { bytes, ...given({ period: parameters.number('period') }) };
  const rest = { ...given({ rate, driver: virtioDriverOptions(parameters), address: place.address }) };
  if (named === undefined) return listed('rngs', { model, backend: { model: 'builtin' }, ...rest }, place.uses);
  const object = objectOf(named, draft);
  const type = object.parameters.text('qom-type');
  const uses = [object, ...place.uses];
  if (type === 'rng-random') {
    const backend = { model: 'random', ...given({ path: object.parameters.text('filename') }) } as const;
    return listed('rngs', { model, backend, ...rest }, uses);
  }
  if (type === 'rng-builtin') return listed('rngs', { model, backend: { model: 'builtin' }, ...rest }, uses);
  if (type !== 'rng-egd') throw new Unmapped(`random numbers from '${type ?? ''}' have no element`);
  const { source, log, uses: host } = chardevOf(object.parameters.text('chardev'), draft);
  if (source.type === 'udp' || source.type === 'qemu-vdagent') {
    throw new Unmapped(`random numbers over ${source.type} are not read`);
  }
  return listed('rngs', { model, backend: { model: 'egd', ...source, ...log }, ...rest }, [...uses, ...host]);
};

export const parseMemballoon: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const model = virtioModel(device);
  parameters.text('id');
  const place = placeOf(device, draft);
  return single(
    'memballoon',
    {
      model,
      ...given({
        autodeflate: parameters.flag('deflate-on-oom'),
        freePageReporting: parameters.flag('free-page-reporting'),
        driver: virtioDriverOptions(parameters),
        address: place.address,
      }),
    },
    place.uses,
  );
};

/** Lower ones are the hypervisor's and the host's: the driver is to choose. */
const FIRST_CID = 3;

export const parseVsock: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const model = virtioModel(device);
  parameters.text('id');
  const address = parameters.number('guest-cid');
  if (parameters.text('vhostfd') !== undefined) {
    draft.assumptions.push({ words: device.words, reason: 'the descriptor is one of /dev/vhost-vsock' });
  }
  const place = placeOf(device, draft);
  return single('vsock', {
    ...given({ model: model === 'virtio' ? undefined : model, driver: virtioDriverOptions(parameters) }),
    cid: address === undefined || address < FIRST_CID ? { auto: true } : { auto: false, address },
    ...given({ address: place.address }),
  });
};

export const parseCrypto: DeviceParser = (device, draft) => {
  const { parameters } = device;
  virtioModel(device);
  parameters.text('id');
  const object = objectOf(parameters.text('cryptodev'), draft);
  const type = object.parameters.text('qom-type');
  const model = type === 'cryptodev-backend-lkcf' ? 'lkcf' : 'builtin';
  if (type !== `cryptodev-backend-${model}`) throw new Unmapped(`ciphers by '${type ?? ''}' have no element`);
  const queues = object.parameters.number('queues');
  const place = placeOf(device, draft);
  const crypto: Crypto = {
    model: 'virtio',
    type: 'qemu',
    backend: { model, ...given({ queues }) },
    ...given({ driver: virtioDriverOptions(parameters), address: place.address }),
  };
  return listed('cryptos', crypto, [object, ...place.uses]);
};

const WATCHDOGS = ['i6300esb', 'ib700', 'diag288'] as const satisfies readonly Watchdog['model'][];

export const parseWatchdog: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const model = needed(parameters.word('driver', WATCHDOGS), 'no such watchdog');
  parameters.text('id');
  const place = model === 'i6300esb' ? pciPlace(device, draft) : { uses: [] };
  return listed('watchdogs', { model, ...given({ address: place.address }) }, place.uses);
};

export const parsePanic: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const isa = parameters.text('driver') === 'pvpanic';
  parameters.text('id');
  const place = isa ? isaPlace(device, 'ioport') : pciPlace(device, draft);
  const panic: Panic = { model: isa ? 'isa' : 'pvpanic', ...given({ address: place.address }) };
  return listed('panics', panic);
};

/** The controller of floppies, where the chipset has none: it comes with the first floppy. */
export const parseFloppyController: DeviceParser = ({ parameters }, { floppyBoots }) => {
  for (const name of ['driver', 'id']) parameters.text(name);
  for (const [unit, name] of ['bootindexA', 'bootindexB'].entries()) {
    const order = parameters.number(name);
    if (order !== undefined) floppyBoots.set(unit, order);
  }
  return { uses: [], add: () => undefined };
};

export const parseHub: DeviceParser = (device, draft) => {
  for (const name of ['driver', 'id']) device.parameters.text(name);
  return listed('hubs', { type: 'usb', ...usbPlace(device, draft) });
};

export const parseGenerationId: DeviceParser = ({ parameters }) => {
  for (const name of ['driver', 'id']) parameters.text(name);
  const genid = needed(parameters.text('guid'), 'there is no generation id');
  return {
    uses: [],
    add: ({ definition }) => {
      definition.genid = genid;
    },
  };
};

export const parseVmcoreinfo: DeviceParser = ({ parameters }) => {
  for (const name of ['driver', 'id']) parameters.text(name);
  return {
    uses: [],
    add: ({ definition }) => {
      definition.features = { ...definition.features, vmcoreinfo: true };
    },
  };
};

export const parseIommu: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const driver = parameters.text('driver');
  parameters.text('id');
  if (driver?.startsWith('virtio-iommu') === true) {
    return single('iommu', { model: 'virtio', ...given({ address: placeOf(device, draft).address }) });
  }
  const options = some({
    intremap: parameters.flag('intremap'),
    cachingMode: parameters.flag('caching-mode'),
    eim: parameters.flag('eim'),
    iotlb: parameters.flag('device-iotlb'),
    awBits: parameters.number('aw-bits'),
    dmaTranslation: parameters.flag('dma-translation'),
  });
  return single('iommu', { model: 'intel', ...given({ driver: options }) });
};

export const parsePstore: DeviceParser = (device, draft) => {
  const { parameters } = device;
  for (const name of ['driver', 'id']) parameters.text(name);
  const object = objectOf(parameters.text('memdev'), draft);
  object.parameters.implied('qom-type', 'memory-backend-file');
  object.parameters.implied('share', 'on');
  const path = object.parameters.text('mem-path');
  const sizeKiB = object.parameters.sizeKiB('size');
  const { address } = pciPlace(device, draft);
  return single('pstore', { backend: 'acpi-erst', ...given({ path, sizeKiB, address }) }, [object]);
};
