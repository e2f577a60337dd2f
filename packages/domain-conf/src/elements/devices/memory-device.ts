import {
  attribute,
  child,
  element,
  type Fields,
  flag,
  hex64,
  oneOf,
  record,
  scaled,
  string,
  text,
  uint,
  uuid,
  variant,
  within,
  yesNo,
} from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { cpuset } from '../cpuset.js';
import { unsupported } from '../words.js';

const discard = attribute(yesNo);
const access = attribute(oneOf('shared', 'private'));

const sizeKiB = within('size', { sizeKiB: text(scaled('KiB')) });
const after = { alias: child(alias), address: child(deviceAddress) } satisfies Fields;
const path = child(string);

const ram = {
  nodemask: child(cpuset),
  ...within('pagesize', { pagesizeKiB: text(scaled('KiB')) }),
} satisfies Fields;

const base = child(record({ base: attribute(hex64(1)) }), { name: 'address' });
const node = child(uint);

/** Memory that can be plugged. */
export const memoryDevice = element(
  'memory',
  variant('model', {
    dimm: {
      access,
      discard,
      source: child(record(ram)),
      target: child(record({ ...sizeKiB, node })),
      ...after,
    },
    nvdimm: {
      access,
      discard,
      uuid: child(uuid, { invalid: unsupported('malformed uuid element', 'INTERNAL_ERROR') }),
      source: child(
        record({
          path,
          ...within('alignsize', { alignsizeKiB: text(scaled('KiB')) }),
          pmem: child(flag),
        }),
      ),
      target: child(
        record({
          ...sizeKiB,
          node,
          label: child(record(sizeKiB)),
          readonly: child(flag),
        }),
      ),
      ...after,
    },
    'virtio-pmem': {
      access,
      discard,
      source: child(record({ path })),
      target: child(record({ ...sizeKiB, address: base })),
      ...after,
    },
    'virtio-mem': {
      access,
      discard,
      source: child(record(ram)),
      target: child(
        record({
          dynamicMemslots: attribute(yesNo),
          ...sizeKiB,
          node,
          ...within('block', { blockKiB: text(scaled('KiB')) }),
          ...within('requested', { requestedKiB: text(scaled('KiB')) }),
          ...within('current', { currentKiB: text(scaled('KiB'), { when: 'active' }) }),
          address: base,
        }),
      ),
      ...after,
    },
    'sgx-epc': {
      access,
      discard,
      source: child(record({ nodemask: child(cpuset) })),
      target: child(record({ ...sizeKiB, node })),
      ...after,
    },
  }),
  { about: 'Memory that can be plugged.' },
);
