// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger, JsonValue } from '../json/json-value.js';
import type {
  BlockdevOptionsFileLocking,
  NetdevStreamConnectedDataAddr,
  ObjectOptionsMemoryBackendEpcPolicy,
  QueryCpusFastReturnItemProps,
} from './shared.js';

/** `ACPI_DEVICE_OST: data` */
export interface AcpiDeviceOstData {
  info: QueryAcpiOspmStatusReturnItem;
}

/** `balloon: arguments` */
export interface BalloonArguments {
  value: JsonInteger;
}

/** `BALLOON_CHANGE: data` */
export interface BalloonChangeData {
  actual: JsonInteger;
}

/** `cxl-add-dynamic-capacity: arguments`. Only QEMU 10.0. */
export interface CxlAddDynamicCapacityArguments {
  extents: readonly CxlAddDynamicCapacityArgumentsExtentsItem[];
  'host-id': JsonInteger;
  path: string;
  region: JsonInteger;
  'selection-policy': CxlAddDynamicCapacityArgumentsSelectionPolicy;
  tag?: string | undefined;
}

/** `cxl-add-dynamic-capacity: arguments.extents.item`. Only QEMU 10.0. */
export interface CxlAddDynamicCapacityArgumentsExtentsItem {
  len: JsonInteger;
  offset: JsonInteger;
}

/** `cxl-add-dynamic-capacity: arguments.selection-policy`. Only QEMU 10.0. */
export type CxlAddDynamicCapacityArgumentsSelectionPolicy =
  | 'contiguous'
  | 'enable-shared-access'
  | 'free'
  | 'prescriptive';

/** `cxl-inject-correctable-error: arguments`. Only QEMU 10.0. */
export interface CxlInjectCorrectableErrorArguments {
  path: string;
  type: CxlInjectCorrectableErrorArgumentsType;
}

/** `cxl-inject-correctable-error: arguments.type`. Only QEMU 10.0. */
export type CxlInjectCorrectableErrorArgumentsType =
  | 'cache-data-ecc'
  | 'cache-poison-received'
  | 'crc-threshold'
  | 'mem-data-ecc'
  | 'mem-poison-received'
  | 'physical'
  | 'retry-threshold';

/** `cxl-inject-dram-event: arguments`. Only QEMU 10.0. */
export interface CxlInjectDramEventArguments {
  bank?: JsonInteger | undefined;
  'bank-group'?: JsonInteger | undefined;
  channel?: JsonInteger | undefined;
  column?: JsonInteger | undefined;
  'correction-mask'?: readonly JsonInteger[] | undefined;
  descriptor: JsonInteger;
  dpa: JsonInteger;
  flags: JsonInteger;
  log: CxlInjectDramEventArgumentsLog;
  'nibble-mask'?: JsonInteger | undefined;
  path: string;
  rank?: JsonInteger | undefined;
  row?: JsonInteger | undefined;
  'transaction-type': JsonInteger;
  type: JsonInteger;
}

/** `cxl-inject-dram-event: arguments.log`. Only QEMU 10.0. */
export type CxlInjectDramEventArgumentsLog = 'failure' | 'fatal' | 'informational' | 'warning';

/** `cxl-inject-general-media-event: arguments`. Only QEMU 10.0. */
export interface CxlInjectGeneralMediaEventArguments {
  channel?: JsonInteger | undefined;
  'component-id'?: string | undefined;
  descriptor: JsonInteger;
  device?: JsonInteger | undefined;
  dpa: JsonInteger;
  flags: JsonInteger;
  log: CxlInjectDramEventArgumentsLog;
  path: string;
  rank?: JsonInteger | undefined;
  'transaction-type': JsonInteger;
  type: JsonInteger;
}

/** `cxl-inject-memory-module-event: arguments`. Only QEMU 10.0. */
export interface CxlInjectMemoryModuleEventArguments {
  'additional-status': JsonInteger;
  'corrected-persistent-error-count': JsonInteger;
  'corrected-volatile-error-count': JsonInteger;
  'dirty-shutdown-count': JsonInteger;
  flags: JsonInteger;
  'health-status': JsonInteger;
  'life-used': JsonInteger;
  log: CxlInjectDramEventArgumentsLog;
  'media-status': JsonInteger;
  path: string;
  temperature: JsonInteger;
  type: JsonInteger;
}

/** `cxl-inject-poison: arguments`. Only QEMU 10.0. */
export interface CxlInjectPoisonArguments {
  length: JsonInteger;
  path: string;
  start: JsonInteger;
}

/** `cxl-inject-uncorrectable-errors: arguments`. Only QEMU 10.0. */
export interface CxlInjectUncorrectableErrorsArguments {
  errors: readonly CxlInjectUncorrectableErrorsArgumentsErrorsItem[];
  path: string;
}

/** `cxl-inject-uncorrectable-errors: arguments.errors.item`. Only QEMU 10.0. */
export interface CxlInjectUncorrectableErrorsArgumentsErrorsItem {
  header: readonly JsonInteger[];
  type: CxlInjectUncorrectableErrorsArgumentsErrorsItemType;
}

/** `cxl-inject-uncorrectable-errors: arguments.errors.item.type`. Only QEMU 10.0. */
export type CxlInjectUncorrectableErrorsArgumentsErrorsItemType =
  | 'cache-address-parity'
  | 'cache-be-parity'
  | 'cache-data-ecc'
  | 'cache-data-parity'
  | 'cxl-ide-rx'
  | 'cxl-ide-tx'
  | 'internal'
  | 'mem-address-parity'
  | 'mem-be-parity'
  | 'mem-data-ecc'
  | 'mem-data-parity'
  | 'poison-received'
  | 'receiver-overflow'
  | 'reinit-threshold'
  | 'rsvd-encoding';

/** `cxl-release-dynamic-capacity: arguments`. Only QEMU 10.0. */
export interface CxlReleaseDynamicCapacityArguments {
  extents: readonly CxlAddDynamicCapacityArgumentsExtentsItem[];
  'forced-removal'?: boolean | undefined;
  'host-id': JsonInteger;
  path: string;
  region: JsonInteger;
  'removal-policy': CxlReleaseDynamicCapacityArgumentsRemovalPolicy;
  'sanitize-on-release'?: boolean | undefined;
  tag?: string | undefined;
}

/** `cxl-release-dynamic-capacity: arguments.removal-policy`. Only QEMU 10.0. */
export type CxlReleaseDynamicCapacityArgumentsRemovalPolicy = 'prescriptive' | 'tag-based';

/** `device_add: arguments` */
export interface DeviceAddArguments {
  bus?: string | undefined;
  driver: string;
  id?: string | undefined;
  [property: string]: JsonValue | undefined;
}

/** `device_del: arguments` */
export interface DeviceDelArguments {
  id: string;
}

/** `DEVICE_DELETED: data` */
export interface DeviceDeletedData {
  device?: string | undefined;
  path: string;
}

/** `device-list-properties: arguments` */
export interface DeviceListPropertiesArguments {
  typename: string;
}

/** `device-list-properties: return.item` */
export interface DeviceListPropertiesReturnItem {
  'default-value'?: JsonValue | undefined;
  description?: string | undefined;
  name: string;
  type: string;
}

/** `device-sync-config: arguments`. Only QEMU 10.0. */
export interface DeviceSyncConfigArguments {
  id: string;
}

/** `DEVICE_UNPLUG_GUEST_ERROR: data` */
export interface DeviceUnplugGuestErrorData {
  device?: string | undefined;
  path: string;
}

/** `MEM_UNPLUG_ERROR: data`. Only QEMU 7.2. */
export interface MemUnplugErrorData {
  device: string;
  msg: string;
}

/** `MEMORY_DEVICE_SIZE_CHANGE: data` */
export interface MemoryDeviceSizeChangeData {
  id?: string | undefined;
  'qom-path': string;
  size: JsonInteger;
}

/** `object-del: arguments` */
export interface ObjectDelArguments {
  id: string;
}

/** `object-add: arguments` */
export type ObjectOptions = {
  id: string;
} & (
  | ({ 'qom-type': 'acpi-generic-initiator' } & ObjectOptionsAcpiGenericInitiator)
  | ({ 'qom-type': 'acpi-generic-port' } & ObjectOptionsAcpiGenericPort)
  | ({ 'qom-type': 'authz-list' } & ObjectOptionsAuthzList)
  | ({ 'qom-type': 'authz-listfile' } & ObjectOptionsAuthzListfile)
  | ({ 'qom-type': 'authz-pam' } & ObjectOptionsAuthzPam)
  | ({ 'qom-type': 'authz-simple' } & ObjectOptionsAuthzSimple)
  | { 'qom-type': 'can-bus' | 'pef-guest' | 's390-pv-guest' }
  | ({ 'qom-type': 'can-host-socketcan' } & ObjectOptionsCanHostSocketcan)
  | ({ 'qom-type': 'colo-compare' } & ObjectOptionsColoCompare)
  | ({ 'qom-type': 'cryptodev-backend' | 'cryptodev-backend-builtin' | 'cryptodev-backend-lkcf' } & ObjectOptionsCryptodevBackend)
  | ({ 'qom-type': 'cryptodev-vhost-user' } & ObjectOptionsCryptodevVhostUser)
  | ({ 'qom-type': 'dbus-vmstate' } & ObjectOptionsDbusVmstate)
  | ({ 'qom-type': 'filter-buffer' } & ObjectOptionsFilterBuffer)
  | ({ 'qom-type': 'filter-dump' } & ObjectOptionsFilterDump)
  | ({ 'qom-type': 'filter-mirror' } & ObjectOptionsFilterMirror)
  | ({ 'qom-type': 'filter-redirector' } & ObjectOptionsFilterRedirector)
  | ({ 'qom-type': 'filter-replay' } & ObjectOptionsFilterReplay)
  | ({ 'qom-type': 'filter-rewriter' } & ObjectOptionsFilterRewriter)
  | ({ 'qom-type': 'input-barrier' } & ObjectOptionsInputBarrier)
  | ({ 'qom-type': 'input-linux' } & ObjectOptionsInputLinux)
  | ({ 'qom-type': 'iommufd' } & ObjectOptionsIommufd)
  | ({ 'qom-type': 'iothread' } & ObjectOptionsIothread)
  | ({ 'qom-type': 'main-loop' } & ObjectOptionsMainLoop)
  | ({ 'qom-type': 'memory-backend-epc' } & ObjectOptionsMemoryBackendEpc)
  | ({ 'qom-type': 'memory-backend-file' } & ObjectOptionsMemoryBackendFile)
  | ({ 'qom-type': 'memory-backend-memfd' } & ObjectOptionsMemoryBackendMemfd)
  | ({ 'qom-type': 'memory-backend-ram' } & ObjectOptionsMemoryBackendRam)
  | ({ 'qom-type': 'memory-backend-shm' } & ObjectOptionsMemoryBackendShm)
  | ({ 'qom-type': 'pr-manager-helper' } & ObjectOptionsPrManagerHelper)
  | ({ 'qom-type': 'qtest' } & ObjectOptionsQtest)
  | ({ 'qom-type': 'rng-builtin' } & ObjectOptionsRngBuiltin)
  | ({ 'qom-type': 'rng-egd' } & ObjectOptionsRngEgd)
  | ({ 'qom-type': 'rng-random' } & ObjectOptionsRngRandom)
  | ({ 'qom-type': 'secret' } & ObjectOptionsSecret)
  | ({ 'qom-type': 'secret_keyring' } & ObjectOptionsSecretKeyring)
  | ({ 'qom-type': 'sev-guest' } & ObjectOptionsSevGuest)
  | ({ 'qom-type': 'sev-snp-guest' } & ObjectOptionsSevSnpGuest)
  | ({ 'qom-type': 'thread-context' } & ObjectOptionsThreadContext)
  | ({ 'qom-type': 'throttle-group' } & ObjectOptionsThrottleGroup)
  | ({ 'qom-type': 'tls-cipher-suites' } & ObjectOptionsTlsCipherSuites)
  | ({ 'qom-type': 'tls-creds-anon' } & ObjectOptionsTlsCredsAnon)
  | ({ 'qom-type': 'tls-creds-psk' } & ObjectOptionsTlsCredsPsk)
  | ({ 'qom-type': 'tls-creds-x509' } & ObjectOptionsTlsCredsX509)
  | ({ 'qom-type': 'x-remote-object' } & ObjectOptionsXRemoteObject)
  | ({ 'qom-type': 'x-vfio-user-server' } & ObjectOptionsXVfioUserServer)
);

/** `object-add: arguments.acpi-generic-initiator`. Only QEMU 10.0. */
export interface ObjectOptionsAcpiGenericInitiator {
  node: JsonInteger;
  'pci-dev': string;
}

/** `object-add: arguments.acpi-generic-port`. Only QEMU 10.0. */
export interface ObjectOptionsAcpiGenericPort {
  node: JsonInteger;
  'pci-bus': string;
}

/** `object-add: arguments.authz-list` */
export interface ObjectOptionsAuthzList {
  policy?: ObjectOptionsAuthzListPolicy | undefined;
  rules?: readonly ObjectOptionsAuthzListRulesItem[] | undefined;
}

/** `object-add: arguments.authz-list.policy` */
export type ObjectOptionsAuthzListPolicy = 'allow' | 'deny';

/** `object-add: arguments.authz-list.rules.item` */
export interface ObjectOptionsAuthzListRulesItem {
  format?: ObjectOptionsAuthzListRulesItemFormat | undefined;
  match: string;
  policy: ObjectOptionsAuthzListPolicy;
}

/** `object-add: arguments.authz-list.rules.item.format` */
export type ObjectOptionsAuthzListRulesItemFormat = 'exact' | 'glob';

/** `object-add: arguments.authz-listfile` */
export interface ObjectOptionsAuthzListfile {
  filename: string;
  refresh?: boolean | undefined;
}

/** `object-add: arguments.authz-pam` */
export interface ObjectOptionsAuthzPam {
  service: string;
}

/** `object-add: arguments.authz-simple` */
export interface ObjectOptionsAuthzSimple {
  identity: string;
}

/** `object-add: arguments.can-host-socketcan` */
export interface ObjectOptionsCanHostSocketcan {
  canbus: string;
  if: string;
}

/** `object-add: arguments.colo-compare` */
export interface ObjectOptionsColoCompare {
  compare_timeout?: JsonInteger | undefined;
  expired_scan_cycle?: JsonInteger | undefined;
  iothread: string;
  max_queue_size?: JsonInteger | undefined;
  notify_dev?: string | undefined;
  outdev: string;
  primary_in: string;
  secondary_in: string;
  vnet_hdr_support?: boolean | undefined;
}

/** `object-add: arguments.cryptodev-backend` */
export interface ObjectOptionsCryptodevBackend {
  queues?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'throttle-bps'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'throttle-ops'?: JsonInteger | undefined;
}

/** `object-add: arguments.cryptodev-vhost-user` */
export interface ObjectOptionsCryptodevVhostUser {
  chardev: string;
  queues?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'throttle-bps'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'throttle-ops'?: JsonInteger | undefined;
}

/** `object-add: arguments.dbus-vmstate` */
export interface ObjectOptionsDbusVmstate {
  addr: string;
  'id-list'?: string | undefined;
}

/** `object-add: arguments.filter-buffer` */
export interface ObjectOptionsFilterBuffer {
  insert?: ObjectOptionsFilterBufferInsert | undefined;
  interval: JsonInteger;
  netdev: string;
  position?: string | undefined;
  queue?: ObjectOptionsFilterBufferQueue | undefined;
  status?: string | undefined;
}

/** `object-add: arguments.filter-buffer.insert` */
export type ObjectOptionsFilterBufferInsert = 'before' | 'behind';

/** `object-add: arguments.filter-buffer.queue` */
export type ObjectOptionsFilterBufferQueue = 'all' | 'rx' | 'tx';

/** `object-add: arguments.filter-dump` */
export interface ObjectOptionsFilterDump {
  file: string;
  insert?: ObjectOptionsFilterBufferInsert | undefined;
  maxlen?: JsonInteger | undefined;
  netdev: string;
  position?: string | undefined;
  queue?: ObjectOptionsFilterBufferQueue | undefined;
  status?: string | undefined;
}

/** `object-add: arguments.filter-mirror` */
export interface ObjectOptionsFilterMirror {
  insert?: ObjectOptionsFilterBufferInsert | undefined;
  netdev: string;
  outdev: string;
  position?: string | undefined;
  queue?: ObjectOptionsFilterBufferQueue | undefined;
  status?: string | undefined;
  vnet_hdr_support?: boolean | undefined;
}

/** `object-add: arguments.filter-redirector` */
export interface ObjectOptionsFilterRedirector {
  indev?: string | undefined;
  insert?: ObjectOptionsFilterBufferInsert | undefined;
  netdev: string;
  outdev?: string | undefined;
  position?: string | undefined;
  queue?: ObjectOptionsFilterBufferQueue | undefined;
  status?: string | undefined;
  vnet_hdr_support?: boolean | undefined;
}

/** `object-add: arguments.filter-replay` */
export interface ObjectOptionsFilterReplay {
  insert?: ObjectOptionsFilterBufferInsert | undefined;
  netdev: string;
  position?: string | undefined;
  queue?: ObjectOptionsFilterBufferQueue | undefined;
  status?: string | undefined;
}

/** `object-add: arguments.filter-rewriter` */
export interface ObjectOptionsFilterRewriter {
  insert?: ObjectOptionsFilterBufferInsert | undefined;
  netdev: string;
  position?: string | undefined;
  queue?: ObjectOptionsFilterBufferQueue | undefined;
  status?: string | undefined;
  vnet_hdr_support?: boolean | undefined;
}

/** `object-add: arguments.input-barrier` */
export interface ObjectOptionsInputBarrier {
  height?: string | undefined;
  name: string;
  port?: string | undefined;
  server?: string | undefined;
  width?: string | undefined;
  'x-origin'?: string | undefined;
  'y-origin'?: string | undefined;
}

/** `object-add: arguments.input-linux` */
export interface ObjectOptionsInputLinux {
  evdev: string;
  'grab-toggle'?: ObjectOptionsInputLinuxGrabToggle | undefined;
  grab_all?: boolean | undefined;
  repeat?: boolean | undefined;
}

/** `object-add: arguments.input-linux.grab-toggle` */
export type ObjectOptionsInputLinuxGrabToggle =
  | 'alt-alt'
  | 'ctrl-ctrl'
  | 'ctrl-scrolllock'
  | 'meta-meta'
  | 'scrolllock'
  | 'shift-shift';

/** `object-add: arguments.iommufd`. Only QEMU 10.0. */
export interface ObjectOptionsIommufd {
  fd?: string | undefined;
}

/** `object-add: arguments.iothread` */
export interface ObjectOptionsIothread {
  'aio-max-batch'?: JsonInteger | undefined;
  'poll-grow'?: JsonInteger | undefined;
  'poll-max-ns'?: JsonInteger | undefined;
  'poll-shrink'?: JsonInteger | undefined;
  'thread-pool-max'?: JsonInteger | undefined;
  'thread-pool-min'?: JsonInteger | undefined;
}

/** `object-add: arguments.main-loop` */
export interface ObjectOptionsMainLoop {
  'aio-max-batch'?: JsonInteger | undefined;
  'thread-pool-max'?: JsonInteger | undefined;
  'thread-pool-min'?: JsonInteger | undefined;
}

/** `object-add: arguments.memory-backend-epc` */
export interface ObjectOptionsMemoryBackendEpc {
  dump?: boolean | undefined;
  'host-nodes'?: readonly JsonInteger[] | undefined;
  merge?: boolean | undefined;
  policy?: ObjectOptionsMemoryBackendEpcPolicy | undefined;
  prealloc?: boolean | undefined;
  'prealloc-context'?: string | undefined;
  'prealloc-threads'?: JsonInteger | undefined;
  reserve?: boolean | undefined;
  share?: boolean | undefined;
  size: JsonInteger;
  'x-use-canonical-path-for-ramblock-id'?: boolean | undefined;
}

/** `object-add: arguments.memory-backend-file` */
export interface ObjectOptionsMemoryBackendFile {
  align?: JsonInteger | undefined;
  'discard-data'?: boolean | undefined;
  dump?: boolean | undefined;
  'host-nodes'?: readonly JsonInteger[] | undefined;
  'mem-path': string;
  merge?: boolean | undefined;
  /** Only QEMU 10.0. */
  offset?: JsonInteger | undefined;
  pmem?: boolean | undefined;
  policy?: ObjectOptionsMemoryBackendEpcPolicy | undefined;
  prealloc?: boolean | undefined;
  'prealloc-context'?: string | undefined;
  'prealloc-threads'?: JsonInteger | undefined;
  readonly?: boolean | undefined;
  reserve?: boolean | undefined;
  /** Only QEMU 10.0. */
  rom?: BlockdevOptionsFileLocking | undefined;
  share?: boolean | undefined;
  size: JsonInteger;
  'x-use-canonical-path-for-ramblock-id'?: boolean | undefined;
}

/** `object-add: arguments.memory-backend-memfd` */
export interface ObjectOptionsMemoryBackendMemfd {
  dump?: boolean | undefined;
  'host-nodes'?: readonly JsonInteger[] | undefined;
  hugetlb?: boolean | undefined;
  hugetlbsize?: JsonInteger | undefined;
  merge?: boolean | undefined;
  policy?: ObjectOptionsMemoryBackendEpcPolicy | undefined;
  prealloc?: boolean | undefined;
  'prealloc-context'?: string | undefined;
  'prealloc-threads'?: JsonInteger | undefined;
  reserve?: boolean | undefined;
  seal?: boolean | undefined;
  share?: boolean | undefined;
  size: JsonInteger;
  'x-use-canonical-path-for-ramblock-id'?: boolean | undefined;
}

/** `object-add: arguments.memory-backend-ram` */
export interface ObjectOptionsMemoryBackendRam {
  dump?: boolean | undefined;
  'host-nodes'?: readonly JsonInteger[] | undefined;
  merge?: boolean | undefined;
  policy?: ObjectOptionsMemoryBackendEpcPolicy | undefined;
  prealloc?: boolean | undefined;
  'prealloc-context'?: string | undefined;
  'prealloc-threads'?: JsonInteger | undefined;
  reserve?: boolean | undefined;
  share?: boolean | undefined;
  size: JsonInteger;
  'x-use-canonical-path-for-ramblock-id'?: boolean | undefined;
}

/** `object-add: arguments.memory-backend-shm`. Only QEMU 10.0. */
export interface ObjectOptionsMemoryBackendShm {
  dump?: boolean | undefined;
  'host-nodes'?: readonly JsonInteger[] | undefined;
  merge?: boolean | undefined;
  policy?: ObjectOptionsMemoryBackendEpcPolicy | undefined;
  prealloc?: boolean | undefined;
  'prealloc-context'?: string | undefined;
  'prealloc-threads'?: JsonInteger | undefined;
  reserve?: boolean | undefined;
  share?: boolean | undefined;
  size: JsonInteger;
  'x-use-canonical-path-for-ramblock-id'?: boolean | undefined;
}

/** `object-add: arguments.pr-manager-helper` */
export interface ObjectOptionsPrManagerHelper {
  path: string;
}

/** `object-add: arguments.qom-type` */
export type ObjectOptionsQomType =
  /** Only QEMU 10.0. */
  | 'acpi-generic-initiator'
  /** Only QEMU 10.0. */
  | 'acpi-generic-port'
  | 'authz-list'
  | 'authz-listfile'
  | 'authz-pam'
  | 'authz-simple'
  | 'can-bus'
  | 'can-host-socketcan'
  | 'colo-compare'
  | 'cryptodev-backend'
  | 'cryptodev-backend-builtin'
  | 'cryptodev-backend-lkcf'
  | 'cryptodev-vhost-user'
  | 'dbus-vmstate'
  | 'filter-buffer'
  | 'filter-dump'
  | 'filter-mirror'
  | 'filter-redirector'
  | 'filter-replay'
  | 'filter-rewriter'
  | 'input-barrier'
  | 'input-linux'
  /** Only QEMU 10.0. */
  | 'iommufd'
  | 'iothread'
  | 'main-loop'
  | 'memory-backend-epc'
  | 'memory-backend-file'
  | 'memory-backend-memfd'
  | 'memory-backend-ram'
  /** Only QEMU 10.0. */
  | 'memory-backend-shm'
  | 'pef-guest'
  | 'pr-manager-helper'
  | 'qtest'
  | 'rng-builtin'
  | 'rng-egd'
  | 'rng-random'
  | 's390-pv-guest'
  | 'secret'
  | 'secret_keyring'
  | 'sev-guest'
  /** Only QEMU 10.0. */
  | 'sev-snp-guest'
  | 'thread-context'
  | 'throttle-group'
  | 'tls-cipher-suites'
  | 'tls-creds-anon'
  | 'tls-creds-psk'
  | 'tls-creds-x509'
  /** Unstable. */
  | 'x-remote-object'
  /** Unstable. */
  | 'x-vfio-user-server';

/** `object-add: arguments.qtest` */
export interface ObjectOptionsQtest {
  chardev: string;
  log?: string | undefined;
}

/** `object-add: arguments.rng-builtin` */
export interface ObjectOptionsRngBuiltin {
  /** @deprecated in QEMU 7.2 and 10.0 */
  opened?: boolean | undefined;
}

/** `object-add: arguments.rng-egd` */
export interface ObjectOptionsRngEgd {
  chardev: string;
  /** @deprecated in QEMU 7.2 and 10.0 */
  opened?: boolean | undefined;
}

/** `object-add: arguments.rng-random` */
export interface ObjectOptionsRngRandom {
  filename?: string | undefined;
  /** @deprecated in QEMU 7.2 and 10.0 */
  opened?: boolean | undefined;
}

/** `object-add: arguments.secret` */
export interface ObjectOptionsSecret {
  data?: string | undefined;
  file?: string | undefined;
  format?: ObjectOptionsSecretFormat | undefined;
  iv?: string | undefined;
  keyid?: string | undefined;
  /**
   * Only QEMU 7.2.
   * @deprecated in QEMU 7.2
   */
  loaded?: boolean | undefined;
}

/** `object-add: arguments.secret.format` */
export type ObjectOptionsSecretFormat = 'base64' | 'raw';

/** `object-add: arguments.secret_keyring` */
export interface ObjectOptionsSecretKeyring {
  format?: ObjectOptionsSecretFormat | undefined;
  iv?: string | undefined;
  keyid?: string | undefined;
  /**
   * Only QEMU 7.2.
   * @deprecated in QEMU 7.2
   */
  loaded?: boolean | undefined;
  serial: JsonInteger;
}

/** `object-add: arguments.sev-guest` */
export interface ObjectOptionsSevGuest {
  cbitpos?: JsonInteger | undefined;
  'dh-cert-file'?: string | undefined;
  handle?: JsonInteger | undefined;
  'kernel-hashes'?: boolean | undefined;
  /** Only QEMU 10.0. */
  'legacy-vm-type'?: BlockdevOptionsFileLocking | undefined;
  policy?: JsonInteger | undefined;
  'reduced-phys-bits': JsonInteger;
  'session-file'?: string | undefined;
  'sev-device'?: string | undefined;
}

/** `object-add: arguments.sev-snp-guest`. Only QEMU 10.0. */
export interface ObjectOptionsSevSnpGuest {
  'author-key-enabled'?: boolean | undefined;
  cbitpos?: JsonInteger | undefined;
  'guest-visible-workarounds'?: string | undefined;
  'host-data'?: string | undefined;
  'id-auth'?: string | undefined;
  'id-block'?: string | undefined;
  'kernel-hashes'?: boolean | undefined;
  policy?: JsonInteger | undefined;
  'reduced-phys-bits': JsonInteger;
  'sev-device'?: string | undefined;
  'vcek-disabled'?: boolean | undefined;
}

/** `object-add: arguments.thread-context` */
export interface ObjectOptionsThreadContext {
  'cpu-affinity'?: readonly JsonInteger[] | undefined;
  'node-affinity'?: readonly JsonInteger[] | undefined;
}

/** `object-add: arguments.throttle-group` */
export interface ObjectOptionsThrottleGroup {
  limits?: ObjectOptionsThrottleGroupLimits | undefined;
  /** Unstable. */
  'x-bps-read'?: JsonInteger | undefined;
  /** Unstable. */
  'x-bps-read-max'?: JsonInteger | undefined;
  /** Unstable. */
  'x-bps-read-max-length'?: JsonInteger | undefined;
  /** Unstable. */
  'x-bps-total'?: JsonInteger | undefined;
  /** Unstable. */
  'x-bps-total-max'?: JsonInteger | undefined;
  /** Unstable. */
  'x-bps-total-max-length'?: JsonInteger | undefined;
  /** Unstable. */
  'x-bps-write'?: JsonInteger | undefined;
  /** Unstable. */
  'x-bps-write-max'?: JsonInteger | undefined;
  /** Unstable. */
  'x-bps-write-max-length'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-read'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-read-max'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-read-max-length'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-size'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-total'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-total-max'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-total-max-length'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-write'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-write-max'?: JsonInteger | undefined;
  /** Unstable. */
  'x-iops-write-max-length'?: JsonInteger | undefined;
}

/** `object-add: arguments.throttle-group.limits` */
export interface ObjectOptionsThrottleGroupLimits {
  'bps-read'?: JsonInteger | undefined;
  'bps-read-max'?: JsonInteger | undefined;
  'bps-read-max-length'?: JsonInteger | undefined;
  'bps-total'?: JsonInteger | undefined;
  'bps-total-max'?: JsonInteger | undefined;
  'bps-total-max-length'?: JsonInteger | undefined;
  'bps-write'?: JsonInteger | undefined;
  'bps-write-max'?: JsonInteger | undefined;
  'bps-write-max-length'?: JsonInteger | undefined;
  'iops-read'?: JsonInteger | undefined;
  'iops-read-max'?: JsonInteger | undefined;
  'iops-read-max-length'?: JsonInteger | undefined;
  'iops-size'?: JsonInteger | undefined;
  'iops-total'?: JsonInteger | undefined;
  'iops-total-max'?: JsonInteger | undefined;
  'iops-total-max-length'?: JsonInteger | undefined;
  'iops-write'?: JsonInteger | undefined;
  'iops-write-max'?: JsonInteger | undefined;
  'iops-write-max-length'?: JsonInteger | undefined;
}

/** `object-add: arguments.tls-cipher-suites` */
export interface ObjectOptionsTlsCipherSuites {
  dir?: string | undefined;
  endpoint?: ObjectOptionsTlsCipherSuitesEndpoint | undefined;
  priority?: string | undefined;
  'verify-peer'?: boolean | undefined;
}

/** `object-add: arguments.tls-cipher-suites.endpoint` */
export type ObjectOptionsTlsCipherSuitesEndpoint = 'client' | 'server';

/** `object-add: arguments.tls-creds-anon` */
export interface ObjectOptionsTlsCredsAnon {
  dir?: string | undefined;
  endpoint?: ObjectOptionsTlsCipherSuitesEndpoint | undefined;
  /**
   * Only QEMU 7.2.
   * @deprecated in QEMU 7.2
   */
  loaded?: boolean | undefined;
  priority?: string | undefined;
  'verify-peer'?: boolean | undefined;
}

/** `object-add: arguments.tls-creds-psk` */
export interface ObjectOptionsTlsCredsPsk {
  dir?: string | undefined;
  endpoint?: ObjectOptionsTlsCipherSuitesEndpoint | undefined;
  /**
   * Only QEMU 7.2.
   * @deprecated in QEMU 7.2
   */
  loaded?: boolean | undefined;
  priority?: string | undefined;
  username?: string | undefined;
  'verify-peer'?: boolean | undefined;
}

/** `object-add: arguments.tls-creds-x509` */
export interface ObjectOptionsTlsCredsX509 {
  dir?: string | undefined;
  endpoint?: ObjectOptionsTlsCipherSuitesEndpoint | undefined;
  /**
   * Only QEMU 7.2.
   * @deprecated in QEMU 7.2
   */
  loaded?: boolean | undefined;
  passwordid?: string | undefined;
  priority?: string | undefined;
  'sanity-check'?: boolean | undefined;
  'verify-peer'?: boolean | undefined;
}

/** `object-add: arguments.x-remote-object` */
export interface ObjectOptionsXRemoteObject {
  devid: string;
  fd: string;
}

/** `object-add: arguments.x-vfio-user-server` */
export interface ObjectOptionsXVfioUserServer {
  device: string;
  socket: NetdevStreamConnectedDataAddr;
}

/** `query-pci: return.item` */
export interface PciBus {
  bus: JsonInteger;
  devices: readonly PciBusDevicesItem[];
}

/** `query-pci: return.item.devices.item` */
export interface PciBusDevicesItem {
  bus: JsonInteger;
  class_info: PciBusDevicesItemClassInfo;
  function: JsonInteger;
  id: PciBusDevicesItemId;
  irq?: JsonInteger | undefined;
  irq_pin: JsonInteger;
  pci_bridge?: PciBusDevicesItemPciBridge | undefined;
  qdev_id: string;
  regions: readonly PciBusDevicesItemRegionsItem[];
  slot: JsonInteger;
}

/** `query-pci: return.item.devices.item.class_info` */
export interface PciBusDevicesItemClassInfo {
  class: JsonInteger;
  desc?: string | undefined;
}

/** `query-pci: return.item.devices.item.id` */
export interface PciBusDevicesItemId {
  device: JsonInteger;
  subsystem?: JsonInteger | undefined;
  'subsystem-vendor'?: JsonInteger | undefined;
  vendor: JsonInteger;
}

/** `query-pci: return.item.devices.item.pci_bridge` */
export interface PciBusDevicesItemPciBridge {
  bus: PciBusDevicesItemPciBridgeBus;
  devices?: readonly PciBusDevicesItem[] | undefined;
}

/** `query-pci: return.item.devices.item.pci_bridge.bus` */
export interface PciBusDevicesItemPciBridgeBus {
  io_range: PciBusDevicesItemPciBridgeBusIoRange;
  memory_range: PciBusDevicesItemPciBridgeBusIoRange;
  number: JsonInteger;
  prefetchable_range: PciBusDevicesItemPciBridgeBusIoRange;
  secondary: JsonInteger;
  subordinate: JsonInteger;
}

/** `query-pci: return.item.devices.item.pci_bridge.bus.io_range` */
export interface PciBusDevicesItemPciBridgeBusIoRange {
  base: JsonInteger;
  limit: JsonInteger;
}

/** `query-pci: return.item.devices.item.regions.item` */
export interface PciBusDevicesItemRegionsItem {
  address: JsonInteger;
  bar: JsonInteger;
  mem_type_64?: boolean | undefined;
  prefetch?: boolean | undefined;
  size: JsonInteger;
  type: string;
}

/** `qom-get: arguments` */
export interface QomGetArguments {
  path: string;
  property: string;
}

/** `qom-list: arguments` */
export interface QomListArguments {
  path: string;
}

/** `qom-list-properties: arguments` */
export interface QomListPropertiesArguments {
  typename: string;
}

/** `qom-list-types: arguments` */
export interface QomListTypesArguments {
  abstract?: boolean | undefined;
  implements?: string | undefined;
}

/** `qom-list-types: return.item` */
export interface QomListTypesReturnItem {
  abstract?: boolean | undefined;
  name: string;
  parent?: string | undefined;
}

/** `qom-set: arguments` */
export interface QomSetArguments {
  path: string;
  property: string;
  value: JsonValue;
}

/** `query-acpi-ospm-status: return.item` */
export interface QueryAcpiOspmStatusReturnItem {
  device?: string | undefined;
  slot: string;
  'slot-type': QueryAcpiOspmStatusReturnItemSlotType;
  source: JsonInteger;
  status: JsonInteger;
}

/** `query-acpi-ospm-status: return.item.slot-type` */
export type QueryAcpiOspmStatusReturnItemSlotType = 'CPU' | 'DIMM';

/** `query-balloon: return` */
export interface QueryBalloonReturn {
  actual: JsonInteger;
}

/** `query-cryptodev: return.item`. Only QEMU 10.0. */
export interface QueryCryptodevReturnItem {
  client: readonly QueryCryptodevReturnItemClientItem[];
  id: string;
  service: readonly QueryCryptodevReturnItemServiceItem[];
}

/** `query-cryptodev: return.item.client.item`. Only QEMU 10.0. */
export interface QueryCryptodevReturnItemClientItem {
  queue: JsonInteger;
  type: QueryCryptodevReturnItemClientItemType;
}

/** `query-cryptodev: return.item.client.item.type`. Only QEMU 10.0. */
export type QueryCryptodevReturnItemClientItemType = 'builtin' | 'lkcf' | 'vhost-user';

/** `query-cryptodev: return.item.service.item`. Only QEMU 10.0. */
export type QueryCryptodevReturnItemServiceItem = 'aead' | 'akcipher' | 'cipher' | 'hash' | 'mac';

/** `query-hotpluggable-cpus: return.item` */
export interface QueryHotpluggableCpusReturnItem {
  props: QueryCpusFastReturnItemProps;
  'qom-path'?: string | undefined;
  type: string;
  'vcpus-count': JsonInteger;
}

/** `query-hv-balloon-status-report: return`. Only QEMU 10.0. */
export interface QueryHvBalloonStatusReportReturn {
  available: JsonInteger;
  committed: JsonInteger;
}

/** `query-memory-devices: return.item` */
export type QueryMemoryDevicesReturnItem = (
  | ({ type: 'dimm' | 'nvdimm' } & QueryMemoryDevicesReturnItemDimm)
  | ({ type: 'hv-balloon' } & QueryMemoryDevicesReturnItemHvBalloon)
  | ({ type: 'sgx-epc' } & QueryMemoryDevicesReturnItemSgxEpc)
  | ({ type: 'virtio-mem' } & QueryMemoryDevicesReturnItemVirtioMem)
  | ({ type: 'virtio-pmem' } & QueryMemoryDevicesReturnItemVirtioPmem)
);

/** `query-memory-devices: return.item.dimm` */
export interface QueryMemoryDevicesReturnItemDimm {
  data: QueryMemoryDevicesReturnItemDimmData;
}

/** `query-memory-devices: return.item.dimm.data` */
export interface QueryMemoryDevicesReturnItemDimmData {
  addr: JsonInteger;
  hotpluggable: boolean;
  hotplugged: boolean;
  id?: string | undefined;
  memdev: string;
  node: JsonInteger;
  size: JsonInteger;
  slot: JsonInteger;
}

/** `query-memory-devices: return.item.hv-balloon`. Only QEMU 10.0. */
export interface QueryMemoryDevicesReturnItemHvBalloon {
  data: QueryMemoryDevicesReturnItemHvBalloonData;
}

/** `query-memory-devices: return.item.hv-balloon.data`. Only QEMU 10.0. */
export interface QueryMemoryDevicesReturnItemHvBalloonData {
  id?: string | undefined;
  'max-size': JsonInteger;
  memaddr?: JsonInteger | undefined;
  memdev?: string | undefined;
}

/** `query-memory-devices: return.item.sgx-epc` */
export interface QueryMemoryDevicesReturnItemSgxEpc {
  data: QueryMemoryDevicesReturnItemSgxEpcData;
}

/** `query-memory-devices: return.item.sgx-epc.data` */
export interface QueryMemoryDevicesReturnItemSgxEpcData {
  id?: string | undefined;
  memaddr: JsonInteger;
  memdev: string;
  node: JsonInteger;
  size: JsonInteger;
}

/** `query-memory-devices: return.item.type` */
export type QueryMemoryDevicesReturnItemType =
  | 'dimm'
  /** Only QEMU 10.0. */
  | 'hv-balloon'
  | 'nvdimm'
  | 'sgx-epc'
  | 'virtio-mem'
  | 'virtio-pmem';

/** `query-memory-devices: return.item.virtio-mem` */
export interface QueryMemoryDevicesReturnItemVirtioMem {
  data: QueryMemoryDevicesReturnItemVirtioMemData;
}

/** `query-memory-devices: return.item.virtio-mem.data` */
export interface QueryMemoryDevicesReturnItemVirtioMemData {
  'block-size': JsonInteger;
  id?: string | undefined;
  'max-size': JsonInteger;
  memaddr: JsonInteger;
  memdev: string;
  node: JsonInteger;
  'requested-size': JsonInteger;
  size: JsonInteger;
}

/** `query-memory-devices: return.item.virtio-pmem` */
export interface QueryMemoryDevicesReturnItemVirtioPmem {
  data: QueryMemoryDevicesReturnItemVirtioPmemData;
}

/** `query-memory-devices: return.item.virtio-pmem.data` */
export interface QueryMemoryDevicesReturnItemVirtioPmemData {
  id?: string | undefined;
  memaddr: JsonInteger;
  memdev: string;
  size: JsonInteger;
}

/** `query-tpm-models: return.item` */
export type QueryTpmModelsReturnItem = 'tpm-crb' | 'tpm-spapr' | 'tpm-tis';

/** `query-tpm: return.item` */
export interface QueryTpmReturnItem {
  id: string;
  model: QueryTpmModelsReturnItem;
  options: QueryTpmReturnItemOptions;
}

/** `query-tpm: return.item.options` */
export type QueryTpmReturnItemOptions = (
  | ({ type: 'emulator' } & QueryTpmReturnItemOptionsEmulator)
  | ({ type: 'passthrough' } & QueryTpmReturnItemOptionsPassthrough)
);

/** `query-tpm: return.item.options.emulator` */
export interface QueryTpmReturnItemOptionsEmulator {
  data: QueryTpmReturnItemOptionsEmulatorData;
}

/** `query-tpm: return.item.options.emulator.data` */
export interface QueryTpmReturnItemOptionsEmulatorData {
  chardev: string;
}

/** `query-tpm: return.item.options.passthrough` */
export interface QueryTpmReturnItemOptionsPassthrough {
  data: QueryTpmReturnItemOptionsPassthroughData;
}

/** `query-tpm: return.item.options.passthrough.data` */
export interface QueryTpmReturnItemOptionsPassthroughData {
  'cancel-path'?: string | undefined;
  path?: string | undefined;
}

/** `query-tpm-types: return.item` */
export type QueryTpmTypesReturnItem = 'emulator' | 'passthrough';

/** `VFU_CLIENT_HANGUP: data` */
export interface VfuClientHangupData {
  'dev-id': string;
  'dev-qom-path': string;
  'vfu-id': string;
  'vfu-qom-path': string;
}

/** `VSERPORT_CHANGE: data` */
export interface VserportChangeData {
  id: string;
  open: boolean;
}

/** `x-query-virtio-queue-element: arguments` */
export interface XQueryVirtioQueueElementArguments {
  index?: JsonInteger | undefined;
  path: string;
  queue: JsonInteger;
}

/** `x-query-virtio-queue-element: return` */
export interface XQueryVirtioQueueElementReturn {
  avail: XQueryVirtioQueueElementReturnAvail;
  descs: readonly XQueryVirtioQueueElementReturnDescsItem[];
  index: JsonInteger;
  name: string;
  used: XQueryVirtioQueueElementReturnUsed;
}

/** `x-query-virtio-queue-element: return.avail` */
export interface XQueryVirtioQueueElementReturnAvail {
  flags: JsonInteger;
  idx: JsonInteger;
  ring: JsonInteger;
}

/** `x-query-virtio-queue-element: return.descs.item` */
export interface XQueryVirtioQueueElementReturnDescsItem {
  addr: JsonInteger;
  flags: readonly string[];
  len: JsonInteger;
}

/** `x-query-virtio-queue-element: return.used` */
export interface XQueryVirtioQueueElementReturnUsed {
  flags: JsonInteger;
  idx: JsonInteger;
}

/** `x-query-virtio-queue-status: arguments` */
export interface XQueryVirtioQueueStatusArguments {
  path: string;
  queue: JsonInteger;
}

/** `x-query-virtio-queue-status: return` */
export interface XQueryVirtioQueueStatusReturn {
  inuse: JsonInteger;
  'last-avail-idx'?: JsonInteger | undefined;
  name: string;
  'queue-index': JsonInteger;
  'shadow-avail-idx'?: JsonInteger | undefined;
  'signalled-used': JsonInteger;
  'signalled-used-valid': boolean;
  'used-idx': JsonInteger;
  'vring-align': JsonInteger;
  'vring-avail': JsonInteger;
  'vring-desc': JsonInteger;
  'vring-num': JsonInteger;
  'vring-num-default': JsonInteger;
  'vring-used': JsonInteger;
}

/** `x-query-virtio: return.item` */
export interface XQueryVirtioReturnItem {
  name: string;
  path: string;
}

/** `x-query-virtio-status: arguments` */
export interface XQueryVirtioStatusArguments {
  path: string;
}

/** `x-query-virtio-status: return` */
export interface XQueryVirtioStatusReturn {
  'backend-features': XQueryVirtioStatusReturnBackendFeatures;
  broken: boolean;
  'bus-name': string;
  'device-endian': string;
  'device-id': JsonInteger;
  'disable-legacy-check': boolean;
  disabled: boolean;
  'guest-features': XQueryVirtioStatusReturnBackendFeatures;
  'host-features': XQueryVirtioStatusReturnBackendFeatures;
  isr: JsonInteger;
  name: string;
  'num-vqs': JsonInteger;
  'queue-sel': JsonInteger;
  'start-on-kick': boolean;
  started: boolean;
  status: XQueryVirtioStatusReturnStatus;
  'use-guest-notifier-mask': boolean;
  'use-started': boolean;
  'vhost-dev'?: XQueryVirtioStatusReturnVhostDev | undefined;
  'vhost-started': boolean;
  'vm-running': boolean;
}

/** `x-query-virtio-status: return.backend-features` */
export interface XQueryVirtioStatusReturnBackendFeatures {
  'dev-features'?: readonly string[] | undefined;
  transports: readonly string[];
  'unknown-dev-features'?: JsonInteger | undefined;
}

/** `x-query-virtio-status: return.status` */
export interface XQueryVirtioStatusReturnStatus {
  statuses: readonly string[];
  'unknown-statuses'?: JsonInteger | undefined;
}

/** `x-query-virtio-status: return.vhost-dev` */
export interface XQueryVirtioStatusReturnVhostDev {
  'acked-features': XQueryVirtioStatusReturnBackendFeatures;
  'backend-cap': JsonInteger;
  'backend-features': XQueryVirtioStatusReturnBackendFeatures;
  features: XQueryVirtioStatusReturnBackendFeatures;
  'log-enabled': boolean;
  'log-size': JsonInteger;
  'max-queues': JsonInteger;
  'n-mem-sections': JsonInteger;
  'n-tmp-sections': JsonInteger;
  nvqs: JsonInteger;
  'protocol-features': XQueryVirtioStatusReturnVhostDevProtocolFeatures;
  'vq-index': JsonInteger;
}

/** `x-query-virtio-status: return.vhost-dev.protocol-features` */
export interface XQueryVirtioStatusReturnVhostDevProtocolFeatures {
  protocols: readonly string[];
  'unknown-protocols'?: JsonInteger | undefined;
}

/** `x-query-virtio-vhost-queue-status: arguments` */
export interface XQueryVirtioVhostQueueStatusArguments {
  path: string;
  queue: JsonInteger;
}

/** `x-query-virtio-vhost-queue-status: return` */
export interface XQueryVirtioVhostQueueStatusReturn {
  avail: JsonInteger;
  'avail-phys': JsonInteger;
  'avail-size': JsonInteger;
  call: JsonInteger;
  desc: JsonInteger;
  'desc-phys': JsonInteger;
  'desc-size': JsonInteger;
  kick: JsonInteger;
  name: string;
  num: JsonInteger;
  used: JsonInteger;
  'used-phys': JsonInteger;
  'used-size': JsonInteger;
}
