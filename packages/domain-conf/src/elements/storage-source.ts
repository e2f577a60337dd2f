import {
  attribute,
  child,
  children,
  type Element,
  element,
  entries,
  type Fields,
  lazy,
  oneOf,
  record,
  required,
  scaled,
  string,
  text,
  uint,
  uint64,
  uuid,
  variant,
  within,
  yesNo,
} from '@virtkit/xml';
import type { BackingStore, DataStore } from '../generated/definition.js';
import { pciAddress } from './address.js';
import { reconnect } from './chardev-source.js';
import { deviceSeclabel } from './seclabel.js';
import { storageFormat, unsupported } from './words.js';

/** What proves to a storage server who asks. */
export const storageAuth = element(
  'auth',
  {
    username: attribute(string),
    secret: child(record({ type: attribute(string), usage: attribute(string), uuid: attribute(uuid) })),
  },
  { about: 'Who asks the storage server, and the secret that proves it.' },
);

/** How an image is encrypted. */
export const storageEncryption = element(
  'encryption',
  {
    format: attribute(oneOf('default', 'qcow', 'luks', 'luks2', 'luks-any'), {
      ...required,
      invalid: unsupported('unknown volume encryption format type %s'),
    }),
    engine: attribute(oneOf('qemu', 'librbd')),
    secrets: children(
      element('secret', {
        type: attribute(oneOf('passphrase'), {
          ...required,
          invalid: unsupported('unknown volume encryption secret type %s'),
        }),
        uuid: attribute(uuid),
        usage: attribute(string),
      }),
    ),
    cipher: child(
      record({ name: attribute(string), size: attribute(uint), mode: attribute(string), hash: attribute(string) }),
    ),
    ivgen: child(record({ name: attribute(string), hash: attribute(string) })),
  },
  { about: 'How the image is encrypted.' },
);

/** One server that offers storage. */
export const storageHost = element(
  'host',
  {
    transport: attribute(oneOf('tcp', 'unix', 'rdma'), {
      invalid: unsupported("unknown protocol transport type '%s'"),
    }),
    name: attribute(string),
    port: attribute(string),
    socket: attribute(string),
  },
  { about: 'A server that offers the storage.' },
);

/** Persistent reservations for SCSI. */
export const reservations = element(
  'reservations',
  {
    managed: attribute(yesNo),
    source: child(
      record({ type: attribute(oneOf('unix')), path: attribute(string), mode: attribute(oneOf('client')) }),
    ),
  },
  { about: 'Persistent reservations for SCSI, through a helper.' },
);

/** A part of a file or device that is the image. */
export const storageSlice = element(
  'slice',
  {
    type: attribute(oneOf('storage'), required),
    offset: attribute(uint64, required),
    size: attribute(uint64, required),
  },
  { about: 'The part of the source that is the image; offset and size in bytes.' },
);

/** The size of a cache for an image's metadata. */
export const metadataCache = element('metadata_cache', {
  ...within('max_size', { maxSizeBytes: text(scaled('bytes')) }),
});

const every = {
  ...within('slices', { slices: children(storageSlice) }),
  seclabels: children(deviceSeclabel),
  auth: child(storageAuth),
  encryption: child(storageEncryption),
  reservations: child(reservations),
  dataStore: child(lazy((): Element<DataStore> => dataStore)),
} satisfies Fields;

const startupPolicy = attribute(oneOf('mandatory', 'requisite', 'optional'));
const index = attribute(uint, { when: 'active' });

const network = {
  protocol: attribute(
    oneOf('nbd', 'rbd', 'sheepdog', 'gluster', 'iscsi', 'http', 'https', 'ftp', 'ftps', 'tftp', 'ssh', 'vxhs', 'nfs'),
    required,
  ),
  name: attribute(string),
  query: attribute(string),
  tls: attribute(yesNo),
  tlsHostname: attribute(string),
  index,
  hosts: children(storageHost),
  snapshot: child(record({ name: attribute(string, required) })),
  config: child(record({ file: attribute(string, required) })),
  ...within('initiator', { initiator: child(record({ name: attribute(string, required) }), { name: 'iqn' }) }),
  ssl: child(record({ verify: attribute(yesNo) })),
  cookies: child(entries('cookie')),
  readahead: child(record({ size: attribute(uint64) })),
  timeout: child(record({ seconds: attribute(uint64) })),
  reconnect: child(reconnect),
  knownHosts: child(record({ path: attribute(string) })),
  identity: child(
    record({
      user: attribute(string),
      group: attribute(string),
      username: attribute(string),
      keyfile: attribute(string),
      agentsock: attribute(string),
    }),
  ),
  ...every,
} satisfies Fields;

/** Where an image lies, by the type of storage; disks, backing chains and mirrors spread these into their cases. */
const storageSources = {
  file: {
    source: child(record({ file: attribute(string), fdgroup: attribute(string), startupPolicy, index, ...every })),
  },
  block: { source: child(record({ dev: attribute(string), startupPolicy, index, ...every })) },
  dir: { source: child(record({ dir: attribute(string), startupPolicy, index, ...every })) },
  network: { source: child(record(network)) },
  volume: {
    source: child(
      record({
        pool: attribute(string, required),
        volume: attribute(string, required),
        mode: attribute(oneOf('host', 'direct'), {
          invalid: unsupported("unknown source mode '%s' for volume type disk"),
        }),
        startupPolicy,
        index,
        ...every,
      }),
    ),
  },
  nvme: {
    source: child(
      record({
        type: attribute(oneOf('pci'), required),
        managed: attribute(yesNo),
        namespace: attribute(uint64, required),
        index,
        address: child(pciAddress),
        ...every,
      }),
    ),
  },
  vhostuser: {
    source: child(
      record({
        type: attribute(oneOf('unix'), required),
        path: attribute(string, required),
        index,
        reconnect: child(reconnect),
        ...every,
      }),
    ),
  },
  vhostvdpa: { source: child(record({ dev: attribute(string, required), index, ...every })) },
} satisfies Record<string, Fields>;

const format = child(record({ type: attribute(storageFormat), metadataCache: child(metadataCache) }));

/** Each type of storage with fields before and after its source. */
export function storageCases<B extends Fields, A extends Fields>(before: B, after: A) {
  return {
    file: { ...before, ...storageSources.file, ...after },
    block: { ...before, ...storageSources.block, ...after },
    dir: { ...before, ...storageSources.dir, ...after },
    network: { ...before, ...storageSources.network, ...after },
    volume: { ...before, ...storageSources.volume, ...after },
    nvme: { ...before, ...storageSources.nvme, ...after },
    vhostuser: { ...before, ...storageSources.vhostuser, ...after },
    vhostvdpa: { ...before, ...storageSources.vhostvdpa, ...after },
  };
}

/** The image that an image is laid over. */
export const backingStore: Element<BackingStore> = element(
  'backingStore',
  variant(
    'type',
    storageCases({ index, format }, { backingStore: child(lazy((): Element<BackingStore> => backingStore)) }),
    { otherwise: {} },
  ),
  { about: 'The image beneath; without a type, the end of the chain.' },
);

/** Where the data lie of an image that holds only metadata. */
export const dataStore: Element<DataStore> = element('dataStore', variant('type', storageCases({ format }, {})), {
  about: 'Where the data lie of an image that holds only metadata.',
});

/** The copy that a block job makes. */
export const diskMirror = element(
  'mirror',
  variant(
    'type',
    storageCases(
      { job: attribute(oneOf('copy', 'active-commit')), ready: attribute(oneOf('yes', 'abort', 'pivot')), format },
      { backingStore: child(backingStore) },
    ),
    { default: 'file' },
  ),
  { about: 'The copy that a block job makes.' },
);
