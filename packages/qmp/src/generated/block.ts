// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger, NoMembers } from '../json/json-value.js';
import type {
  BlockIoErrorDataAction,
  BlockIoErrorDataOperation,
  BlockdevMirrorArgumentsCopyMode,
  BlockdevOptionsFileLocking,
  BlockdevOptionsSshServer,
  MigrateSetParametersArgumentsTlsAuthz,
  NbdServerStartArgumentsAddr,
  NetdevStreamConnectedDataAddr,
  QueryBlockReturnItemIoStatus,
} from './shared.js';

/** `block-commit: arguments` */
export interface BlockCommitArguments {
  'auto-dismiss'?: boolean | undefined;
  'auto-finalize'?: boolean | undefined;
  'backing-file'?: string | undefined;
  /** Only QEMU 10.0. */
  'backing-mask-protocol'?: boolean | undefined;
  /** @deprecated in QEMU 7.2 and 10.0 */
  base?: string | undefined;
  'base-node'?: string | undefined;
  device: string;
  'filter-node-name'?: string | undefined;
  'job-id'?: string | undefined;
  'on-error'?: BlockCommitArgumentsOnError | undefined;
  speed?: JsonInteger | undefined;
  /** @deprecated in QEMU 7.2 and 10.0 */
  top?: string | undefined;
  'top-node'?: string | undefined;
}

/** `block-commit: arguments.on-error` */
export type BlockCommitArgumentsOnError = 'auto' | 'enospc' | 'ignore' | 'report' | 'stop';

/** `block-dirty-bitmap-add: arguments` */
export interface BlockDirtyBitmapAddArguments {
  disabled?: boolean | undefined;
  granularity?: JsonInteger | undefined;
  name: string;
  node: string;
  persistent?: boolean | undefined;
}

/** `block-dirty-bitmap-clear: arguments` */
export interface BlockDirtyBitmapClearArguments {
  name: string;
  node: string;
}

/** `block-dirty-bitmap-merge: arguments` */
export interface BlockDirtyBitmapMergeArguments {
  bitmaps: readonly BlockDirtyBitmapMergeArgumentsBitmapsItem[];
  node: string;
  target: string;
}

/** `block-dirty-bitmap-merge: arguments.bitmaps.item` */
export type BlockDirtyBitmapMergeArgumentsBitmapsItem = BlockDirtyBitmapClearArguments | string;

/** `block-export-add: arguments` */
export type BlockExportAddArguments = {
  /** Only QEMU 10.0. */
  'allow-inactive'?: boolean | undefined;
  'fixed-iothread'?: boolean | undefined;
  id: string;
  iothread?: string | undefined;
  'node-name': string;
  writable?: boolean | undefined;
  writethrough?: boolean | undefined;
} & (
  | ({ type: 'fuse' } & BlockExportAddArgumentsFuse)
  | ({ type: 'nbd' } & BlockExportAddArgumentsNbd)
  | ({ type: 'vduse-blk' } & BlockExportAddArgumentsVduseBlk)
  | ({ type: 'vhost-user-blk' } & BlockExportAddArgumentsVhostUserBlk)
);

/** `block-export-add: arguments.fuse` */
export interface BlockExportAddArgumentsFuse {
  'allow-other'?: BlockExportAddArgumentsFuseAllowOther | undefined;
  growable?: boolean | undefined;
  mountpoint: string;
}

/** `block-export-add: arguments.fuse.allow-other` */
export type BlockExportAddArgumentsFuseAllowOther = 'auto' | 'off' | 'on';

/** `block-export-add: arguments.nbd` */
export interface BlockExportAddArgumentsNbd {
  'allocation-depth'?: boolean | undefined;
  bitmaps?: readonly BlockDirtyBitmapMergeArgumentsBitmapsItem[] | undefined;
  description?: string | undefined;
  name?: string | undefined;
}

/** `block-export-add: arguments.type` */
export type BlockExportAddArgumentsType = 'fuse' | 'nbd' | 'vduse-blk' | 'vhost-user-blk';

/** `block-export-add: arguments.vduse-blk` */
export interface BlockExportAddArgumentsVduseBlk {
  'logical-block-size'?: JsonInteger | undefined;
  name: string;
  'num-queues'?: JsonInteger | undefined;
  'queue-size'?: JsonInteger | undefined;
  serial?: string | undefined;
}

/** `block-export-add: arguments.vhost-user-blk` */
export interface BlockExportAddArgumentsVhostUserBlk {
  addr: NetdevStreamConnectedDataAddr;
  'logical-block-size'?: JsonInteger | undefined;
  'num-queues'?: JsonInteger | undefined;
}

/** `block-export-del: arguments` */
export interface BlockExportDelArguments {
  id: string;
  mode?: BlockExportDelArgumentsMode | undefined;
}

/** `block-export-del: arguments.mode` */
export type BlockExportDelArgumentsMode = 'hard' | 'safe';

/** `BLOCK_EXPORT_DELETED: data` */
export interface BlockExportDeletedData {
  id: string;
}

/** `BLOCK_IMAGE_CORRUPTED: data` */
export interface BlockImageCorruptedData {
  device: string;
  fatal: boolean;
  msg: string;
  'node-name'?: string | undefined;
  offset?: JsonInteger | undefined;
  size?: JsonInteger | undefined;
}

/** `BLOCK_IO_ERROR: data` */
export interface BlockIoErrorData {
  action: BlockIoErrorDataAction;
  device: string;
  'node-name'?: string | undefined;
  nospace?: boolean | undefined;
  operation: BlockIoErrorDataOperation;
  /** Only QEMU 10.0. */
  'qom-path'?: string | undefined;
  reason: string;
}

/** `block-latency-histogram-set: arguments` */
export interface BlockLatencyHistogramSetArguments {
  boundaries?: readonly JsonInteger[] | undefined;
  'boundaries-flush'?: readonly JsonInteger[] | undefined;
  'boundaries-read'?: readonly JsonInteger[] | undefined;
  'boundaries-write'?: readonly JsonInteger[] | undefined;
  /** Only QEMU 10.0. */
  'boundaries-zap'?: readonly JsonInteger[] | undefined;
  id: string;
}

/** `block_resize: arguments` */
export interface BlockResizeArguments {
  device?: string | undefined;
  'node-name'?: string | undefined;
  size: JsonInteger;
}

/** `block_set_io_throttle: arguments` */
export interface BlockSetIoThrottleArguments {
  bps: JsonInteger;
  bps_max?: JsonInteger | undefined;
  bps_max_length?: JsonInteger | undefined;
  bps_rd: JsonInteger;
  bps_rd_max?: JsonInteger | undefined;
  bps_rd_max_length?: JsonInteger | undefined;
  bps_wr: JsonInteger;
  bps_wr_max?: JsonInteger | undefined;
  bps_wr_max_length?: JsonInteger | undefined;
  /** @deprecated in QEMU 7.2 and 10.0 */
  device?: string | undefined;
  group?: string | undefined;
  id?: string | undefined;
  iops: JsonInteger;
  iops_max?: JsonInteger | undefined;
  iops_max_length?: JsonInteger | undefined;
  iops_rd: JsonInteger;
  iops_rd_max?: JsonInteger | undefined;
  iops_rd_max_length?: JsonInteger | undefined;
  iops_size?: JsonInteger | undefined;
  iops_wr: JsonInteger;
  iops_wr_max?: JsonInteger | undefined;
  iops_wr_max_length?: JsonInteger | undefined;
}

/** `block-set-write-threshold: arguments` */
export interface BlockSetWriteThresholdArguments {
  'node-name': string;
  'write-threshold': JsonInteger;
}

/** `block-stream: arguments` */
export interface BlockStreamArguments {
  'auto-dismiss'?: boolean | undefined;
  'auto-finalize'?: boolean | undefined;
  'backing-file'?: string | undefined;
  /** Only QEMU 10.0. */
  'backing-mask-protocol'?: boolean | undefined;
  base?: string | undefined;
  'base-node'?: string | undefined;
  bottom?: string | undefined;
  device: string;
  'filter-node-name'?: string | undefined;
  'job-id'?: string | undefined;
  'on-error'?: BlockCommitArgumentsOnError | undefined;
  speed?: JsonInteger | undefined;
}

/** `BLOCK_WRITE_THRESHOLD: data` */
export interface BlockWriteThresholdData {
  'amount-exceeded': JsonInteger;
  'node-name': string;
  'write-threshold': JsonInteger;
}

/** `blockdev-backup: arguments` */
export interface BlockdevBackupArguments {
  'auto-dismiss'?: boolean | undefined;
  'auto-finalize'?: boolean | undefined;
  bitmap?: string | undefined;
  'bitmap-mode'?: BlockdevBackupArgumentsBitmapMode | undefined;
  compress?: boolean | undefined;
  device: string;
  /** Only QEMU 10.0. */
  'discard-source'?: boolean | undefined;
  'filter-node-name'?: string | undefined;
  'job-id'?: string | undefined;
  'on-source-error'?: BlockCommitArgumentsOnError | undefined;
  'on-target-error'?: BlockCommitArgumentsOnError | undefined;
  speed?: JsonInteger | undefined;
  sync: BlockdevBackupArgumentsSync;
  target: string;
  /** Unstable. */
  'x-perf'?: BlockdevBackupArgumentsXPerf | undefined;
}

/** `blockdev-backup: arguments.bitmap-mode` */
export type BlockdevBackupArgumentsBitmapMode = 'always' | 'never' | 'on-success';

/** `blockdev-backup: arguments.sync` */
export type BlockdevBackupArgumentsSync = 'bitmap' | 'full' | 'incremental' | 'none' | 'top';

/** `blockdev-backup: arguments.x-perf` */
export interface BlockdevBackupArgumentsXPerf {
  'max-chunk'?: JsonInteger | undefined;
  'max-workers'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'min-cluster-size'?: JsonInteger | undefined;
  'use-copy-range'?: boolean | undefined;
}

/** `blockdev-change-medium: arguments` */
export interface BlockdevChangeMediumArguments {
  /** @deprecated in QEMU 7.2 and 10.0 */
  device?: string | undefined;
  filename: string;
  force?: boolean | undefined;
  format?: string | undefined;
  id?: string | undefined;
  'read-only-mode'?: BlockdevChangeMediumArgumentsReadOnlyMode | undefined;
}

/** `blockdev-change-medium: arguments.read-only-mode` */
export type BlockdevChangeMediumArgumentsReadOnlyMode = 'read-only' | 'read-write' | 'retain';

/** `blockdev-close-tray: arguments` */
export interface BlockdevCloseTrayArguments {
  /** @deprecated in QEMU 7.2 and 10.0 */
  device?: string | undefined;
  id?: string | undefined;
}

/** `blockdev-create: arguments` */
export interface BlockdevCreateArguments {
  'job-id': string;
  options: BlockdevCreateArgumentsOptions;
}

/** `blockdev-create: arguments.options` */
export type BlockdevCreateArgumentsOptions = (
  | { driver: 'blkdebug' | 'blklogwrites' | 'blkreplay' | 'blkverify' | 'bochs' | 'cloop' | 'compress' | 'copy-before-write' | 'copy-on-read' | 'dmg' | 'ftp' | 'ftps' | 'host_cdrom' | 'host_device' | 'http' | 'https' | 'io_uring' | 'iscsi' | 'nbd' | 'null-aio' | 'null-co' | 'nvme' | 'nvme-io_uring' | 'preallocate' | 'quorum' | 'raw' | 'replication' | 'snapshot-access' | 'throttle' | 'virtio-blk-vfio-pci' | 'virtio-blk-vhost-user' | 'virtio-blk-vhost-vdpa' | 'vvfat' }
  | ({ driver: 'file' } & BlockdevCreateArgumentsOptionsFile)
  | ({ driver: 'gluster' } & BlockdevCreateArgumentsOptionsGluster)
  | ({ driver: 'luks' } & BlockdevCreateArgumentsOptionsLuks)
  | ({ driver: 'nfs' } & BlockdevCreateArgumentsOptionsNfs)
  | ({ driver: 'parallels' } & BlockdevCreateArgumentsOptionsParallels)
  | ({ driver: 'qcow' } & BlockdevCreateArgumentsOptionsQcow)
  | ({ driver: 'qcow2' } & BlockdevCreateArgumentsOptionsQcow2)
  | ({ driver: 'qed' } & BlockdevCreateArgumentsOptionsQed)
  | ({ driver: 'rbd' } & BlockdevCreateArgumentsOptionsRbd)
  | ({ driver: 'ssh' } & BlockdevCreateArgumentsOptionsSsh)
  | ({ driver: 'vdi' } & BlockdevCreateArgumentsOptionsVdi)
  | ({ driver: 'vhdx' } & BlockdevCreateArgumentsOptionsVhdx)
  | ({ driver: 'vmdk' } & BlockdevCreateArgumentsOptionsVmdk)
  | ({ driver: 'vpc' } & BlockdevCreateArgumentsOptionsVpc)
);

/** `blockdev-create: arguments.options.file` */
export interface BlockdevCreateArgumentsOptionsFile {
  'extent-size-hint'?: JsonInteger | undefined;
  filename: string;
  nocow?: boolean | undefined;
  preallocation?: BlockdevCreateArgumentsOptionsFilePreallocation | undefined;
  size: JsonInteger;
}

/** `blockdev-create: arguments.options.file.preallocation` */
export type BlockdevCreateArgumentsOptionsFilePreallocation = 'falloc' | 'full' | 'metadata' | 'off';

/** `blockdev-create: arguments.options.gluster` */
export interface BlockdevCreateArgumentsOptionsGluster {
  location: BlockdevOptionsGluster;
  preallocation?: BlockdevCreateArgumentsOptionsFilePreallocation | undefined;
  size: JsonInteger;
}

/** `blockdev-create: arguments.options.luks` */
export interface BlockdevCreateArgumentsOptionsLuks {
  'cipher-alg'?: BlockdevCreateArgumentsOptionsLuksCipherAlg | undefined;
  'cipher-mode'?: BlockdevCreateArgumentsOptionsLuksCipherMode | undefined;
  file?: BlockdevOptionsBlkdebugImage | undefined;
  'hash-alg'?: BlockdevCreateArgumentsOptionsLuksHashAlg | undefined;
  /** Only QEMU 10.0. */
  header?: BlockdevOptionsBlkdebugImage | undefined;
  'iter-time'?: JsonInteger | undefined;
  'ivgen-alg'?: BlockdevCreateArgumentsOptionsLuksIvgenAlg | undefined;
  'ivgen-hash-alg'?: BlockdevCreateArgumentsOptionsLuksHashAlg | undefined;
  'key-secret'?: string | undefined;
  preallocation?: BlockdevCreateArgumentsOptionsFilePreallocation | undefined;
  size: JsonInteger;
}

/** `blockdev-create: arguments.options.luks.cipher-alg` */
export type BlockdevCreateArgumentsOptionsLuksCipherAlg =
  | '3des'
  | 'aes-128'
  | 'aes-192'
  | 'aes-256'
  | 'cast5-128'
  | 'des'
  | 'serpent-128'
  | 'serpent-192'
  | 'serpent-256'
  /** Only QEMU 10.0. */
  | 'sm4'
  | 'twofish-128'
  | 'twofish-192'
  | 'twofish-256';

/** `blockdev-create: arguments.options.luks.cipher-mode` */
export type BlockdevCreateArgumentsOptionsLuksCipherMode = 'cbc' | 'ctr' | 'ecb' | 'xts';

/** `blockdev-create: arguments.options.luks.hash-alg` */
export type BlockdevCreateArgumentsOptionsLuksHashAlg =
  | 'md5'
  | 'ripemd160'
  | 'sha1'
  | 'sha224'
  | 'sha256'
  | 'sha384'
  | 'sha512'
  /** Only QEMU 10.0. */
  | 'sm3';

/** `blockdev-create: arguments.options.luks.ivgen-alg` */
export type BlockdevCreateArgumentsOptionsLuksIvgenAlg = 'essiv' | 'plain' | 'plain64';

/** `blockdev-create: arguments.options.nfs` */
export interface BlockdevCreateArgumentsOptionsNfs {
  location: BlockdevOptionsNfs;
  size: JsonInteger;
}

/** `blockdev-create: arguments.options.parallels` */
export interface BlockdevCreateArgumentsOptionsParallels {
  'cluster-size'?: JsonInteger | undefined;
  file: BlockdevOptionsBlkdebugImage;
  size: JsonInteger;
}

/** `blockdev-create: arguments.options.qcow` */
export interface BlockdevCreateArgumentsOptionsQcow {
  'backing-file'?: string | undefined;
  encrypt?: BlockdevCreateArgumentsOptionsQcowEncrypt | undefined;
  file: BlockdevOptionsBlkdebugImage;
  size: JsonInteger;
}

/** `blockdev-create: arguments.options.qcow2` */
export interface BlockdevCreateArgumentsOptionsQcow2 {
  'backing-file'?: string | undefined;
  'backing-fmt'?: BlockdevOptionsDriver | undefined;
  'cluster-size'?: JsonInteger | undefined;
  'compression-type'?: BlockdevCreateArgumentsOptionsQcow2CompressionType | undefined;
  'data-file'?: BlockdevOptionsBlkdebugImage | undefined;
  'data-file-raw'?: boolean | undefined;
  encrypt?: BlockdevCreateArgumentsOptionsQcowEncrypt | undefined;
  'extended-l2'?: boolean | undefined;
  file: BlockdevOptionsBlkdebugImage;
  'lazy-refcounts'?: boolean | undefined;
  preallocation?: BlockdevCreateArgumentsOptionsFilePreallocation | undefined;
  'refcount-bits'?: JsonInteger | undefined;
  size: JsonInteger;
  version?: BlockdevCreateArgumentsOptionsQcow2Version | undefined;
}

/** `blockdev-create: arguments.options.qcow2.compression-type` */
export type BlockdevCreateArgumentsOptionsQcow2CompressionType = 'zlib' | 'zstd';

/** `blockdev-create: arguments.options.qcow2.version` */
export type BlockdevCreateArgumentsOptionsQcow2Version = 'v2' | 'v3';

/** `blockdev-create: arguments.options.qcow.encrypt` */
export type BlockdevCreateArgumentsOptionsQcowEncrypt = (
  | ({ format: 'luks' } & BlockdevCreateArgumentsOptionsQcowEncryptLuks)
  | ({ format: 'qcow' } & BlockdevOptionsQcowEncryptAes)
);

/** `blockdev-create: arguments.options.qcow.encrypt.format` */
export type BlockdevCreateArgumentsOptionsQcowEncryptFormat = 'luks' | 'qcow';

/** `blockdev-create: arguments.options.qcow.encrypt.luks` */
export interface BlockdevCreateArgumentsOptionsQcowEncryptLuks {
  'cipher-alg'?: BlockdevCreateArgumentsOptionsLuksCipherAlg | undefined;
  'cipher-mode'?: BlockdevCreateArgumentsOptionsLuksCipherMode | undefined;
  'hash-alg'?: BlockdevCreateArgumentsOptionsLuksHashAlg | undefined;
  'iter-time'?: JsonInteger | undefined;
  'ivgen-alg'?: BlockdevCreateArgumentsOptionsLuksIvgenAlg | undefined;
  'ivgen-hash-alg'?: BlockdevCreateArgumentsOptionsLuksHashAlg | undefined;
  'key-secret'?: string | undefined;
}

/** `blockdev-create: arguments.options.qed` */
export interface BlockdevCreateArgumentsOptionsQed {
  'backing-file'?: string | undefined;
  'backing-fmt'?: BlockdevOptionsDriver | undefined;
  'cluster-size'?: JsonInteger | undefined;
  file: BlockdevOptionsBlkdebugImage;
  size: JsonInteger;
  'table-size'?: JsonInteger | undefined;
}

/** `blockdev-create: arguments.options.rbd` */
export interface BlockdevCreateArgumentsOptionsRbd {
  'cluster-size'?: JsonInteger | undefined;
  encrypt?: BlockdevCreateArgumentsOptionsRbdEncrypt | undefined;
  location: BlockdevOptionsRbd;
  size: JsonInteger;
}

/** `blockdev-create: arguments.options.rbd.encrypt` */
export type BlockdevCreateArgumentsOptionsRbdEncrypt = (
  | ({ format: 'luks' } & BlockdevCreateArgumentsOptionsRbdEncryptLuks)
  | { format: 'luks-any' }
  | ({ format: 'luks2' } & BlockdevCreateArgumentsOptionsRbdEncryptLuks2)
);

/** `blockdev-create: arguments.options.rbd.encrypt.luks` */
export interface BlockdevCreateArgumentsOptionsRbdEncryptLuks {
  'cipher-alg'?: BlockdevCreateArgumentsOptionsLuksCipherAlg | undefined;
  'key-secret': string;
}

/** `blockdev-create: arguments.options.rbd.encrypt.luks2` */
export interface BlockdevCreateArgumentsOptionsRbdEncryptLuks2 {
  'cipher-alg'?: BlockdevCreateArgumentsOptionsLuksCipherAlg | undefined;
  'key-secret': string;
}

/** `blockdev-create: arguments.options.ssh` */
export interface BlockdevCreateArgumentsOptionsSsh {
  location: BlockdevOptionsSsh;
  size: JsonInteger;
}

/** `blockdev-create: arguments.options.vdi` */
export interface BlockdevCreateArgumentsOptionsVdi {
  file: BlockdevOptionsBlkdebugImage;
  preallocation?: BlockdevCreateArgumentsOptionsFilePreallocation | undefined;
  size: JsonInteger;
}

/** `blockdev-create: arguments.options.vhdx` */
export interface BlockdevCreateArgumentsOptionsVhdx {
  'block-size'?: JsonInteger | undefined;
  'block-state-zero'?: boolean | undefined;
  file: BlockdevOptionsBlkdebugImage;
  'log-size'?: JsonInteger | undefined;
  size: JsonInteger;
  subformat?: BlockdevCreateArgumentsOptionsVhdxSubformat | undefined;
}

/** `blockdev-create: arguments.options.vhdx.subformat` */
export type BlockdevCreateArgumentsOptionsVhdxSubformat = 'dynamic' | 'fixed';

/** `blockdev-create: arguments.options.vmdk` */
export interface BlockdevCreateArgumentsOptionsVmdk {
  'adapter-type'?: BlockdevCreateArgumentsOptionsVmdkAdapterType | undefined;
  'backing-file'?: string | undefined;
  extents?: readonly BlockdevOptionsBlkdebugImage[] | undefined;
  file: BlockdevOptionsBlkdebugImage;
  hwversion?: string | undefined;
  size: JsonInteger;
  subformat?: BlockdevCreateArgumentsOptionsVmdkSubformat | undefined;
  toolsversion?: string | undefined;
  'zeroed-grain'?: boolean | undefined;
}

/** `blockdev-create: arguments.options.vmdk.adapter-type` */
export type BlockdevCreateArgumentsOptionsVmdkAdapterType = 'buslogic' | 'ide' | 'legacyESX' | 'lsilogic';

/** `blockdev-create: arguments.options.vmdk.subformat` */
export type BlockdevCreateArgumentsOptionsVmdkSubformat =
  | 'monolithicFlat'
  | 'monolithicSparse'
  | 'streamOptimized'
  | 'twoGbMaxExtentFlat'
  | 'twoGbMaxExtentSparse';

/** `blockdev-create: arguments.options.vpc` */
export interface BlockdevCreateArgumentsOptionsVpc {
  file: BlockdevOptionsBlkdebugImage;
  'force-size'?: boolean | undefined;
  size: JsonInteger;
  subformat?: BlockdevCreateArgumentsOptionsVpcSubformat | undefined;
}

/** `blockdev-create: arguments.options.vpc.subformat` */
export type BlockdevCreateArgumentsOptionsVpcSubformat = 'dynamic' | 'fixed';

/** `blockdev-del: arguments` */
export interface BlockdevDelArguments {
  'node-name': string;
}

/** `blockdev-insert-medium: arguments` */
export interface BlockdevInsertMediumArguments {
  id: string;
  'node-name': string;
}

/** `blockdev-mirror: arguments` */
export interface BlockdevMirrorArguments {
  'auto-dismiss'?: boolean | undefined;
  'auto-finalize'?: boolean | undefined;
  'buf-size'?: JsonInteger | undefined;
  'copy-mode'?: BlockdevMirrorArgumentsCopyMode | undefined;
  device: string;
  'filter-node-name'?: string | undefined;
  granularity?: JsonInteger | undefined;
  'job-id'?: string | undefined;
  'on-source-error'?: BlockCommitArgumentsOnError | undefined;
  'on-target-error'?: BlockCommitArgumentsOnError | undefined;
  replaces?: string | undefined;
  speed?: JsonInteger | undefined;
  sync: BlockdevBackupArgumentsSync;
  target: string;
}

/** `blockdev-open-tray: arguments` */
export interface BlockdevOpenTrayArguments {
  /** @deprecated in QEMU 7.2 and 10.0 */
  device?: string | undefined;
  force?: boolean | undefined;
  id?: string | undefined;
}

/** `blockdev-add: arguments` */
export type BlockdevOptions = {
  /** Only QEMU 10.0. */
  active?: boolean | undefined;
  'auto-read-only'?: boolean | undefined;
  cache?: BlockdevOptionsCache | undefined;
  'detect-zeroes'?: BlockdevOptionsDetectZeroes | undefined;
  discard?: BlockdevOptionsDiscard | undefined;
  'force-share'?: boolean | undefined;
  'node-name'?: string | undefined;
  'read-only'?: boolean | undefined;
} & (
  | ({ driver: 'blkdebug' } & BlockdevOptionsBlkdebug)
  | ({ driver: 'blklogwrites' } & BlockdevOptionsBlklogwrites)
  | ({ driver: 'blkreplay' } & BlockdevOptionsBlkreplay)
  | ({ driver: 'blkverify' } & BlockdevOptionsBlkverify)
  | ({ driver: 'bochs' | 'cloop' | 'compress' | 'dmg' | 'parallels' | 'snapshot-access' | 'vdi' | 'vhdx' | 'vpc' } & BlockdevOptionsBochs)
  | ({ driver: 'copy-before-write' } & BlockdevOptionsCopyBeforeWrite)
  | ({ driver: 'copy-on-read' } & BlockdevOptionsCopyOnRead)
  | ({ driver: 'file' | 'host_cdrom' | 'host_device' } & BlockdevOptionsFile)
  | ({ driver: 'ftp' } & BlockdevOptionsFtp)
  | ({ driver: 'ftps' } & BlockdevOptionsFtps)
  | ({ driver: 'gluster' } & BlockdevOptionsGluster)
  | ({ driver: 'http' } & BlockdevOptionsHttp)
  | ({ driver: 'https' } & BlockdevOptionsHttps)
  | ({ driver: 'io_uring' } & BlockdevOptionsIoUring)
  | ({ driver: 'iscsi' } & BlockdevOptionsIscsi)
  | ({ driver: 'luks' } & BlockdevOptionsLuks)
  | ({ driver: 'nbd' } & BlockdevOptionsNbd)
  | ({ driver: 'nfs' } & BlockdevOptionsNfs)
  | ({ driver: 'null-aio' | 'null-co' } & BlockdevOptionsNullAio)
  | ({ driver: 'nvme' } & BlockdevOptionsNvme)
  | ({ driver: 'nvme-io_uring' } & BlockdevOptionsNvmeIoUring)
  | ({ driver: 'preallocate' } & BlockdevOptionsPreallocate)
  | ({ driver: 'qcow' } & BlockdevOptionsQcow)
  | ({ driver: 'qcow2' } & BlockdevOptionsQcow2)
  | ({ driver: 'qed' | 'vmdk' } & BlockdevOptionsQed)
  | ({ driver: 'quorum' } & BlockdevOptionsQuorum)
  | ({ driver: 'raw' } & BlockdevOptionsRaw)
  | ({ driver: 'rbd' } & BlockdevOptionsRbd)
  | ({ driver: 'replication' } & BlockdevOptionsReplication)
  | ({ driver: 'ssh' } & BlockdevOptionsSsh)
  | ({ driver: 'throttle' } & BlockdevOptionsThrottle)
  | ({ driver: 'virtio-blk-vfio-pci' } & BlockdevOptionsVirtioBlkVfioPci)
  | ({ driver: 'virtio-blk-vhost-user' } & BlockdevOptionsVirtioBlkVhostUser)
  | ({ driver: 'virtio-blk-vhost-vdpa' } & BlockdevOptionsVirtioBlkVhostVdpa)
  | ({ driver: 'vvfat' } & BlockdevOptionsVvfat)
);

/** `blockdev-add: arguments.blkdebug` */
export interface BlockdevOptionsBlkdebug {
  align?: JsonInteger | undefined;
  config?: string | undefined;
  image: BlockdevOptionsBlkdebugImage;
  'inject-error'?: readonly BlockdevOptionsBlkdebugInjectErrorItem[] | undefined;
  'max-discard'?: JsonInteger | undefined;
  'max-transfer'?: JsonInteger | undefined;
  'max-write-zero'?: JsonInteger | undefined;
  'opt-discard'?: JsonInteger | undefined;
  'opt-write-zero'?: JsonInteger | undefined;
  'set-state'?: readonly BlockdevOptionsBlkdebugSetStateItem[] | undefined;
  'take-child-perms'?: readonly BlockdevOptionsBlkdebugTakeChildPermsItem[] | undefined;
  'unshare-child-perms'?: readonly BlockdevOptionsBlkdebugTakeChildPermsItem[] | undefined;
}

/** `blockdev-add: arguments.blkdebug.image` */
export type BlockdevOptionsBlkdebugImage = BlockdevOptions | string;

/** `blockdev-add: arguments.blkdebug.inject-error.item` */
export interface BlockdevOptionsBlkdebugInjectErrorItem {
  /** Only QEMU 10.0. */
  'delay-ns'?: JsonInteger | undefined;
  errno?: JsonInteger | undefined;
  event: BlockdevOptionsBlkdebugInjectErrorItemEvent;
  immediately?: boolean | undefined;
  iotype?: BlockdevOptionsBlkdebugInjectErrorItemIotype | undefined;
  once?: boolean | undefined;
  sector?: JsonInteger | undefined;
  state?: JsonInteger | undefined;
}

/** `blockdev-add: arguments.blkdebug.inject-error.item.event` */
export type BlockdevOptionsBlkdebugInjectErrorItemEvent =
  | 'cluster_alloc'
  | 'cluster_alloc_bytes'
  | 'cluster_alloc_space'
  | 'cluster_free'
  | 'cor_write'
  | 'cow_read'
  | 'cow_write'
  | 'empty_image_prepare'
  | 'flush_to_disk'
  | 'flush_to_os'
  | 'l1_grow_activate_table'
  | 'l1_grow_alloc_table'
  | 'l1_grow_write_table'
  | 'l1_shrink_free_l2_clusters'
  | 'l1_shrink_write_table'
  | 'l1_update'
  | 'l2_alloc_cow_read'
  | 'l2_alloc_write'
  | 'l2_load'
  | 'l2_update'
  | 'l2_update_compressed'
  | 'none'
  | 'pwritev'
  | 'pwritev_done'
  | 'pwritev_rmw_after_head'
  | 'pwritev_rmw_after_tail'
  | 'pwritev_rmw_head'
  | 'pwritev_rmw_tail'
  | 'pwritev_zero'
  | 'read_aio'
  | 'read_backing_aio'
  | 'read_compressed'
  | 'refblock_alloc'
  | 'refblock_alloc_hookup'
  | 'refblock_alloc_switch_table'
  | 'refblock_alloc_write'
  | 'refblock_alloc_write_blocks'
  | 'refblock_alloc_write_table'
  | 'refblock_load'
  | 'refblock_update'
  | 'refblock_update_part'
  | 'reftable_grow'
  | 'reftable_load'
  | 'reftable_update'
  | 'vmstate_load'
  | 'vmstate_save'
  | 'write_aio'
  | 'write_compressed';

/** `blockdev-add: arguments.blkdebug.inject-error.item.iotype` */
export type BlockdevOptionsBlkdebugInjectErrorItemIotype =
  | 'block-status'
  | 'discard'
  | 'flush'
  | 'read'
  | 'write'
  | 'write-zeroes';

/** `blockdev-add: arguments.blkdebug.set-state.item` */
export interface BlockdevOptionsBlkdebugSetStateItem {
  event: BlockdevOptionsBlkdebugInjectErrorItemEvent;
  new_state: JsonInteger;
  state?: JsonInteger | undefined;
}

/** `blockdev-add: arguments.blkdebug.take-child-perms.item` */
export type BlockdevOptionsBlkdebugTakeChildPermsItem = 'consistent-read' | 'resize' | 'write' | 'write-unchanged';

/** `blockdev-add: arguments.blklogwrites` */
export interface BlockdevOptionsBlklogwrites {
  file: BlockdevOptionsBlkdebugImage;
  log: BlockdevOptionsBlkdebugImage;
  'log-append'?: boolean | undefined;
  'log-sector-size'?: JsonInteger | undefined;
  'log-super-update-interval'?: JsonInteger | undefined;
}

/** `blockdev-add: arguments.blkreplay` */
export interface BlockdevOptionsBlkreplay {
  image: BlockdevOptionsBlkdebugImage;
}

/** `blockdev-add: arguments.blkverify` */
export interface BlockdevOptionsBlkverify {
  raw: BlockdevOptionsBlkdebugImage;
  test: BlockdevOptionsBlkdebugImage;
}

/** `blockdev-add: arguments.bochs` */
export interface BlockdevOptionsBochs {
  file: BlockdevOptionsBlkdebugImage;
}

/** `blockdev-add: arguments.cache` */
export interface BlockdevOptionsCache {
  direct?: boolean | undefined;
  'no-flush'?: boolean | undefined;
}

/** `blockdev-add: arguments.copy-before-write` */
export interface BlockdevOptionsCopyBeforeWrite {
  bitmap?: BlockDirtyBitmapClearArguments | undefined;
  'cbw-timeout'?: JsonInteger | undefined;
  file: BlockdevOptionsBlkdebugImage;
  /** Only QEMU 10.0. */
  'min-cluster-size'?: JsonInteger | undefined;
  'on-cbw-error'?: BlockdevOptionsCopyBeforeWriteOnCbwError | undefined;
  target: BlockdevOptionsBlkdebugImage;
}

/** `blockdev-add: arguments.copy-before-write.on-cbw-error` */
export type BlockdevOptionsCopyBeforeWriteOnCbwError = 'break-guest-write' | 'break-snapshot';

/** `blockdev-add: arguments.copy-on-read` */
export interface BlockdevOptionsCopyOnRead {
  bottom?: string | undefined;
  file: BlockdevOptionsBlkdebugImage;
}

/** `blockdev-add: arguments.detect-zeroes` */
export type BlockdevOptionsDetectZeroes = 'off' | 'on' | 'unmap';

/** `blockdev-add: arguments.discard` */
export type BlockdevOptionsDiscard = 'ignore' | 'unmap';

/** `blockdev-add: arguments.driver` */
export type BlockdevOptionsDriver =
  | 'blkdebug'
  | 'blklogwrites'
  | 'blkreplay'
  | 'blkverify'
  | 'bochs'
  | 'cloop'
  | 'compress'
  | 'copy-before-write'
  | 'copy-on-read'
  | 'dmg'
  | 'file'
  | 'ftp'
  | 'ftps'
  /** @deprecated in QEMU 10.0 */
  | 'gluster'
  | 'host_cdrom'
  | 'host_device'
  | 'http'
  | 'https'
  /** Only QEMU 10.0. */
  | 'io_uring'
  | 'iscsi'
  | 'luks'
  | 'nbd'
  | 'nfs'
  | 'null-aio'
  | 'null-co'
  | 'nvme'
  /** Only QEMU 10.0. */
  | 'nvme-io_uring'
  | 'parallels'
  | 'preallocate'
  | 'qcow'
  | 'qcow2'
  | 'qed'
  | 'quorum'
  | 'raw'
  | 'rbd'
  | 'replication'
  | 'snapshot-access'
  | 'ssh'
  | 'throttle'
  | 'vdi'
  | 'vhdx'
  /** Only QEMU 10.0. */
  | 'virtio-blk-vfio-pci'
  /** Only QEMU 10.0. */
  | 'virtio-blk-vhost-user'
  /** Only QEMU 10.0. */
  | 'virtio-blk-vhost-vdpa'
  | 'vmdk'
  | 'vpc'
  | 'vvfat';

/** `blockdev-add: arguments.file` */
export interface BlockdevOptionsFile {
  aio?: BlockdevOptionsFileAio | undefined;
  'aio-max-batch'?: JsonInteger | undefined;
  'drop-cache'?: boolean | undefined;
  filename: string;
  locking?: BlockdevOptionsFileLocking | undefined;
  'pr-manager'?: string | undefined;
  /** Unstable. */
  'x-check-cache-dropped'?: boolean | undefined;
}

/** `blockdev-add: arguments.file.aio` */
export type BlockdevOptionsFileAio = 'io_uring' | 'native' | 'threads';

/** `blockdev-add: arguments.ftp` */
export interface BlockdevOptionsFtp {
  'password-secret'?: string | undefined;
  'proxy-password-secret'?: string | undefined;
  'proxy-username'?: string | undefined;
  readahead?: JsonInteger | undefined;
  timeout?: JsonInteger | undefined;
  url: string;
  username?: string | undefined;
}

/** `blockdev-add: arguments.ftps` */
export interface BlockdevOptionsFtps {
  'password-secret'?: string | undefined;
  'proxy-password-secret'?: string | undefined;
  'proxy-username'?: string | undefined;
  readahead?: JsonInteger | undefined;
  sslverify?: boolean | undefined;
  timeout?: JsonInteger | undefined;
  url: string;
  username?: string | undefined;
}

/** `blockdev-add: arguments.gluster` */
export interface BlockdevOptionsGluster {
  debug?: JsonInteger | undefined;
  logfile?: string | undefined;
  path: string;
  server: readonly NetdevStreamConnectedDataAddr[];
  volume: string;
}

/** `blockdev-add: arguments.http` */
export interface BlockdevOptionsHttp {
  cookie?: string | undefined;
  'cookie-secret'?: string | undefined;
  'password-secret'?: string | undefined;
  'proxy-password-secret'?: string | undefined;
  'proxy-username'?: string | undefined;
  readahead?: JsonInteger | undefined;
  timeout?: JsonInteger | undefined;
  url: string;
  username?: string | undefined;
}

/** `blockdev-add: arguments.https` */
export interface BlockdevOptionsHttps {
  cookie?: string | undefined;
  'cookie-secret'?: string | undefined;
  'password-secret'?: string | undefined;
  'proxy-password-secret'?: string | undefined;
  'proxy-username'?: string | undefined;
  readahead?: JsonInteger | undefined;
  sslverify?: boolean | undefined;
  timeout?: JsonInteger | undefined;
  url: string;
  username?: string | undefined;
}

/** `blockdev-add: arguments.io_uring`. Only QEMU 10.0. */
export interface BlockdevOptionsIoUring {
  filename: string;
}

/** `blockdev-add: arguments.iscsi` */
export interface BlockdevOptionsIscsi {
  'header-digest'?: BlockdevOptionsIscsiHeaderDigest | undefined;
  'initiator-name'?: string | undefined;
  lun?: JsonInteger | undefined;
  'password-secret'?: string | undefined;
  portal: string;
  target: string;
  timeout?: JsonInteger | undefined;
  transport: BlockdevOptionsIscsiTransport;
  user?: string | undefined;
}

/** `blockdev-add: arguments.iscsi.header-digest` */
export type BlockdevOptionsIscsiHeaderDigest = 'crc32c' | 'crc32c-none' | 'none' | 'none-crc32c';

/** `blockdev-add: arguments.iscsi.transport` */
export type BlockdevOptionsIscsiTransport = 'iser' | 'tcp';

/** `blockdev-add: arguments.luks` */
export interface BlockdevOptionsLuks {
  file: BlockdevOptionsBlkdebugImage;
  /** Only QEMU 10.0. */
  header?: BlockdevOptionsBlkdebugImage | undefined;
  'key-secret'?: string | undefined;
}

/** `blockdev-add: arguments.nbd` */
export interface BlockdevOptionsNbd {
  export?: string | undefined;
  'open-timeout'?: JsonInteger | undefined;
  'reconnect-delay'?: JsonInteger | undefined;
  server: NetdevStreamConnectedDataAddr;
  'tls-creds'?: string | undefined;
  'tls-hostname'?: string | undefined;
  /** Unstable. */
  'x-dirty-bitmap'?: string | undefined;
}

/** `blockdev-add: arguments.nfs` */
export interface BlockdevOptionsNfs {
  debug?: JsonInteger | undefined;
  group?: JsonInteger | undefined;
  'page-cache-size'?: JsonInteger | undefined;
  path: string;
  'readahead-size'?: JsonInteger | undefined;
  server: BlockdevOptionsNfsServer;
  'tcp-syn-count'?: JsonInteger | undefined;
  user?: JsonInteger | undefined;
}

/** `blockdev-add: arguments.nfs.server` */
export interface BlockdevOptionsNfsServer {
  host: string;
  type: BlockdevOptionsNfsServerType;
}

/** `blockdev-add: arguments.nfs.server.type` */
export type BlockdevOptionsNfsServerType = 'inet';

/** `blockdev-add: arguments.null-aio` */
export interface BlockdevOptionsNullAio {
  'latency-ns'?: JsonInteger | undefined;
  'read-zeroes'?: boolean | undefined;
  size?: JsonInteger | undefined;
}

/** `blockdev-add: arguments.nvme` */
export interface BlockdevOptionsNvme {
  device: string;
  namespace: JsonInteger;
}

/** `blockdev-add: arguments.nvme-io_uring`. Only QEMU 10.0. */
export interface BlockdevOptionsNvmeIoUring {
  path: string;
}

/** `blockdev-add: arguments.preallocate` */
export interface BlockdevOptionsPreallocate {
  file: BlockdevOptionsBlkdebugImage;
  'prealloc-align'?: JsonInteger | undefined;
  'prealloc-size'?: JsonInteger | undefined;
}

/** `blockdev-add: arguments.qcow` */
export interface BlockdevOptionsQcow {
  backing?: BlockdevOptionsQcowBacking | undefined;
  encrypt?: BlockdevOptionsQcowEncrypt | undefined;
  file: BlockdevOptionsBlkdebugImage;
}

/** `blockdev-add: arguments.qcow2` */
export interface BlockdevOptionsQcow2 {
  backing?: BlockdevOptionsQcowBacking | undefined;
  'cache-clean-interval'?: JsonInteger | undefined;
  'cache-size'?: JsonInteger | undefined;
  'data-file'?: BlockdevOptionsBlkdebugImage | undefined;
  /** Only QEMU 10.0. */
  'discard-no-unref'?: boolean | undefined;
  encrypt?: BlockdevOptionsQcow2Encrypt | undefined;
  file: BlockdevOptionsBlkdebugImage;
  'l2-cache-entry-size'?: JsonInteger | undefined;
  'l2-cache-size'?: JsonInteger | undefined;
  'lazy-refcounts'?: boolean | undefined;
  'overlap-check'?: BlockdevOptionsQcow2OverlapCheck | undefined;
  'pass-discard-other'?: boolean | undefined;
  'pass-discard-request'?: boolean | undefined;
  'pass-discard-snapshot'?: boolean | undefined;
  'refcount-cache-size'?: JsonInteger | undefined;
}

/** `blockdev-add: arguments.qcow2.encrypt` */
export type BlockdevOptionsQcow2Encrypt = (
  | ({ format: 'aes' } & BlockdevOptionsQcowEncryptAes)
  | ({ format: 'luks' } & BlockdevOptionsQcow2EncryptLuks)
);

/** `blockdev-add: arguments.qcow2.encrypt.format` */
export type BlockdevOptionsQcow2EncryptFormat = 'aes' | 'luks';

/** `blockdev-add: arguments.qcow2.encrypt.luks` */
export interface BlockdevOptionsQcow2EncryptLuks {
  'key-secret'?: string | undefined;
}

/** `blockdev-add: arguments.qcow2.overlap-check` */
export type BlockdevOptionsQcow2OverlapCheck = BlockdevOptionsQcow2OverlapCheckEnum | BlockdevOptionsQcow2OverlapCheckObject;

/** `blockdev-add: arguments.qcow2.overlap-check.enum` */
export type BlockdevOptionsQcow2OverlapCheckEnum = 'all' | 'cached' | 'constant' | 'none';

/** `blockdev-add: arguments.qcow2.overlap-check.object` */
export interface BlockdevOptionsQcow2OverlapCheckObject {
  'active-l1'?: boolean | undefined;
  'active-l2'?: boolean | undefined;
  'bitmap-directory'?: boolean | undefined;
  'inactive-l1'?: boolean | undefined;
  'inactive-l2'?: boolean | undefined;
  'main-header'?: boolean | undefined;
  'refcount-block'?: boolean | undefined;
  'refcount-table'?: boolean | undefined;
  'snapshot-table'?: boolean | undefined;
  template?: BlockdevOptionsQcow2OverlapCheckEnum | undefined;
}

/** `blockdev-add: arguments.qcow.backing` */
export type BlockdevOptionsQcowBacking = null | BlockdevOptions | string;

/** `blockdev-add: arguments.qcow.encrypt` */
export type BlockdevOptionsQcowEncrypt = (
  | ({ format: 'aes' } & BlockdevOptionsQcowEncryptAes)
);

/** `blockdev-add: arguments.qcow.encrypt.aes` */
export interface BlockdevOptionsQcowEncryptAes {
  'key-secret'?: string | undefined;
}

/** `blockdev-add: arguments.qcow.encrypt.format` */
export type BlockdevOptionsQcowEncryptFormat = 'aes';

/** `blockdev-add: arguments.qed` */
export interface BlockdevOptionsQed {
  backing?: BlockdevOptionsQcowBacking | undefined;
  file: BlockdevOptionsBlkdebugImage;
}

/** `blockdev-add: arguments.quorum` */
export interface BlockdevOptionsQuorum {
  blkverify?: boolean | undefined;
  children: readonly BlockdevOptionsBlkdebugImage[];
  'read-pattern'?: BlockdevOptionsQuorumReadPattern | undefined;
  'rewrite-corrupted'?: boolean | undefined;
  'vote-threshold': JsonInteger;
}

/** `blockdev-add: arguments.quorum.read-pattern` */
export type BlockdevOptionsQuorumReadPattern = 'fifo' | 'quorum';

/** `blockdev-add: arguments.raw` */
export interface BlockdevOptionsRaw {
  file: BlockdevOptionsBlkdebugImage;
  offset?: JsonInteger | undefined;
  size?: JsonInteger | undefined;
}

/** `blockdev-add: arguments.rbd` */
export interface BlockdevOptionsRbd {
  'auth-client-required'?: readonly BlockdevOptionsRbdAuthClientRequiredItem[] | undefined;
  conf?: string | undefined;
  encrypt?: BlockdevOptionsRbdEncrypt | undefined;
  image: string;
  'key-secret'?: string | undefined;
  namespace?: string | undefined;
  pool: string;
  server?: readonly BlockdevOptionsRbdServerItem[] | undefined;
  snapshot?: string | undefined;
  user?: string | undefined;
}

/** `blockdev-add: arguments.rbd.auth-client-required.item` */
export type BlockdevOptionsRbdAuthClientRequiredItem = 'cephx' | 'none';

/** `blockdev-add: arguments.rbd.encrypt` */
export type BlockdevOptionsRbdEncrypt = {
  /** Only QEMU 10.0. */
  parent?: BlockdevOptionsRbdEncrypt | undefined;
} & (
  | ({ format: 'luks' } & BlockdevOptionsRbdEncryptLuks)
  | ({ format: 'luks-any' } & BlockdevOptionsRbdEncryptLuksAny)
  | ({ format: 'luks2' } & BlockdevOptionsRbdEncryptLuks2)
);

/** `blockdev-add: arguments.rbd.encrypt.format` */
export type BlockdevOptionsRbdEncryptFormat =
  | 'luks'
  /** Only QEMU 10.0. */
  | 'luks-any'
  | 'luks2';

/** `blockdev-add: arguments.rbd.encrypt.luks` */
export interface BlockdevOptionsRbdEncryptLuks {
  'key-secret': string;
}

/** `blockdev-add: arguments.rbd.encrypt.luks2` */
export interface BlockdevOptionsRbdEncryptLuks2 {
  'key-secret': string;
}

/** `blockdev-add: arguments.rbd.encrypt.luks-any`. Only QEMU 10.0. */
export interface BlockdevOptionsRbdEncryptLuksAny {
  'key-secret': string;
}

/** `blockdev-add: arguments.rbd.server.item` */
export interface BlockdevOptionsRbdServerItem {
  host: string;
  port: string;
}

/** `blockdev-add: arguments.replication` */
export interface BlockdevOptionsReplication {
  file: BlockdevOptionsBlkdebugImage;
  mode: BlockdevOptionsReplicationMode;
  'top-id'?: string | undefined;
}

/** `blockdev-add: arguments.replication.mode` */
export type BlockdevOptionsReplicationMode = 'primary' | 'secondary';

/** `blockdev-add: arguments.ssh` */
export interface BlockdevOptionsSsh {
  'host-key-check'?: BlockdevOptionsSshHostKeyCheck | undefined;
  path: string;
  server: BlockdevOptionsSshServer;
  user?: string | undefined;
}

/** `blockdev-add: arguments.ssh.host-key-check` */
export type BlockdevOptionsSshHostKeyCheck = (
  | ({ mode: 'hash' } & BlockdevOptionsSshHostKeyCheckHash)
  | { mode: 'known_hosts' | 'none' }
);

/** `blockdev-add: arguments.ssh.host-key-check.hash` */
export interface BlockdevOptionsSshHostKeyCheckHash {
  hash: string;
  type: BlockdevOptionsSshHostKeyCheckHashType;
}

/** `blockdev-add: arguments.ssh.host-key-check.hash.type` */
export type BlockdevOptionsSshHostKeyCheckHashType = 'md5' | 'sha1' | 'sha256';

/** `blockdev-add: arguments.ssh.host-key-check.mode` */
export type BlockdevOptionsSshHostKeyCheckMode = 'hash' | 'known_hosts' | 'none';

/** `blockdev-add: arguments.throttle` */
export interface BlockdevOptionsThrottle {
  file: BlockdevOptionsBlkdebugImage;
  'throttle-group': string;
}

/** `blockdev-add: arguments.virtio-blk-vfio-pci`. Only QEMU 10.0. */
export interface BlockdevOptionsVirtioBlkVfioPci {
  path: string;
}

/** `blockdev-add: arguments.virtio-blk-vhost-user`. Only QEMU 10.0. */
export interface BlockdevOptionsVirtioBlkVhostUser {
  path: string;
}

/** `blockdev-add: arguments.virtio-blk-vhost-vdpa`. Only QEMU 10.0. */
export interface BlockdevOptionsVirtioBlkVhostVdpa {
  path: string;
}

/** `blockdev-add: arguments.vvfat` */
export interface BlockdevOptionsVvfat {
  dir: string;
  'fat-type'?: JsonInteger | undefined;
  floppy?: boolean | undefined;
  label?: string | undefined;
  rw?: boolean | undefined;
}

/** `blockdev-remove-medium: arguments` */
export interface BlockdevRemoveMediumArguments {
  id: string;
}

/** `blockdev-reopen: arguments` */
export interface BlockdevReopenArguments {
  options: readonly BlockdevOptions[];
}

/** `blockdev-set-active: arguments`. Only QEMU 10.0. */
export interface BlockdevSetActiveArguments {
  active: boolean;
  'node-name'?: string | undefined;
}

/** `blockdev-snapshot: arguments` */
export interface BlockdevSnapshotArguments {
  node: string;
  overlay: string;
}

/** `blockdev-snapshot-delete-internal-sync: arguments` */
export interface BlockdevSnapshotDeleteInternalSyncArguments {
  device: string;
  id?: string | undefined;
  name?: string | undefined;
}

/** `blockdev-snapshot-delete-internal-sync: return` */
export interface BlockdevSnapshotDeleteInternalSyncReturn {
  'date-nsec': JsonInteger;
  'date-sec': JsonInteger;
  icount?: JsonInteger | undefined;
  id: string;
  name: string;
  'vm-clock-nsec': JsonInteger;
  'vm-clock-sec': JsonInteger;
  'vm-state-size': JsonInteger;
}

/** `blockdev-snapshot-internal-sync: arguments` */
export interface BlockdevSnapshotInternalSyncArguments {
  device: string;
  name: string;
}

/** `blockdev-snapshot-sync: arguments` */
export interface BlockdevSnapshotSyncArguments {
  device?: string | undefined;
  format?: string | undefined;
  mode?: BlockdevSnapshotSyncArgumentsMode | undefined;
  'node-name'?: string | undefined;
  'snapshot-file': string;
  'snapshot-node-name'?: string | undefined;
}

/** `blockdev-snapshot-sync: arguments.mode` */
export type BlockdevSnapshotSyncArgumentsMode = 'absolute-paths' | 'existing';

/** `change-backing-file: arguments` */
export interface ChangeBackingFileArguments {
  'backing-file': string;
  device: string;
  'image-node-name': string;
}

/** `DEVICE_TRAY_MOVED: data` */
export interface DeviceTrayMovedData {
  device: string;
  id: string;
  'tray-open': boolean;
}

/** `drive-backup: arguments` */
export interface DriveBackupArguments {
  'auto-dismiss'?: boolean | undefined;
  'auto-finalize'?: boolean | undefined;
  bitmap?: string | undefined;
  'bitmap-mode'?: BlockdevBackupArgumentsBitmapMode | undefined;
  compress?: boolean | undefined;
  device: string;
  /** Only QEMU 10.0. */
  'discard-source'?: boolean | undefined;
  'filter-node-name'?: string | undefined;
  format?: string | undefined;
  'job-id'?: string | undefined;
  mode?: BlockdevSnapshotSyncArgumentsMode | undefined;
  'on-source-error'?: BlockCommitArgumentsOnError | undefined;
  'on-target-error'?: BlockCommitArgumentsOnError | undefined;
  speed?: JsonInteger | undefined;
  sync: BlockdevBackupArgumentsSync;
  target: string;
  /** Unstable. */
  'x-perf'?: BlockdevBackupArgumentsXPerf | undefined;
}

/** `drive-mirror: arguments` */
export interface DriveMirrorArguments {
  'auto-dismiss'?: boolean | undefined;
  'auto-finalize'?: boolean | undefined;
  'buf-size'?: JsonInteger | undefined;
  'copy-mode'?: BlockdevMirrorArgumentsCopyMode | undefined;
  device: string;
  format?: string | undefined;
  granularity?: JsonInteger | undefined;
  'job-id'?: string | undefined;
  mode?: BlockdevSnapshotSyncArgumentsMode | undefined;
  'node-name'?: string | undefined;
  'on-source-error'?: BlockCommitArgumentsOnError | undefined;
  'on-target-error'?: BlockCommitArgumentsOnError | undefined;
  replaces?: string | undefined;
  speed?: JsonInteger | undefined;
  sync: BlockdevBackupArgumentsSync;
  target: string;
  unmap?: boolean | undefined;
}

/** `DUMP_COMPLETED: data` */
export interface DumpCompletedData {
  error?: string | undefined;
  result: QueryDumpReturn;
}

/** `dump-guest-memory: arguments` */
export interface DumpGuestMemoryArguments {
  begin?: JsonInteger | undefined;
  detach?: boolean | undefined;
  format?: DumpGuestMemoryArgumentsFormat | undefined;
  length?: JsonInteger | undefined;
  paging: boolean;
  protocol: string;
}

/** `dump-guest-memory: arguments.format` */
export type DumpGuestMemoryArgumentsFormat =
  | 'elf'
  | 'kdump-lzo'
  /** Only QEMU 10.0. */
  | 'kdump-raw-lzo'
  /** Only QEMU 10.0. */
  | 'kdump-raw-snappy'
  /** Only QEMU 10.0. */
  | 'kdump-raw-zlib'
  | 'kdump-snappy'
  | 'kdump-zlib'
  | 'win-dmp';

/** `dumpdtb: arguments` */
export interface DumpdtbArguments {
  filename: string;
}

/** `eject: arguments` */
export interface EjectArguments {
  /** @deprecated in QEMU 7.2 and 10.0 */
  device?: string | undefined;
  force?: boolean | undefined;
  id?: string | undefined;
}

/** `nbd-server-add: arguments` */
export interface NbdServerAddArguments {
  bitmap?: string | undefined;
  description?: string | undefined;
  device: string;
  name?: string | undefined;
  writable?: boolean | undefined;
}

/** `nbd-server-remove: arguments` */
export interface NbdServerRemoveArguments {
  mode?: BlockExportDelArgumentsMode | undefined;
  name: string;
}

/** `nbd-server-start: arguments` */
export interface NbdServerStartArguments {
  addr: NbdServerStartArgumentsAddr;
  /** Only QEMU 10.0. */
  'handshake-max-seconds'?: JsonInteger | undefined;
  'max-connections'?: JsonInteger | undefined;
  'tls-authz'?: string | undefined;
  'tls-creds'?: string | undefined;
}

/** `PR_MANAGER_STATUS_CHANGED: data` */
export interface PrManagerStatusChangedData {
  connected: boolean;
  id: string;
}

/** `query-block-exports: return.item` */
export interface QueryBlockExportsReturnItem {
  id: string;
  'node-name': string;
  'shutting-down': boolean;
  type: BlockExportAddArgumentsType;
}

/** `query-block: return.item` */
export interface QueryBlockReturnItem {
  device: string;
  inserted?: QueryNamedBlockNodesReturnItem | undefined;
  'io-status'?: QueryBlockReturnItemIoStatus | undefined;
  locked: boolean;
  qdev?: string | undefined;
  removable: boolean;
  tray_open?: boolean | undefined;
  type: string;
}

/** `query-blockstats: arguments` */
export interface QueryBlockstatsArguments {
  'query-nodes'?: boolean | undefined;
}

/** `query-blockstats: return.item` */
export interface QueryBlockstatsReturnItem {
  backing?: QueryBlockstatsReturnItem | undefined;
  device?: string | undefined;
  'driver-specific'?: QueryBlockstatsReturnItemDriverSpecific | undefined;
  'node-name'?: string | undefined;
  parent?: QueryBlockstatsReturnItem | undefined;
  qdev?: string | undefined;
  stats: QueryBlockstatsReturnItemStats;
}

/** `query-blockstats: return.item.driver-specific` */
export type QueryBlockstatsReturnItemDriverSpecific = (
  | { driver: 'blkdebug' | 'blklogwrites' | 'blkreplay' | 'blkverify' | 'bochs' | 'cloop' | 'compress' | 'copy-before-write' | 'copy-on-read' | 'dmg' | 'ftp' | 'ftps' | 'gluster' | 'host_cdrom' | 'http' | 'https' | 'io_uring' | 'iscsi' | 'luks' | 'nbd' | 'nfs' | 'null-aio' | 'null-co' | 'nvme-io_uring' | 'parallels' | 'preallocate' | 'qcow' | 'qcow2' | 'qed' | 'quorum' | 'raw' | 'rbd' | 'replication' | 'snapshot-access' | 'ssh' | 'throttle' | 'vdi' | 'vhdx' | 'virtio-blk-vfio-pci' | 'virtio-blk-vhost-user' | 'virtio-blk-vhost-vdpa' | 'vmdk' | 'vpc' | 'vvfat' }
  | ({ driver: 'file' | 'host_device' } & QueryBlockstatsReturnItemDriverSpecificFile)
  | ({ driver: 'nvme' } & QueryBlockstatsReturnItemDriverSpecificNvme)
);

/** `query-blockstats: return.item.driver-specific.file` */
export interface QueryBlockstatsReturnItemDriverSpecificFile {
  'discard-bytes-ok': JsonInteger;
  'discard-nb-failed': JsonInteger;
  'discard-nb-ok': JsonInteger;
}

/** `query-blockstats: return.item.driver-specific.nvme` */
export interface QueryBlockstatsReturnItemDriverSpecificNvme {
  'aligned-accesses': JsonInteger;
  'completion-errors': JsonInteger;
  'unaligned-accesses': JsonInteger;
}

/** `query-blockstats: return.item.stats` */
export interface QueryBlockstatsReturnItemStats {
  account_failed: boolean;
  account_invalid: boolean;
  failed_flush_operations: JsonInteger;
  failed_rd_operations: JsonInteger;
  failed_unmap_operations: JsonInteger;
  failed_wr_operations: JsonInteger;
  /** Only QEMU 10.0. */
  failed_zone_append_operations?: JsonInteger | undefined;
  flush_latency_histogram?: QueryBlockstatsReturnItemStatsFlushLatencyHistogram | undefined;
  flush_operations: JsonInteger;
  flush_total_time_ns: JsonInteger;
  idle_time_ns?: JsonInteger | undefined;
  invalid_flush_operations: JsonInteger;
  invalid_rd_operations: JsonInteger;
  invalid_unmap_operations: JsonInteger;
  invalid_wr_operations: JsonInteger;
  /** Only QEMU 10.0. */
  invalid_zone_append_operations?: JsonInteger | undefined;
  rd_bytes: JsonInteger;
  rd_latency_histogram?: QueryBlockstatsReturnItemStatsFlushLatencyHistogram | undefined;
  rd_merged: JsonInteger;
  rd_operations: JsonInteger;
  rd_total_time_ns: JsonInteger;
  timed_stats: readonly QueryBlockstatsReturnItemStatsTimedStatsItem[];
  unmap_bytes: JsonInteger;
  unmap_merged: JsonInteger;
  unmap_operations: JsonInteger;
  unmap_total_time_ns: JsonInteger;
  wr_bytes: JsonInteger;
  wr_highest_offset: JsonInteger;
  wr_latency_histogram?: QueryBlockstatsReturnItemStatsFlushLatencyHistogram | undefined;
  wr_merged: JsonInteger;
  wr_operations: JsonInteger;
  wr_total_time_ns: JsonInteger;
  /** Only QEMU 10.0. */
  zone_append_bytes?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  zone_append_latency_histogram?: QueryBlockstatsReturnItemStatsFlushLatencyHistogram | undefined;
  /** Only QEMU 10.0. */
  zone_append_merged?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  zone_append_operations?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  zone_append_total_time_ns?: JsonInteger | undefined;
}

/** `query-blockstats: return.item.stats.flush_latency_histogram` */
export interface QueryBlockstatsReturnItemStatsFlushLatencyHistogram {
  bins: readonly JsonInteger[];
  boundaries: readonly JsonInteger[];
}

/** `query-blockstats: return.item.stats.timed_stats.item` */
export interface QueryBlockstatsReturnItemStatsTimedStatsItem {
  avg_flush_latency_ns: JsonInteger;
  avg_rd_latency_ns: JsonInteger;
  avg_rd_queue_depth: JsonInteger;
  avg_wr_latency_ns: JsonInteger;
  avg_wr_queue_depth: JsonInteger;
  /** Only QEMU 10.0. */
  avg_zone_append_latency_ns?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  avg_zone_append_queue_depth?: JsonInteger | undefined;
  interval_length: JsonInteger;
  max_flush_latency_ns: JsonInteger;
  max_rd_latency_ns: JsonInteger;
  max_wr_latency_ns: JsonInteger;
  /** Only QEMU 10.0. */
  max_zone_append_latency_ns?: JsonInteger | undefined;
  min_flush_latency_ns: JsonInteger;
  min_rd_latency_ns: JsonInteger;
  min_wr_latency_ns: JsonInteger;
  /** Only QEMU 10.0. */
  min_zone_append_latency_ns?: JsonInteger | undefined;
}

/** `query-dump-guest-memory-capability: return` */
export interface QueryDumpGuestMemoryCapabilityReturn {
  formats: readonly DumpGuestMemoryArgumentsFormat[];
}

/** `query-dump: return` */
export interface QueryDumpReturn {
  completed: JsonInteger;
  status: QueryDumpReturnStatus;
  total: JsonInteger;
}

/** `query-dump: return.status` */
export type QueryDumpReturnStatus = 'active' | 'completed' | 'failed' | 'none';

/** `query-named-block-nodes: arguments` */
export interface QueryNamedBlockNodesArguments {
  flat?: boolean | undefined;
}

/** `query-named-block-nodes: return.item` */
export interface QueryNamedBlockNodesReturnItem {
  /** Only QEMU 10.0. */
  active?: boolean | undefined;
  backing_file?: string | undefined;
  backing_file_depth: JsonInteger;
  bps: JsonInteger;
  bps_max?: JsonInteger | undefined;
  bps_max_length?: JsonInteger | undefined;
  bps_rd: JsonInteger;
  bps_rd_max?: JsonInteger | undefined;
  bps_rd_max_length?: JsonInteger | undefined;
  bps_wr: JsonInteger;
  bps_wr_max?: JsonInteger | undefined;
  bps_wr_max_length?: JsonInteger | undefined;
  cache: QueryNamedBlockNodesReturnItemCache;
  detect_zeroes: BlockdevOptionsDetectZeroes;
  'dirty-bitmaps'?: readonly QueryNamedBlockNodesReturnItemDirtyBitmapsItem[] | undefined;
  drv: string;
  encrypted: boolean;
  file: string;
  group?: string | undefined;
  image: QueryNamedBlockNodesReturnItemImage;
  iops: JsonInteger;
  iops_max?: JsonInteger | undefined;
  iops_max_length?: JsonInteger | undefined;
  iops_rd: JsonInteger;
  iops_rd_max?: JsonInteger | undefined;
  iops_rd_max_length?: JsonInteger | undefined;
  iops_size?: JsonInteger | undefined;
  iops_wr: JsonInteger;
  iops_wr_max?: JsonInteger | undefined;
  iops_wr_max_length?: JsonInteger | undefined;
  'node-name'?: string | undefined;
  ro: boolean;
  write_threshold: JsonInteger;
}

/** `query-named-block-nodes: return.item.cache` */
export interface QueryNamedBlockNodesReturnItemCache {
  direct: boolean;
  'no-flush': boolean;
  writeback: boolean;
}

/** `query-named-block-nodes: return.item.dirty-bitmaps.item` */
export interface QueryNamedBlockNodesReturnItemDirtyBitmapsItem {
  busy: boolean;
  count: JsonInteger;
  granularity: JsonInteger;
  inconsistent?: boolean | undefined;
  name?: string | undefined;
  persistent: boolean;
  recording: boolean;
}

/** `query-named-block-nodes: return.item.image` */
export interface QueryNamedBlockNodesReturnItemImage {
  'actual-size'?: JsonInteger | undefined;
  'backing-filename'?: string | undefined;
  'backing-filename-format'?: string | undefined;
  'backing-image'?: QueryNamedBlockNodesReturnItemImage | undefined;
  'cluster-size'?: JsonInteger | undefined;
  compressed?: boolean | undefined;
  'dirty-flag'?: boolean | undefined;
  encrypted?: boolean | undefined;
  filename: string;
  format: string;
  'format-specific'?: QueryNamedBlockNodesReturnItemImageFormatSpecific | undefined;
  'full-backing-filename'?: string | undefined;
  snapshots?: readonly BlockdevSnapshotDeleteInternalSyncReturn[] | undefined;
  'virtual-size': JsonInteger;
}

/** `query-named-block-nodes: return.item.image.format-specific` */
export type QueryNamedBlockNodesReturnItemImageFormatSpecific = (
  | ({ type: 'file' } & QueryNamedBlockNodesReturnItemImageFormatSpecificFile)
  | ({ type: 'luks' } & QueryNamedBlockNodesReturnItemImageFormatSpecificLuks)
  | ({ type: 'qcow2' } & QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2)
  | ({ type: 'rbd' } & QueryNamedBlockNodesReturnItemImageFormatSpecificRbd)
  | ({ type: 'vmdk' } & QueryNamedBlockNodesReturnItemImageFormatSpecificVmdk)
);

/** `query-named-block-nodes: return.item.image.format-specific.file`. Only QEMU 10.0. */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificFile {
  data: QueryNamedBlockNodesReturnItemImageFormatSpecificFileData;
}

/** `query-named-block-nodes: return.item.image.format-specific.file.data`. Only QEMU 10.0. */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificFileData {
  'extent-size-hint'?: JsonInteger | undefined;
}

/** `query-named-block-nodes: return.item.image.format-specific.luks` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificLuks {
  data: QueryNamedBlockNodesReturnItemImageFormatSpecificLuksData;
}

/** `query-named-block-nodes: return.item.image.format-specific.luks.data` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificLuksData {
  'cipher-alg': BlockdevCreateArgumentsOptionsLuksCipherAlg;
  'cipher-mode': BlockdevCreateArgumentsOptionsLuksCipherMode;
  /** Only QEMU 10.0. */
  'detached-header'?: boolean | undefined;
  'hash-alg': BlockdevCreateArgumentsOptionsLuksHashAlg;
  'ivgen-alg': BlockdevCreateArgumentsOptionsLuksIvgenAlg;
  'ivgen-hash-alg'?: BlockdevCreateArgumentsOptionsLuksHashAlg | undefined;
  'master-key-iters': JsonInteger;
  'payload-offset': JsonInteger;
  slots: readonly QueryNamedBlockNodesReturnItemImageFormatSpecificLuksDataSlotsItem[];
  uuid: string;
}

/** `query-named-block-nodes: return.item.image.format-specific.luks.data.slots.item` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificLuksDataSlotsItem {
  active: boolean;
  iters?: JsonInteger | undefined;
  'key-offset': JsonInteger;
  stripes?: JsonInteger | undefined;
}

/** `query-named-block-nodes: return.item.image.format-specific.qcow2` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2 {
  data: QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2Data;
}

/** `query-named-block-nodes: return.item.image.format-specific.qcow2.data` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2Data {
  bitmaps?: readonly QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2DataBitmapsItem[] | undefined;
  compat: string;
  'compression-type': BlockdevCreateArgumentsOptionsQcow2CompressionType;
  corrupt?: boolean | undefined;
  'data-file'?: string | undefined;
  'data-file-raw'?: boolean | undefined;
  encrypt?: QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2DataEncrypt | undefined;
  'extended-l2'?: boolean | undefined;
  'lazy-refcounts'?: boolean | undefined;
  'refcount-bits': JsonInteger;
}

/** `query-named-block-nodes: return.item.image.format-specific.qcow2.data.bitmaps.item` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2DataBitmapsItem {
  flags: readonly QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2DataBitmapsItemFlagsItem[];
  granularity: JsonInteger;
  name: string;
}

/** `query-named-block-nodes: return.item.image.format-specific.qcow2.data.bitmaps.item.flags.item` */
export type QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2DataBitmapsItemFlagsItem = 'auto' | 'in-use';

/** `query-named-block-nodes: return.item.image.format-specific.qcow2.data.encrypt` */
export type QueryNamedBlockNodesReturnItemImageFormatSpecificQcow2DataEncrypt = (
  | { format: 'aes' }
  | ({ format: 'luks' } & QueryNamedBlockNodesReturnItemImageFormatSpecificLuksData)
);

/** `query-named-block-nodes: return.item.image.format-specific.rbd` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificRbd {
  data: QueryNamedBlockNodesReturnItemImageFormatSpecificRbdData;
}

/** `query-named-block-nodes: return.item.image.format-specific.rbd.data` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificRbdData {
  'encryption-format'?: BlockdevOptionsRbdEncryptFormat | undefined;
}

/** `query-named-block-nodes: return.item.image.format-specific.type` */
export type QueryNamedBlockNodesReturnItemImageFormatSpecificType =
  /** Only QEMU 10.0. */
  | 'file'
  | 'luks'
  | 'qcow2'
  | 'rbd'
  | 'vmdk';

/** `query-named-block-nodes: return.item.image.format-specific.vmdk` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificVmdk {
  data: QueryNamedBlockNodesReturnItemImageFormatSpecificVmdkData;
}

/** `query-named-block-nodes: return.item.image.format-specific.vmdk.data` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificVmdkData {
  cid: JsonInteger;
  'create-type': string;
  extents: readonly QueryNamedBlockNodesReturnItemImageFormatSpecificVmdkDataExtentsItem[];
  'parent-cid': JsonInteger;
}

/** `query-named-block-nodes: return.item.image.format-specific.vmdk.data.extents.item` */
export interface QueryNamedBlockNodesReturnItemImageFormatSpecificVmdkDataExtentsItem {
  /** Only QEMU 7.2. */
  'actual-size'?: JsonInteger | undefined;
  /** Only QEMU 7.2. */
  'backing-filename'?: string | undefined;
  /** Only QEMU 7.2. */
  'backing-filename-format'?: string | undefined;
  /** Only QEMU 7.2. */
  'backing-image'?: QueryNamedBlockNodesReturnItemImage | undefined;
  'cluster-size'?: JsonInteger | undefined;
  compressed?: boolean | undefined;
  /** Only QEMU 7.2. */
  'dirty-flag'?: boolean | undefined;
  /** Only QEMU 7.2. */
  encrypted?: boolean | undefined;
  filename: string;
  format: string;
  /** Only QEMU 7.2. */
  'format-specific'?: QueryNamedBlockNodesReturnItemImageFormatSpecific | undefined;
  /** Only QEMU 7.2. */
  'full-backing-filename'?: string | undefined;
  /** Only QEMU 7.2. */
  snapshots?: readonly BlockdevSnapshotDeleteInternalSyncReturn[] | undefined;
  'virtual-size': JsonInteger;
}

/** `query-pr-managers: return.item` */
export interface QueryPrManagersReturnItem {
  connected: boolean;
  id: string;
}

/** `QUORUM_FAILURE: data` */
export interface QuorumFailureData {
  reference: string;
  'sector-num': JsonInteger;
  'sectors-count': JsonInteger;
}

/** `QUORUM_REPORT_BAD: data` */
export interface QuorumReportBadData {
  error?: string | undefined;
  'node-name': string;
  'sector-num': JsonInteger;
  'sectors-count': JsonInteger;
  type: QuorumReportBadDataType;
}

/** `QUORUM_REPORT_BAD: data.type` */
export type QuorumReportBadDataType = 'flush' | 'read' | 'write';

/** `transaction: arguments` */
export interface TransactionArguments {
  actions: readonly TransactionArgumentsActionsItem[];
  properties?: TransactionArgumentsProperties | undefined;
}

/** `transaction: arguments.actions.item` */
export type TransactionArgumentsActionsItem = (
  | ({ type: 'abort' } & TransactionArgumentsActionsItemAbort)
  | ({ type: 'block-dirty-bitmap-add' } & TransactionArgumentsActionsItemBlockDirtyBitmapAdd)
  | ({ type: 'block-dirty-bitmap-clear' | 'block-dirty-bitmap-disable' | 'block-dirty-bitmap-enable' | 'block-dirty-bitmap-remove' } & TransactionArgumentsActionsItemBlockDirtyBitmapClear)
  | ({ type: 'block-dirty-bitmap-merge' } & TransactionArgumentsActionsItemBlockDirtyBitmapMerge)
  | ({ type: 'blockdev-backup' } & TransactionArgumentsActionsItemBlockdevBackup)
  | ({ type: 'blockdev-snapshot' } & TransactionArgumentsActionsItemBlockdevSnapshot)
  | ({ type: 'blockdev-snapshot-internal-sync' } & TransactionArgumentsActionsItemBlockdevSnapshotInternalSync)
  | ({ type: 'blockdev-snapshot-sync' } & TransactionArgumentsActionsItemBlockdevSnapshotSync)
  | ({ type: 'drive-backup' } & TransactionArgumentsActionsItemDriveBackup)
);

/** `transaction: arguments.actions.item.abort` */
export interface TransactionArgumentsActionsItemAbort {
  data: NoMembers;
}

/** `transaction: arguments.actions.item.block-dirty-bitmap-add` */
export interface TransactionArgumentsActionsItemBlockDirtyBitmapAdd {
  data: BlockDirtyBitmapAddArguments;
}

/** `transaction: arguments.actions.item.block-dirty-bitmap-clear` */
export interface TransactionArgumentsActionsItemBlockDirtyBitmapClear {
  data: BlockDirtyBitmapClearArguments;
}

/** `transaction: arguments.actions.item.block-dirty-bitmap-merge` */
export interface TransactionArgumentsActionsItemBlockDirtyBitmapMerge {
  data: BlockDirtyBitmapMergeArguments;
}

/** `transaction: arguments.actions.item.blockdev-backup` */
export interface TransactionArgumentsActionsItemBlockdevBackup {
  data: BlockdevBackupArguments;
}

/** `transaction: arguments.actions.item.blockdev-snapshot` */
export interface TransactionArgumentsActionsItemBlockdevSnapshot {
  data: BlockdevSnapshotArguments;
}

/** `transaction: arguments.actions.item.blockdev-snapshot-internal-sync` */
export interface TransactionArgumentsActionsItemBlockdevSnapshotInternalSync {
  data: BlockdevSnapshotInternalSyncArguments;
}

/** `transaction: arguments.actions.item.blockdev-snapshot-sync` */
export interface TransactionArgumentsActionsItemBlockdevSnapshotSync {
  data: BlockdevSnapshotSyncArguments;
}

/** `transaction: arguments.actions.item.drive-backup` */
export interface TransactionArgumentsActionsItemDriveBackup {
  data: DriveBackupArguments;
}

/** `transaction: arguments.actions.item.type` */
export type TransactionArgumentsActionsItemType =
  | 'abort'
  | 'block-dirty-bitmap-add'
  | 'block-dirty-bitmap-clear'
  | 'block-dirty-bitmap-disable'
  | 'block-dirty-bitmap-enable'
  | 'block-dirty-bitmap-merge'
  | 'block-dirty-bitmap-remove'
  | 'blockdev-backup'
  | 'blockdev-snapshot'
  | 'blockdev-snapshot-internal-sync'
  | 'blockdev-snapshot-sync'
  /** @deprecated in QEMU 7.2 and 10.0 */
  | 'drive-backup';

/** `transaction: arguments.properties` */
export interface TransactionArgumentsProperties {
  'completion-mode'?: TransactionArgumentsPropertiesCompletionMode | undefined;
}

/** `transaction: arguments.properties.completion-mode` */
export type TransactionArgumentsPropertiesCompletionMode = 'grouped' | 'individual';

/** `x-blockdev-amend: arguments` */
export interface XBlockdevAmendArguments {
  force?: boolean | undefined;
  'job-id': string;
  'node-name': string;
  options: XBlockdevAmendArgumentsOptions;
}

/** `x-blockdev-amend: arguments.options` */
export type XBlockdevAmendArgumentsOptions = (
  | { driver: 'blkdebug' | 'blklogwrites' | 'blkreplay' | 'blkverify' | 'bochs' | 'cloop' | 'compress' | 'copy-before-write' | 'copy-on-read' | 'dmg' | 'file' | 'ftp' | 'ftps' | 'gluster' | 'host_cdrom' | 'host_device' | 'http' | 'https' | 'io_uring' | 'iscsi' | 'nbd' | 'nfs' | 'null-aio' | 'null-co' | 'nvme' | 'nvme-io_uring' | 'parallels' | 'preallocate' | 'qcow' | 'qed' | 'quorum' | 'raw' | 'rbd' | 'replication' | 'snapshot-access' | 'ssh' | 'throttle' | 'vdi' | 'vhdx' | 'virtio-blk-vfio-pci' | 'virtio-blk-vhost-user' | 'virtio-blk-vhost-vdpa' | 'vmdk' | 'vpc' | 'vvfat' }
  | ({ driver: 'luks' } & XBlockdevAmendArgumentsOptionsLuks)
  | ({ driver: 'qcow2' } & XBlockdevAmendArgumentsOptionsQcow2)
);

/** `x-blockdev-amend: arguments.options.luks` */
export interface XBlockdevAmendArgumentsOptionsLuks {
  'iter-time'?: JsonInteger | undefined;
  keyslot?: JsonInteger | undefined;
  'new-secret'?: string | undefined;
  'old-secret'?: string | undefined;
  secret?: string | undefined;
  state: XBlockdevAmendArgumentsOptionsLuksState;
}

/** `x-blockdev-amend: arguments.options.luks.state` */
export type XBlockdevAmendArgumentsOptionsLuksState = 'active' | 'inactive';

/** `x-blockdev-amend: arguments.options.qcow2` */
export interface XBlockdevAmendArgumentsOptionsQcow2 {
  encrypt?: XBlockdevAmendArgumentsOptionsQcow2Encrypt | undefined;
}

/** `x-blockdev-amend: arguments.options.qcow2.encrypt` */
export type XBlockdevAmendArgumentsOptionsQcow2Encrypt = (
  | ({ format: 'luks' } & XBlockdevAmendArgumentsOptionsQcow2EncryptLuks)
  | { format: 'qcow' }
);

/** `x-blockdev-amend: arguments.options.qcow2.encrypt.luks` */
export interface XBlockdevAmendArgumentsOptionsQcow2EncryptLuks {
  'iter-time'?: JsonInteger | undefined;
  keyslot?: JsonInteger | undefined;
  'new-secret'?: string | undefined;
  'old-secret'?: string | undefined;
  secret?: string | undefined;
  state: XBlockdevAmendArgumentsOptionsLuksState;
}

/** `x-blockdev-change: arguments` */
export interface XBlockdevChangeArguments {
  child?: string | undefined;
  node?: string | undefined;
  parent: string;
}

/** `x-blockdev-set-iothread: arguments` */
export interface XBlockdevSetIothreadArguments {
  force?: boolean | undefined;
  iothread: MigrateSetParametersArgumentsTlsAuthz;
  'node-name': string;
}

/** `x-debug-block-dirty-bitmap-sha256: return` */
export interface XDebugBlockDirtyBitmapSha256Return {
  sha256: string;
}

/** `x-debug-query-block-graph: return` */
export interface XDebugQueryBlockGraphReturn {
  edges: readonly XDebugQueryBlockGraphReturnEdgesItem[];
  nodes: readonly XDebugQueryBlockGraphReturnNodesItem[];
}

/** `x-debug-query-block-graph: return.edges.item` */
export interface XDebugQueryBlockGraphReturnEdgesItem {
  child: JsonInteger;
  name: string;
  parent: JsonInteger;
  perm: readonly BlockdevOptionsBlkdebugTakeChildPermsItem[];
  'shared-perm': readonly BlockdevOptionsBlkdebugTakeChildPermsItem[];
}

/** `x-debug-query-block-graph: return.nodes.item` */
export interface XDebugQueryBlockGraphReturnNodesItem {
  id: JsonInteger;
  name: string;
  type: XDebugQueryBlockGraphReturnNodesItemType;
}

/** `x-debug-query-block-graph: return.nodes.item.type` */
export type XDebugQueryBlockGraphReturnNodesItemType = 'block-backend' | 'block-driver' | 'block-job';
