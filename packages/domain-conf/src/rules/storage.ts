import type { BackingStore, Disk, StorageEncryption, StorageHost } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

type NetworkSource = NonNullable<Extract<Disk, { type: 'network' }>['source']>;

/** The ports on which servers offer storage, unless they say; a protocol that is not here has none. */
const PORTS: { readonly [protocol: string]: string } = {
  nbd: '10809',
  http: '80',
  https: '443',
  ftp: '21',
  ftps: '990',
  tftp: '69',
  gluster: '24007',
  iscsi: '3260',
  ssh: '22',
  sheepdog: '7000',
  vxhs: '9999',
};

/** Servers are asked at their protocol's port, and QEMU decrypts what is encrypted. */
export const completeStorage: FormatRule = ({ devices = {}, os }) => {
  for (const disk of devices.disks ?? []) {
    completeSource(disk);
    completeEncryption(disk.encryption);
    if (disk.backingStore !== undefined) completeChain(disk.backingStore);
  }
  for (const hostdev of devices.hostdevs ?? []) {
    if (hostdev.type !== 'scsi') continue;
    const { source } = hostdev;
    if (source?.protocol !== 'iscsi') continue;
    completeHosts(source.hosts, 'iscsi');
    if (source.name !== undefined) source.name = withUnit(source.name);
  }
  if (os?.nvram?.type === 'network') completeHosts(os.nvram.source?.hosts, os.nvram.source?.protocol ?? '');
};

/** The first unit of an iSCSI target, unless the name says which. */
const withUnit = (name: string): string => (name.includes('/') ? name : `${name}/0`);

type Stored = Disk | BackingStore | NonNullable<NetworkSource['dataStore']>;

function completeChain(image: BackingStore): void {
  if (image.type === undefined) return;
  completeSource(image);
  if (image.backingStore !== undefined) completeChain(image.backingStore);
}

function completeSource(image: Pick<Stored, 'type'> & { source?: unknown }): void {
  const { source } = image;
  if (typeof source !== 'object' || source === null) return;
  if (image.type === 'network' && isNetworkSource(source)) {
    completeHosts(source.hosts, source.protocol);
    if (source.protocol === 'iscsi' && source.name !== undefined) source.name = withUnit(source.name);
  }
  if (isEncrypted(source)) completeEncryption(source.encryption);
}

const isNetworkSource = (source: object): source is NetworkSource => 'protocol' in source;
const isEncrypted = (source: object): source is { encryption?: StorageEncryption } => 'encryption' in source;

function completeHosts(hosts: StorageHost[] | undefined, protocol: string): void {
  const port = PORTS[protocol];
  for (const host of hosts ?? []) {
    const isNamed = host.name !== undefined && (host.transport ?? 'tcp') === 'tcp';
    if (port !== undefined && isNamed) host.port ??= port;
  }
}

function completeEncryption(encryption: StorageEncryption | undefined): void {
  if (encryption !== undefined) encryption.engine ??= 'qemu';
}
