import type { StoragePoolDefinition } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';

type PoolType = StoragePoolDefinition['type'];
type Source = NonNullable<StoragePoolDefinition['source']>;

/** What libvirt makes of pools of a type. */
interface PoolTypeRules {
  /** What of the source counts; the rest is dropped. */
  readonly source: readonly (keyof Source)[];
  /** What of it must be given. */
  readonly needs: readonly ('hosts' | 'dir' | 'devices' | 'adapter' | 'initiator')[];
  /** The formats that there are; the first is taken unless told. */
  readonly formats: readonly string[];
  /** Where volumes appear: at a given path, below one that follows from the source's name, or nowhere. */
  readonly target: 'given' | 'none' | `/dev/${string}`;
  readonly volumes: 'file' | 'block';
  /** The format that volumes have unless told; some have none. */
  readonly volumeFormat: 'raw' | 'none' | undefined;
}

const DIRECTORY: PoolTypeRules = {
  source: [],
  needs: [],
  formats: [],
  target: 'given',
  volumes: 'file',
  volumeFormat: 'raw',
};
const BLOCKS: PoolTypeRules = { ...DIRECTORY, volumes: 'block', volumeFormat: undefined };
const NETWORK: PoolTypeRules = { ...DIRECTORY, source: ['hosts', 'name', 'auth'], needs: ['hosts'], target: 'none' };

const FILE_SYSTEMS = 'auto ext2 ext3 ext4 ufs iso9660 udf gfs gfs2 vfat hfs+ xfs ocfs2 vmfs'.split(' ');
const TABLES = 'unknown dos dvh gpt mac bsd pc98 sun lvm2'.split(' ');

const RULES: Readonly<Record<PoolType, PoolTypeRules>> = {
  dir: DIRECTORY,
  fs: { ...DIRECTORY, source: ['devices', 'format'], needs: ['devices'], formats: FILE_SYSTEMS },
  netfs: {
    ...DIRECTORY,
    source: ['hosts', 'dir', 'format', 'protocol'],
    needs: ['hosts', 'dir'],
    formats: ['auto', 'nfs', 'glusterfs', 'cifs'],
  },
  logical: { ...BLOCKS, source: ['devices', 'name', 'format'], formats: ['lvm2', 'unknown'], target: '/dev/' },
  disk: { ...BLOCKS, source: ['devices', 'format'], needs: ['devices'], formats: TABLES, volumeFormat: 'none' },
  iscsi: { ...BLOCKS, source: ['hosts', 'devices', 'initiator', 'auth'], needs: ['hosts', 'devices'] },
  'iscsi-direct': {
    ...BLOCKS,
    source: ['hosts', 'devices', 'initiator', 'auth'],
    needs: ['hosts', 'devices', 'initiator'],
    target: 'none',
  },
  scsi: { ...BLOCKS, source: ['adapter'], needs: ['adapter'] },
  mpath: BLOCKS,
  rbd: NETWORK,
  sheepdog: NETWORK,
  gluster: { ...NETWORK, source: ['hosts', 'dir', 'name'] },
  zfs: { ...BLOCKS, source: ['devices', 'name'], target: '/dev/zvol/' },
  vstorage: { ...DIRECTORY, source: ['name'] },
};

const MISSING = {
  hosts: ['XML_ERROR', 'missing storage pool source host name'],
  dir: ['XML_ERROR', 'missing storage pool source path'],
  devices: ['XML_ERROR', 'missing storage pool source device name'],
  adapter: ['XML_ERROR', 'missing storage pool source adapter'],
  initiator: ['CONFIG_UNSUPPORTED', 'missing initiator IQN'],
} as const;

/** What holds of the pools of a type. */
export const rulesOf = (type: PoolType): PoolTypeRules => RULES[type];

function sourceFor(definition: StoragePoolDefinition, name: string): Source {
  const { source: kinds, needs, formats } = RULES[definition.type];
  const { source = {} } = definition;
  for (const part of needs) {
    const [code, detail] = MISSING[part];
    if (source[part] === undefined) throw new VirtError(code, detail, { domain: 'STORAGE' });
  }
  const given = source.format?.type ?? formats[0];
  if (formats.length > 0 && given !== undefined && !formats.includes(given)) {
    throw new VirtError('CONFIG_UNSUPPORTED', `unknown pool format type ${given}`, { domain: 'STORAGE' });
  }
  const implied: Source = {
    ...(kinds.includes('format') && given !== undefined && { format: { type: given } }),
    ...(kinds.includes('name') && source.name === undefined && { name }),
    ...(definition.type === 'gluster' && source.dir === undefined && { dir: { path: '/' } }),
    ...(source.adapter && { adapter: { type: 'scsi_host' as const, ...source.adapter } }),
  };
  const whole: Source = { ...source, ...implied };
  const dropped = Object.keys(whole).filter((key) => !kinds.some((kind) => kind === key));
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !dropped.includes(key)));
}

/** The definition as libvirt completes it: only the parts of the source that count, with their formats, and where its volumes appear. @throws VirtError XML_ERROR, CONFIG_UNSUPPORTED */
export function completePool(definition: StoragePoolDefinition, name: string): StoragePoolDefinition {
  const { target: place } = RULES[definition.type];
  const source = sourceFor(definition, name);
  const { target, ...rest } = definition;
  if (place === 'none') return { ...rest, source };
  if (place !== 'given') return { ...rest, source, target: { ...target, path: `${place}${source.name ?? name}` } };
  if (target?.path === undefined) {
    throw new VirtError('XML_ERROR', 'missing storage pool target path', { domain: 'STORAGE' });
  }
  return { ...rest, source, target };
}
