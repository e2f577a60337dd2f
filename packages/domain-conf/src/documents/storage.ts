import {
  attribute,
  child,
  children,
  element,
  type Fields,
  flag,
  type Infer,
  names,
  namespace,
  oneOf,
  readDocument,
  record,
  required,
  scaled,
  string,
  text,
  uint,
  uuid,
  within,
  writeDocument,
  yesNo,
} from '@virtkit/xml';
import { pciAddress } from '../elements/address.js';
import { storageEncryption } from '../elements/storage-source.js';

const bytes = scaled('bytes');

const permissions = child(
  record({ mode: child(string), owner: child(string), group: child(string), label: child(string) }),
);

const sizes = {
  ...within('capacity', { capacityBytes: text(bytes) }),
  ...within('allocation', { allocationBytes: text(bytes) }),
} satisfies Fields;

const poolAuth = element('auth', {
  type: attribute(oneOf('chap', 'ceph'), required),
  username: attribute(string, required),
  secret: child(record({ usage: attribute(string), uuid: attribute(uuid) })),
});

const poolSource = element(
  'source',
  {
    hosts: children(element('host', { name: attribute(string, required), port: attribute(uint) })),
    devices: children(
      element('device', {
        path: attribute(string, required),
        partSeparator: attribute(yesNo, { name: 'part_separator' }),
      }),
    ),
    dir: child(record({ path: attribute(string, required) })),
    adapter: child(
      record({
        type: attribute(oneOf('scsi_host', 'fc_host')),
        name: attribute(string),
        parent: attribute(string),
        parentWwnn: attribute(string, { name: 'parent_wwnn' }),
        parentWwpn: attribute(string, { name: 'parent_wwpn' }),
        parentFabricWwn: attribute(string, { name: 'parent_fabric_wwn' }),
        managed: attribute(yesNo),
        wwnn: attribute(string),
        wwpn: attribute(string),
        parentaddr: child(
          record({ uniqueId: attribute(uint, { name: 'unique_id', required: true }), address: child(pciAddress) }),
        ),
      }),
    ),
    name: child(string),
    ...within('initiator', { initiator: child(record({ name: attribute(string, required) }), { name: 'iqn' }) }),
    auth: child(poolAuth),
    format: child(record({ type: attribute(string, required) })),
    protocol: child(record({ ver: attribute(string, required) })),
    vendor: child(record({ name: attribute(string, required) })),
    product: child(record({ name: attribute(string, required) })),
  },
  { paired: true },
);

/** How a pool's file system is mounted. */
const fsNamespace = {
  prefix: 'fs',
  uri: 'http://libvirt.org/schemas/storagepool/fs/1.0',
  fields: {
    mountOpts: child(
      element('fs:mount_opts', { options: children(element('fs:option', { name: attribute(string, required) })) }),
    ),
  },
} as const;

/** How a pool speaks with Ceph. */
const rbdNamespace = {
  prefix: 'rbd',
  uri: 'http://libvirt.org/schemas/storagepool/rbd/1.0',
  fields: {
    configOpts: child(
      element('rbd:config_opts', {
        options: children(
          element('rbd:option', { name: attribute(string, required), value: attribute(string, required) }),
        ),
      }),
    ),
  },
} as const;

/** Where pools' storage can lie; in the order of the flags by which virConnectListAllStoragePools filters. */
export const STORAGE_POOL_TYPES = [
  'dir',
  'fs',
  'netfs',
  'logical',
  'disk',
  'iscsi',
  'scsi',
  'mpath',
  'rbd',
  'sheepdog',
  'gluster',
  'zfs',
  'vstorage',
  'iscsi-direct',
] as const;

const storagePool = element(
  'pool',
  {
    type: attribute(oneOf(...STORAGE_POOL_TYPES), required),
    name: child(string),
    uuid: child(uuid),
    ...sizes,
    ...within('available', { availableBytes: text(bytes) }),
    features: child(record({ cow: child(record({ state: attribute(yesNo) })) })),
    source: child(poolSource),
    target: child(record({ path: child(string), permissions })),
    refresh: child(record({ volume: child(record({ allocation: attribute(oneOf('default', 'capacity')) })) })),
    fs: namespace(fsNamespace),
    rbd: namespace(rbdNamespace),
  },
  {
    about: 'A pool of storage.',
    namespaces: { [fsNamespace.prefix]: fsNamespace.uri, [rbdNamespace.prefix]: rbdNamespace.uri },
  },
);

const timestamps = child(
  record({ atime: child(string), mtime: child(string), ctime: child(string), btime: child(string) }),
);

const format = child(record({ type: attribute(string, required) }));

const storageVolume = element(
  'volume',
  {
    type: attribute(oneOf('file', 'block', 'dir', 'network', 'netdir', 'ploop')),
    name: child(string),
    key: child(string),
    ...sizes,
    ...within('physical', { physicalBytes: text(bytes) }),
    target: child(
      record({
        path: child(string),
        format,
        permissions,
        timestamps,
        encryption: child(storageEncryption),
        compat: child(string),
        ...within('clusterSize', { clusterSizeBytes: text(scaled('B')) }),
        nocow: child(flag),
        features: child(names(oneOf('lazy_refcounts', 'extended_l2'))),
      }),
    ),
    backingStore: child(record({ path: child(string), format, permissions, timestamps })),
  },
  { about: 'A volume of a pool.' },
);

/** A pool of storage, as plain JSON; its sizes are in bytes. */
export type StoragePoolDefinition = Infer<typeof storagePool>;

/** A volume, as plain JSON; its sizes are in bytes. */
export type StorageVolumeDefinition = Infer<typeof storageVolume>;

/** Reads a pool's XML. Throws an {@link XmlError}. */
export const parseStoragePool = (xml: string): StoragePoolDefinition =>
  readDocument(storagePool, xml, { documentName: '(storage_pool_definition)' }).value;

/** Writes a pool as libvirt does. */
export const formatStoragePool = (definition: StoragePoolDefinition): string => writeDocument(storagePool, definition);

/** Reads a volume's XML. Throws an {@link XmlError}. */
export const parseStorageVolume = (xml: string): StorageVolumeDefinition =>
  readDocument(storageVolume, xml, { documentName: '(storage_volume_definition)' }).value;

/** Writes a volume as libvirt does. */
export const formatStorageVolume = (definition: StorageVolumeDefinition): string =>
  writeDocument(storageVolume, definition);
