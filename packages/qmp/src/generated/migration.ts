// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger } from '../json/json-value.js';
import type {
  BlockdevOptionsSshServer,
  MigrateSetParametersArgumentsTlsAuthz,
  NetdevStreamConnectedDataAddr,
} from './shared.js';

/** `calc-dirty-rate: arguments` */
export interface CalcDirtyRateArguments {
  'calc-time': JsonInteger;
  /** Only QEMU 10.0. */
  'calc-time-unit'?: CalcDirtyRateArgumentsCalcTimeUnit | undefined;
  mode?: CalcDirtyRateArgumentsMode | undefined;
  'sample-pages'?: JsonInteger | undefined;
}

/** `calc-dirty-rate: arguments.calc-time-unit`. Only QEMU 10.0. */
export type CalcDirtyRateArgumentsCalcTimeUnit = 'millisecond' | 'second';

/** `calc-dirty-rate: arguments.mode` */
export type CalcDirtyRateArgumentsMode = 'dirty-bitmap' | 'dirty-ring' | 'page-sampling';

/** `cancel-vcpu-dirty-limit: arguments` */
export interface CancelVcpuDirtyLimitArguments {
  'cpu-index'?: JsonInteger | undefined;
}

/** `client_migrate_info: arguments` */
export interface ClientMigrateInfoArguments {
  'cert-subject'?: string | undefined;
  hostname: string;
  port?: JsonInteger | undefined;
  protocol: string;
  'tls-port'?: JsonInteger | undefined;
}

/** `COLO_EXIT: data` */
export interface ColoExitData {
  mode: QueryColoStatusReturnLastMode;
  reason: QueryColoStatusReturnReason;
}

/** `FAILOVER_NEGOTIATED: data` */
export interface FailoverNegotiatedData {
  'device-id': string;
}

/** `migrate: arguments` */
export interface MigrateArguments {
  /** Only QEMU 7.2. */
  blk?: boolean | undefined;
  /** Only QEMU 10.0. */
  channels?: readonly MigrateArgumentsChannelsItem[] | undefined;
  detach?: boolean | undefined;
  /** Only QEMU 7.2. */
  inc?: boolean | undefined;
  resume?: boolean | undefined;
  uri?: string | undefined;
}

/** `migrate: arguments.channels.item`. Only QEMU 10.0. */
export interface MigrateArgumentsChannelsItem {
  addr: MigrateArgumentsChannelsItemAddr;
  'channel-type': MigrateArgumentsChannelsItemChannelType;
}

/** `migrate: arguments.channels.item.addr`. Only QEMU 10.0. */
export type MigrateArgumentsChannelsItemAddr = (
  | ({ transport: 'exec' } & MigrateArgumentsChannelsItemAddrExec)
  | ({ transport: 'file' } & MigrateArgumentsChannelsItemAddrFile)
  | ({ transport: 'rdma' } & BlockdevOptionsSshServer)
  | ({ transport: 'socket' } & NetdevStreamConnectedDataAddr)
);

/** `migrate: arguments.channels.item.addr.exec`. Only QEMU 10.0. */
export interface MigrateArgumentsChannelsItemAddrExec {
  args: readonly string[];
}

/** `migrate: arguments.channels.item.addr.file`. Only QEMU 10.0. */
export interface MigrateArgumentsChannelsItemAddrFile {
  filename: string;
  offset: JsonInteger;
}

/** `migrate: arguments.channels.item.addr.transport`. Only QEMU 10.0. */
export type MigrateArgumentsChannelsItemAddrTransport = 'exec' | 'file' | 'rdma' | 'socket';

/** `migrate: arguments.channels.item.channel-type`. Only QEMU 10.0. */
export type MigrateArgumentsChannelsItemChannelType = 'cpr' | 'main';

/** `migrate-continue: arguments` */
export interface MigrateContinueArguments {
  state: MigrateContinueArgumentsState;
}

/** `migrate-continue: arguments.state` */
export type MigrateContinueArgumentsState =
  | 'active'
  | 'cancelled'
  | 'cancelling'
  | 'colo'
  | 'completed'
  | 'device'
  | 'failed'
  | 'none'
  | 'postcopy-active'
  | 'postcopy-paused'
  | 'postcopy-recover'
  /** Only QEMU 10.0. */
  | 'postcopy-recover-setup'
  | 'pre-switchover'
  | 'setup'
  | 'wait-unplug';

/** `migrate-incoming: arguments` */
export interface MigrateIncomingArguments {
  /** Only QEMU 10.0. */
  channels?: readonly MigrateArgumentsChannelsItem[] | undefined;
  /** Only QEMU 10.0. */
  'exit-on-error'?: boolean | undefined;
  uri?: string | undefined;
}

/** `migrate-recover: arguments` */
export interface MigrateRecoverArguments {
  uri: string;
}

/** `migrate-set-capabilities: arguments` */
export interface MigrateSetCapabilitiesArguments {
  capabilities: readonly QueryMigrateCapabilitiesReturnItem[];
}

/** `migrate-set-parameters: arguments` */
export interface MigrateSetParametersArguments {
  'announce-initial'?: JsonInteger | undefined;
  'announce-max'?: JsonInteger | undefined;
  'announce-rounds'?: JsonInteger | undefined;
  'announce-step'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'avail-switchover-bandwidth'?: JsonInteger | undefined;
  'block-bitmap-mapping'?: readonly MigrateSetParametersArgumentsBlockBitmapMappingItem[] | undefined;
  /** Only QEMU 7.2. */
  'block-incremental'?: boolean | undefined;
  /** Only QEMU 7.2. */
  'compress-level'?: JsonInteger | undefined;
  /** Only QEMU 7.2. */
  'compress-threads'?: JsonInteger | undefined;
  /** Only QEMU 7.2. */
  'compress-wait-thread'?: boolean | undefined;
  'cpu-throttle-increment'?: JsonInteger | undefined;
  'cpu-throttle-initial'?: JsonInteger | undefined;
  'cpu-throttle-tailslow'?: boolean | undefined;
  /** Only QEMU 7.2. */
  'decompress-threads'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'direct-io'?: boolean | undefined;
  'downtime-limit'?: JsonInteger | undefined;
  'max-bandwidth'?: JsonInteger | undefined;
  'max-cpu-throttle'?: JsonInteger | undefined;
  'max-postcopy-bandwidth'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  mode?: MigrateSetParametersArgumentsMode | undefined;
  'multifd-channels'?: JsonInteger | undefined;
  'multifd-compression'?: MigrateSetParametersArgumentsMultifdCompression | undefined;
  /** Only QEMU 10.0. */
  'multifd-qatzip-level'?: JsonInteger | undefined;
  'multifd-zlib-level'?: JsonInteger | undefined;
  'multifd-zstd-level'?: JsonInteger | undefined;
  'throttle-trigger-threshold'?: JsonInteger | undefined;
  'tls-authz'?: MigrateSetParametersArgumentsTlsAuthz | undefined;
  'tls-creds'?: MigrateSetParametersArgumentsTlsAuthz | undefined;
  'tls-hostname'?: MigrateSetParametersArgumentsTlsAuthz | undefined;
  /** Only QEMU 10.0. */
  'vcpu-dirty-limit'?: JsonInteger | undefined;
  /** Unstable. */
  'x-checkpoint-delay'?: JsonInteger | undefined;
  /** Only QEMU 10.0. Unstable. */
  'x-vcpu-dirty-limit-period'?: JsonInteger | undefined;
  'xbzrle-cache-size'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'zero-page-detection'?: MigrateSetParametersArgumentsZeroPageDetection | undefined;
}

/** `migrate-set-parameters: arguments.block-bitmap-mapping.item` */
export interface MigrateSetParametersArgumentsBlockBitmapMappingItem {
  alias: string;
  bitmaps: readonly MigrateSetParametersArgumentsBlockBitmapMappingItemBitmapsItem[];
  'node-name': string;
}

/** `migrate-set-parameters: arguments.block-bitmap-mapping.item.bitmaps.item` */
export interface MigrateSetParametersArgumentsBlockBitmapMappingItemBitmapsItem {
  alias: string;
  name: string;
  transform?: MigrateSetParametersArgumentsBlockBitmapMappingItemBitmapsItemTransform | undefined;
}

/** `migrate-set-parameters: arguments.block-bitmap-mapping.item.bitmaps.item.transform` */
export interface MigrateSetParametersArgumentsBlockBitmapMappingItemBitmapsItemTransform {
  persistent?: boolean | undefined;
}

/** `migrate-set-parameters: arguments.mode`. Only QEMU 10.0. */
export type MigrateSetParametersArgumentsMode = 'cpr-reboot' | 'cpr-transfer' | 'normal';

/** `migrate-set-parameters: arguments.multifd-compression` */
export type MigrateSetParametersArgumentsMultifdCompression = 'none' | 'zlib' | 'zstd';

/** `migrate-set-parameters: arguments.zero-page-detection`. Only QEMU 10.0. */
export type MigrateSetParametersArgumentsZeroPageDetection = 'legacy' | 'multifd' | 'none';

/** `MIGRATION: data` */
export interface MigrationData {
  status: MigrateContinueArgumentsState;
}

/** `query-migrate: return` */
export interface MigrationInfo {
  'blocked-reasons'?: readonly string[] | undefined;
  /** Only QEMU 7.2. */
  compression?: MigrationInfoCompression | undefined;
  'cpu-throttle-percentage'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'dirty-limit-ring-full-time'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'dirty-limit-throttle-time-per-round'?: JsonInteger | undefined;
  /** Only QEMU 7.2. */
  disk?: MigrationInfoDisk | undefined;
  downtime?: JsonInteger | undefined;
  'error-desc'?: string | undefined;
  'expected-downtime'?: JsonInteger | undefined;
  'postcopy-blocktime'?: JsonInteger | undefined;
  'postcopy-vcpu-blocktime'?: readonly JsonInteger[] | undefined;
  ram?: MigrationInfoDisk | undefined;
  'setup-time'?: JsonInteger | undefined;
  'socket-address'?: readonly NetdevStreamConnectedDataAddr[] | undefined;
  status?: MigrateContinueArgumentsState | undefined;
  'total-time'?: JsonInteger | undefined;
  vfio?: MigrationInfoVfio | undefined;
  'xbzrle-cache'?: MigrationInfoXbzrleCache | undefined;
}

/** `query-migrate: return.compression`. Only QEMU 7.2. */
export interface MigrationInfoCompression {
  busy: JsonInteger;
  'busy-rate': JsonInteger;
  'compressed-size': JsonInteger;
  'compression-rate': JsonInteger;
  pages: JsonInteger;
}

/** `query-migrate: return.disk` */
export interface MigrationInfoDisk {
  'dirty-pages-rate': JsonInteger;
  'dirty-sync-count': JsonInteger;
  'dirty-sync-missed-zero-copy': JsonInteger;
  'downtime-bytes': JsonInteger;
  duplicate: JsonInteger;
  mbps: JsonInteger;
  'multifd-bytes': JsonInteger;
  normal: JsonInteger;
  'normal-bytes': JsonInteger;
  'page-size': JsonInteger;
  'pages-per-second': JsonInteger;
  'postcopy-bytes': JsonInteger;
  'postcopy-requests': JsonInteger;
  'precopy-bytes': JsonInteger;
  remaining: JsonInteger;
  /** Only QEMU 7.2. */
  skipped?: JsonInteger | undefined;
  total: JsonInteger;
  transferred: JsonInteger;
}

/** `query-migrate: return.vfio` */
export interface MigrationInfoVfio {
  transferred: JsonInteger;
}

/** `query-migrate: return.xbzrle-cache` */
export interface MigrationInfoXbzrleCache {
  bytes: JsonInteger;
  'cache-miss': JsonInteger;
  'cache-miss-rate': JsonInteger;
  'cache-size': JsonInteger;
  'encoding-rate': JsonInteger;
  overflow: JsonInteger;
  pages: JsonInteger;
}

/** `MIGRATION_PASS: data` */
export interface MigrationPassData {
  pass: JsonInteger;
}

/** `query-colo-status: return` */
export interface QueryColoStatusReturn {
  'last-mode': QueryColoStatusReturnLastMode;
  mode: QueryColoStatusReturnLastMode;
  reason: QueryColoStatusReturnReason;
}

/** `query-colo-status: return.last-mode` */
export type QueryColoStatusReturnLastMode = 'none' | 'primary' | 'secondary';

/** `query-colo-status: return.reason` */
export type QueryColoStatusReturnReason = 'error' | 'none' | 'processing' | 'request';

/** `query-dirty-rate: arguments` */
export interface QueryDirtyRateArguments {
  /** Only QEMU 10.0. */
  'calc-time-unit'?: CalcDirtyRateArgumentsCalcTimeUnit | undefined;
}

/** `query-dirty-rate: return` */
export interface QueryDirtyRateReturn {
  'calc-time': JsonInteger;
  /** Only QEMU 10.0. */
  'calc-time-unit'?: CalcDirtyRateArgumentsCalcTimeUnit | undefined;
  'dirty-rate'?: JsonInteger | undefined;
  mode: CalcDirtyRateArgumentsMode;
  'sample-pages': JsonInteger;
  'start-time': JsonInteger;
  status: QueryDirtyRateReturnStatus;
  'vcpu-dirty-rate'?: readonly QueryDirtyRateReturnVcpuDirtyRateItem[] | undefined;
}

/** `query-dirty-rate: return.status` */
export type QueryDirtyRateReturnStatus = 'measured' | 'measuring' | 'unstarted';

/** `query-dirty-rate: return.vcpu-dirty-rate.item` */
export interface QueryDirtyRateReturnVcpuDirtyRateItem {
  'dirty-rate': JsonInteger;
  id: JsonInteger;
}

/** `query-migrate-capabilities: return.item` */
export interface QueryMigrateCapabilitiesReturnItem {
  capability: QueryMigrateCapabilitiesReturnItemCapability;
  state: boolean;
}

/** `query-migrate-capabilities: return.item.capability` */
export type QueryMigrateCapabilitiesReturnItemCapability =
  | 'auto-converge'
  | 'background-snapshot'
  /** Only QEMU 7.2. */
  | 'block'
  /** Only QEMU 7.2. */
  | 'compress'
  | 'dirty-bitmaps'
  /** Only QEMU 10.0. */
  | 'dirty-limit'
  | 'events'
  | 'late-block-activate'
  /** Only QEMU 10.0. */
  | 'mapped-ram'
  | 'multifd'
  | 'pause-before-switchover'
  | 'postcopy-blocktime'
  | 'postcopy-preempt'
  | 'postcopy-ram'
  | 'rdma-pin-all'
  | 'release-ram'
  | 'return-path'
  /** Only QEMU 10.0. */
  | 'switchover-ack'
  | 'validate-uuid'
  /** Unstable. */
  | 'x-colo'
  /** Unstable. */
  | 'x-ignore-shared'
  | 'xbzrle'
  /** @deprecated in QEMU 10.0 */
  | 'zero-blocks'
  | 'zero-copy-send';

/** `query-migrate-parameters: return` */
export interface QueryMigrateParametersReturn {
  'announce-initial'?: JsonInteger | undefined;
  'announce-max'?: JsonInteger | undefined;
  'announce-rounds'?: JsonInteger | undefined;
  'announce-step'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'avail-switchover-bandwidth'?: JsonInteger | undefined;
  'block-bitmap-mapping'?: readonly MigrateSetParametersArgumentsBlockBitmapMappingItem[] | undefined;
  /** Only QEMU 7.2. */
  'block-incremental'?: boolean | undefined;
  /** Only QEMU 7.2. */
  'compress-level'?: JsonInteger | undefined;
  /** Only QEMU 7.2. */
  'compress-threads'?: JsonInteger | undefined;
  /** Only QEMU 7.2. */
  'compress-wait-thread'?: boolean | undefined;
  'cpu-throttle-increment'?: JsonInteger | undefined;
  'cpu-throttle-initial'?: JsonInteger | undefined;
  'cpu-throttle-tailslow'?: boolean | undefined;
  /** Only QEMU 7.2. */
  'decompress-threads'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'direct-io'?: boolean | undefined;
  'downtime-limit'?: JsonInteger | undefined;
  'max-bandwidth'?: JsonInteger | undefined;
  'max-cpu-throttle'?: JsonInteger | undefined;
  'max-postcopy-bandwidth'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  mode?: MigrateSetParametersArgumentsMode | undefined;
  'multifd-channels'?: JsonInteger | undefined;
  'multifd-compression'?: MigrateSetParametersArgumentsMultifdCompression | undefined;
  /** Only QEMU 10.0. */
  'multifd-qatzip-level'?: JsonInteger | undefined;
  'multifd-zlib-level'?: JsonInteger | undefined;
  'multifd-zstd-level'?: JsonInteger | undefined;
  'throttle-trigger-threshold'?: JsonInteger | undefined;
  'tls-authz'?: string | undefined;
  'tls-creds'?: string | undefined;
  'tls-hostname'?: string | undefined;
  /** Only QEMU 10.0. */
  'vcpu-dirty-limit'?: JsonInteger | undefined;
  /** Unstable. */
  'x-checkpoint-delay'?: JsonInteger | undefined;
  /** Only QEMU 10.0. Unstable. */
  'x-vcpu-dirty-limit-period'?: JsonInteger | undefined;
  'xbzrle-cache-size'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'zero-page-detection'?: MigrateSetParametersArgumentsZeroPageDetection | undefined;
}

/** `query-migrationthreads: return.item`. Only QEMU 10.0. */
export interface QueryMigrationthreadsReturnItem {
  name: string;
  'thread-id': JsonInteger;
}

/** `query-vcpu-dirty-limit: return.item` */
export interface QueryVcpuDirtyLimitReturnItem {
  'cpu-index': JsonInteger;
  'current-rate': JsonInteger;
  'limit-rate': JsonInteger;
}

/** `query-xen-replication-status: return` */
export interface QueryXenReplicationStatusReturn {
  desc?: string | undefined;
  error: boolean;
}

/** `set-vcpu-dirty-limit: arguments` */
export interface SetVcpuDirtyLimitArguments {
  'cpu-index'?: JsonInteger | undefined;
  'dirty-rate': JsonInteger;
}

/** `snapshot-delete: arguments` */
export interface SnapshotDeleteArguments {
  devices: readonly string[];
  'job-id': string;
  tag: string;
}

/** `snapshot-load: arguments` */
export interface SnapshotLoadArguments {
  devices: readonly string[];
  'job-id': string;
  tag: string;
  vmstate: string;
}

/** `snapshot-save: arguments` */
export interface SnapshotSaveArguments {
  devices: readonly string[];
  'job-id': string;
  tag: string;
  vmstate: string;
}

/** `UNPLUG_PRIMARY: data` */
export interface UnplugPrimaryData {
  'device-id': string;
}

/** `VFIO_MIGRATION: data`. Only QEMU 10.0. */
export interface VfioMigrationData {
  'device-id': string;
  'device-state': VfioMigrationDataDeviceState;
  'qom-path': string;
}

/** `VFIO_MIGRATION: data.device-state`. Only QEMU 10.0. */
export type VfioMigrationDataDeviceState =
  | 'pre-copy'
  | 'pre-copy-p2p'
  | 'resuming'
  | 'running'
  | 'running-p2p'
  | 'stop'
  | 'stop-copy';

/** `xen-set-global-dirty-log: arguments` */
export interface XenSetGlobalDirtyLogArguments {
  enable: boolean;
}

/** `xen-set-replication: arguments` */
export interface XenSetReplicationArguments {
  enable: boolean;
  failover?: boolean | undefined;
  primary: boolean;
}
