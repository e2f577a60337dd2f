import {
  attribute,
  child,
  children,
  element,
  type Infer,
  record,
  required,
  scaled,
  string,
  text,
  uint,
  uuid,
  within,
} from '@virtkit/xml';

const bytes = scaled('bytes');

const permissions = record({
  mode: child(string),
  owner: child(string),
  group: child(string),
  label: child(string),
});

const format = record({ type: attribute(string, required) });

const sourceHost = element('host', { name: attribute(string, required), port: attribute(uint) });

const source = record(
  {
    hosts: children(sourceHost),
    devices: children(element('device', { path: attribute(string, required) })),
    dir: child(record({ path: attribute(string, required) })),
    adapter: child(record({ type: attribute(string), name: attribute(string) })),
    name: child(string),
    format: child(format),
  },
  { paired: true },
);

/** A storage pool. */
export const storagePool = element(
  'pool',
  {
    type: attribute(string, required),
    name: child(string),
    uuid: child(uuid),
    ...within('capacity', { capacityBytes: text(bytes) }),
    ...within('allocation', { allocationBytes: text(bytes) }),
    ...within('available', { availableBytes: text(bytes) }),
    source: child(source),
    target: child(record({ path: child(string), permissions: child(permissions) })),
  },
  { about: 'A storage pool: a place in which volumes are.' },
);

/** A storage volume. */
export const storageVolume = element(
  'volume',
  {
    type: attribute(string),
    name: child(string),
    key: child(string),
    ...within('capacity', { capacityBytes: text(bytes) }),
    ...within('allocation', { allocationBytes: text(bytes) }),
    target: child(record({ path: child(string), format: child(format), permissions: child(permissions) })),
    backingStore: child(record({ path: child(string), format: child(format) })),
  },
  { about: 'A storage volume: what a disk is made of.' },
);

/** What a pool's document says; sizes are in bytes. */
export type StoragePoolDefinition = Infer<typeof storagePool>;

/** What a volume's document says; sizes are in bytes. */
export type StorageVolumeDefinition = Infer<typeof storageVolume>;
