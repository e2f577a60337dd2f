// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonValue, NoMembers } from '../json/json-value.js';
import type {
  BlockCommitArguments,
  BlockDirtyBitmapAddArguments,
  BlockDirtyBitmapClearArguments,
  BlockDirtyBitmapMergeArguments,
  BlockExportAddArguments,
  BlockExportDelArguments,
  BlockLatencyHistogramSetArguments,
  BlockResizeArguments,
  BlockSetIoThrottleArguments,
  BlockSetWriteThresholdArguments,
  BlockStreamArguments,
  BlockdevBackupArguments,
  BlockdevChangeMediumArguments,
  BlockdevCloseTrayArguments,
  BlockdevCreateArguments,
  BlockdevDelArguments,
  BlockdevInsertMediumArguments,
  BlockdevMirrorArguments,
  BlockdevOpenTrayArguments,
  BlockdevOptions,
  BlockdevRemoveMediumArguments,
  BlockdevReopenArguments,
  BlockdevSetActiveArguments,
  BlockdevSnapshotArguments,
  BlockdevSnapshotDeleteInternalSyncArguments,
  BlockdevSnapshotDeleteInternalSyncReturn,
  BlockdevSnapshotInternalSyncArguments,
  BlockdevSnapshotSyncArguments,
  ChangeBackingFileArguments,
  DriveBackupArguments,
  DriveMirrorArguments,
  DumpGuestMemoryArguments,
  DumpdtbArguments,
  EjectArguments,
  NbdServerAddArguments,
  NbdServerRemoveArguments,
  NbdServerStartArguments,
  QueryBlockExportsReturnItem,
  QueryBlockReturnItem,
  QueryBlockstatsArguments,
  QueryBlockstatsReturnItem,
  QueryDumpGuestMemoryCapabilityReturn,
  QueryDumpReturn,
  QueryNamedBlockNodesArguments,
  QueryNamedBlockNodesReturnItem,
  QueryPrManagersReturnItem,
  TransactionArguments,
  XBlockdevAmendArguments,
  XBlockdevChangeArguments,
  XBlockdevSetIothreadArguments,
  XDebugBlockDirtyBitmapSha256Return,
  XDebugQueryBlockGraphReturn,
} from './block.js';
import type {
  ChardevAddArguments,
  ChardevAddReturn,
  ChardevChangeArguments,
  ChardevRemoveArguments,
  ChardevSendBreakArguments,
  QueryChardevBackendsReturnItem,
  QueryChardevReturnItem,
  RingbufReadArguments,
  RingbufWriteArguments,
} from './characters.js';
import type {
  BalloonArguments,
  CxlAddDynamicCapacityArguments,
  CxlInjectCorrectableErrorArguments,
  CxlInjectDramEventArguments,
  CxlInjectGeneralMediaEventArguments,
  CxlInjectMemoryModuleEventArguments,
  CxlInjectPoisonArguments,
  CxlInjectUncorrectableErrorsArguments,
  CxlReleaseDynamicCapacityArguments,
  DeviceAddArguments,
  DeviceDelArguments,
  DeviceListPropertiesArguments,
  DeviceListPropertiesReturnItem,
  DeviceSyncConfigArguments,
  ObjectDelArguments,
  ObjectOptions,
  PciBus,
  QomGetArguments,
  QomListArguments,
  QomListPropertiesArguments,
  QomListTypesArguments,
  QomListTypesReturnItem,
  QomSetArguments,
  QueryAcpiOspmStatusReturnItem,
  QueryBalloonReturn,
  QueryCryptodevReturnItem,
  QueryHotpluggableCpusReturnItem,
  QueryHvBalloonStatusReportReturn,
  QueryMemoryDevicesReturnItem,
  QueryTpmModelsReturnItem,
  QueryTpmReturnItem,
  QueryTpmTypesReturnItem,
  XQueryVirtioQueueElementArguments,
  XQueryVirtioQueueElementReturn,
  XQueryVirtioQueueStatusArguments,
  XQueryVirtioQueueStatusReturn,
  XQueryVirtioReturnItem,
  XQueryVirtioStatusArguments,
  XQueryVirtioStatusReturn,
  XQueryVirtioVhostQueueStatusArguments,
  XQueryVirtioVhostQueueStatusReturn,
} from './devices.js';
import type {
  AddClientArguments,
  ChangeVncPasswordArguments,
  DisplayReloadArguments,
  DisplayUpdateArguments,
  ExpirePasswordArguments,
  InputSendEventArguments,
  QueryAudiodevsReturnItem,
  QueryDisplayOptionsReturn,
  QueryMiceReturnItem,
  QuerySpiceReturn,
  QueryVncReturn,
  QueryVncServersReturnItem,
  ScreendumpArguments,
  SendKeyArguments,
  SetPasswordArguments,
} from './display.js';
import type {
  BlockJobCancelArguments,
  BlockJobChangeArguments,
  BlockJobCompleteArguments,
  BlockJobDismissArguments,
  BlockJobFinalizeArguments,
  BlockJobInfo,
  BlockJobPauseArguments,
  BlockJobResumeArguments,
  BlockJobSetSpeedArguments,
  JobCancelArguments,
  JobCompleteArguments,
  JobDismissArguments,
  JobFinalizeArguments,
  JobInfo,
  JobPauseArguments,
  JobResumeArguments,
} from './jobs.js';
import type {
  MemsaveArguments,
  PmemsaveArguments,
  QueryCpuDefinitionsReturnItem,
  QueryCpuModelExpansionArguments,
  QueryCpuModelExpansionReturn,
  QueryCpusFastReturnItem,
  QueryCurrentMachineReturn,
  QueryIothreadsReturnItem,
  QueryKvmReturn,
  QueryMachinesArguments,
  QueryMachinesReturnItem,
  QueryMemdevReturnItem,
  QueryMemorySizeSummaryReturn,
  QuerySevAttestationReportArguments,
  QuerySevAttestationReportReturn,
  QuerySevCapabilitiesReturn,
  QuerySevLaunchMeasureReturn,
  QuerySevReturn,
  QuerySgxReturn,
  QueryStatsArguments,
  QueryStatsReturnItem,
  QueryStatsSchemasArguments,
  QueryStatsSchemasReturnItem,
  QueryTargetReturn,
  QueryVmGenerationIdReturn,
  SetNumaNodeArguments,
  SevInjectLaunchSecretArguments,
  XenEventInjectArguments,
  XenEventListReturnItem,
  XenLoadDevicesStateArguments,
  XenSaveDevicesStateArguments,
} from './machine.js';
import type {
  CalcDirtyRateArguments,
  CancelVcpuDirtyLimitArguments,
  ClientMigrateInfoArguments,
  MigrateArguments,
  MigrateContinueArguments,
  MigrateIncomingArguments,
  MigrateRecoverArguments,
  MigrateSetCapabilitiesArguments,
  MigrateSetParametersArguments,
  MigrationInfo,
  QueryColoStatusReturn,
  QueryDirtyRateArguments,
  QueryDirtyRateReturn,
  QueryMigrateCapabilitiesReturnItem,
  QueryMigrateParametersReturn,
  QueryMigrationthreadsReturnItem,
  QueryVcpuDirtyLimitReturnItem,
  QueryXenReplicationStatusReturn,
  SetVcpuDirtyLimitArguments,
  SnapshotDeleteArguments,
  SnapshotLoadArguments,
  SnapshotSaveArguments,
  XenSetGlobalDirtyLogArguments,
  XenSetReplicationArguments,
} from './migration.js';
import type {
  AddFdArguments,
  AddFdReturn,
  ClosefdArguments,
  GetfdArguments,
  HumanMonitorCommandArguments,
  QmpCapabilitiesArguments,
  QueryCommandLineOptionsArguments,
  QueryCommandLineOptionsReturnItem,
  QueryCommandsReturnItem,
  QueryFdsetsReturnItem,
  QueryNameReturn,
  QueryQmpSchemaReturnItem,
  QueryReplayReturn,
  QueryUuidReturn,
  QueryVersionReturn,
  QueryYankReturnItem,
  RemoveFdArguments,
  ReplayBreakArguments,
  ReplaySeekArguments,
  TraceEventGetStateArguments,
  TraceEventGetStateReturnItem,
  TraceEventSetStateArguments,
  YankArguments,
} from './monitor.js';
import type {
  AnnounceSelfArguments,
  NetdevDelArguments,
  NetdevOptions,
  QueryRockerArguments,
  QueryRockerOfDpaFlowsArguments,
  QueryRockerOfDpaFlowsReturnItem,
  QueryRockerOfDpaGroupsArguments,
  QueryRockerOfDpaGroupsReturnItem,
  QueryRockerPortsArguments,
  QueryRockerPortsReturnItem,
  QueryRockerReturn,
  QueryRxFilterArguments,
  QueryRxFilterReturnItem,
  RequestEbpfArguments,
  RequestEbpfReturn,
  SetLinkArguments,
} from './network.js';
import type {
  QueryStatusReturn,
  SetActionArguments,
  WatchdogSetActionArguments,
} from './run-state.js';
import type {
  XQueryInterruptControllersReturn,
} from './shared.js';

/** What each command takes and returns. */
export interface CommandMap {
  'add-fd': { arguments: AddFdArguments; return: AddFdReturn };
  add_client: { arguments: AddClientArguments; return: NoMembers };
  'announce-self': { arguments: AnnounceSelfArguments; return: NoMembers };
  balloon: { arguments: BalloonArguments; return: NoMembers };
  'block-commit': { arguments: BlockCommitArguments; return: NoMembers };
  'block-dirty-bitmap-add': { arguments: BlockDirtyBitmapAddArguments; return: NoMembers };
  'block-dirty-bitmap-clear': { arguments: BlockDirtyBitmapClearArguments; return: NoMembers };
  'block-dirty-bitmap-disable': { arguments: BlockDirtyBitmapClearArguments; return: NoMembers };
  'block-dirty-bitmap-enable': { arguments: BlockDirtyBitmapClearArguments; return: NoMembers };
  'block-dirty-bitmap-merge': { arguments: BlockDirtyBitmapMergeArguments; return: NoMembers };
  'block-dirty-bitmap-remove': { arguments: BlockDirtyBitmapClearArguments; return: NoMembers };
  'block-export-add': { arguments: BlockExportAddArguments; return: NoMembers };
  'block-export-del': { arguments: BlockExportDelArguments; return: NoMembers };
  'block-job-cancel': { arguments: BlockJobCancelArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'block-job-change': { arguments: BlockJobChangeArguments; return: NoMembers };
  'block-job-complete': { arguments: BlockJobCompleteArguments; return: NoMembers };
  'block-job-dismiss': { arguments: BlockJobDismissArguments; return: NoMembers };
  'block-job-finalize': { arguments: BlockJobFinalizeArguments; return: NoMembers };
  'block-job-pause': { arguments: BlockJobPauseArguments; return: NoMembers };
  'block-job-resume': { arguments: BlockJobResumeArguments; return: NoMembers };
  'block-job-set-speed': { arguments: BlockJobSetSpeedArguments; return: NoMembers };
  'block-latency-histogram-set': { arguments: BlockLatencyHistogramSetArguments; return: NoMembers };
  'block-set-write-threshold': { arguments: BlockSetWriteThresholdArguments; return: NoMembers };
  'block-stream': { arguments: BlockStreamArguments; return: NoMembers };
  block_resize: { arguments: BlockResizeArguments; return: NoMembers };
  block_set_io_throttle: { arguments: BlockSetIoThrottleArguments; return: NoMembers };
  'blockdev-add': { arguments: BlockdevOptions; return: NoMembers };
  'blockdev-backup': { arguments: BlockdevBackupArguments; return: NoMembers };
  'blockdev-change-medium': { arguments: BlockdevChangeMediumArguments; return: NoMembers };
  'blockdev-close-tray': { arguments: BlockdevCloseTrayArguments; return: NoMembers };
  'blockdev-create': { arguments: BlockdevCreateArguments; return: NoMembers };
  'blockdev-del': { arguments: BlockdevDelArguments; return: NoMembers };
  'blockdev-insert-medium': { arguments: BlockdevInsertMediumArguments; return: NoMembers };
  'blockdev-mirror': { arguments: BlockdevMirrorArguments; return: NoMembers };
  'blockdev-open-tray': { arguments: BlockdevOpenTrayArguments; return: NoMembers };
  'blockdev-remove-medium': { arguments: BlockdevRemoveMediumArguments; return: NoMembers };
  'blockdev-reopen': { arguments: BlockdevReopenArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'blockdev-set-active': { arguments: BlockdevSetActiveArguments; return: NoMembers };
  'blockdev-snapshot': { arguments: BlockdevSnapshotArguments; return: NoMembers };
  'blockdev-snapshot-delete-internal-sync': { arguments: BlockdevSnapshotDeleteInternalSyncArguments; return: BlockdevSnapshotDeleteInternalSyncReturn };
  'blockdev-snapshot-internal-sync': { arguments: BlockdevSnapshotInternalSyncArguments; return: NoMembers };
  'blockdev-snapshot-sync': { arguments: BlockdevSnapshotSyncArguments; return: NoMembers };
  'calc-dirty-rate': { arguments: CalcDirtyRateArguments; return: NoMembers };
  'cancel-vcpu-dirty-limit': { arguments: CancelVcpuDirtyLimitArguments; return: NoMembers };
  'change-backing-file': { arguments: ChangeBackingFileArguments; return: NoMembers };
  'change-vnc-password': { arguments: ChangeVncPasswordArguments; return: NoMembers };
  'chardev-add': { arguments: ChardevAddArguments; return: ChardevAddReturn };
  'chardev-change': { arguments: ChardevChangeArguments; return: ChardevAddReturn };
  'chardev-remove': { arguments: ChardevRemoveArguments; return: NoMembers };
  'chardev-send-break': { arguments: ChardevSendBreakArguments; return: NoMembers };
  client_migrate_info: { arguments: ClientMigrateInfoArguments; return: NoMembers };
  closefd: { arguments: ClosefdArguments; return: NoMembers };
  cont: { arguments: NoMembers; return: NoMembers };
  /** Only QEMU 10.0. Unstable. */
  'cxl-add-dynamic-capacity': { arguments: CxlAddDynamicCapacityArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'cxl-inject-correctable-error': { arguments: CxlInjectCorrectableErrorArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'cxl-inject-dram-event': { arguments: CxlInjectDramEventArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'cxl-inject-general-media-event': { arguments: CxlInjectGeneralMediaEventArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'cxl-inject-memory-module-event': { arguments: CxlInjectMemoryModuleEventArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'cxl-inject-poison': { arguments: CxlInjectPoisonArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'cxl-inject-uncorrectable-errors': { arguments: CxlInjectUncorrectableErrorsArguments; return: NoMembers };
  /** Only QEMU 10.0. Unstable. */
  'cxl-release-dynamic-capacity': { arguments: CxlReleaseDynamicCapacityArguments; return: NoMembers };
  'device-list-properties': { arguments: DeviceListPropertiesArguments; return: readonly DeviceListPropertiesReturnItem[] };
  /** Only QEMU 10.0. Unstable. */
  'device-sync-config': { arguments: DeviceSyncConfigArguments; return: NoMembers };
  device_add: { arguments: DeviceAddArguments; return: NoMembers };
  device_del: { arguments: DeviceDelArguments; return: NoMembers };
  'display-reload': { arguments: DisplayReloadArguments; return: NoMembers };
  'display-update': { arguments: DisplayUpdateArguments; return: NoMembers };
  /** @deprecated in QEMU 7.2 and 10.0 */
  'drive-backup': { arguments: DriveBackupArguments; return: NoMembers };
  'drive-mirror': { arguments: DriveMirrorArguments; return: NoMembers };
  'dump-guest-memory': { arguments: DumpGuestMemoryArguments; return: NoMembers };
  dumpdtb: { arguments: DumpdtbArguments; return: NoMembers };
  eject: { arguments: EjectArguments; return: NoMembers };
  expire_password: { arguments: ExpirePasswordArguments; return: NoMembers };
  getfd: { arguments: GetfdArguments; return: NoMembers };
  'human-monitor-command': { arguments: HumanMonitorCommandArguments; return: string };
  'inject-nmi': { arguments: NoMembers; return: NoMembers };
  'input-send-event': { arguments: InputSendEventArguments; return: NoMembers };
  'job-cancel': { arguments: JobCancelArguments; return: NoMembers };
  'job-complete': { arguments: JobCompleteArguments; return: NoMembers };
  'job-dismiss': { arguments: JobDismissArguments; return: NoMembers };
  'job-finalize': { arguments: JobFinalizeArguments; return: NoMembers };
  'job-pause': { arguments: JobPauseArguments; return: NoMembers };
  'job-resume': { arguments: JobResumeArguments; return: NoMembers };
  memsave: { arguments: MemsaveArguments; return: NoMembers };
  migrate: { arguments: MigrateArguments; return: NoMembers };
  'migrate-continue': { arguments: MigrateContinueArguments; return: NoMembers };
  'migrate-incoming': { arguments: MigrateIncomingArguments; return: NoMembers };
  /** May go out of band. */
  'migrate-pause': { arguments: NoMembers; return: NoMembers };
  /** May go out of band. */
  'migrate-recover': { arguments: MigrateRecoverArguments; return: NoMembers };
  'migrate-set-capabilities': { arguments: MigrateSetCapabilitiesArguments; return: NoMembers };
  'migrate-set-parameters': { arguments: MigrateSetParametersArguments; return: NoMembers };
  'migrate-start-postcopy': { arguments: NoMembers; return: NoMembers };
  migrate_cancel: { arguments: NoMembers; return: NoMembers };
  /** @deprecated in QEMU 7.2 and 10.0 */
  'nbd-server-add': { arguments: NbdServerAddArguments; return: NoMembers };
  /** @deprecated in QEMU 7.2 and 10.0 */
  'nbd-server-remove': { arguments: NbdServerRemoveArguments; return: NoMembers };
  'nbd-server-start': { arguments: NbdServerStartArguments; return: NoMembers };
  'nbd-server-stop': { arguments: NoMembers; return: NoMembers };
  netdev_add: { arguments: NetdevOptions; return: NoMembers };
  netdev_del: { arguments: NetdevDelArguments; return: NoMembers };
  'object-add': { arguments: ObjectOptions; return: NoMembers };
  'object-del': { arguments: ObjectDelArguments; return: NoMembers };
  pmemsave: { arguments: PmemsaveArguments; return: NoMembers };
  qmp_capabilities: { arguments: QmpCapabilitiesArguments; return: NoMembers };
  'qom-get': { arguments: QomGetArguments; return: JsonValue };
  'qom-list': { arguments: QomListArguments; return: readonly DeviceListPropertiesReturnItem[] };
  'qom-list-properties': { arguments: QomListPropertiesArguments; return: readonly DeviceListPropertiesReturnItem[] };
  'qom-list-types': { arguments: QomListTypesArguments; return: readonly QomListTypesReturnItem[] };
  'qom-set': { arguments: QomSetArguments; return: NoMembers };
  'query-acpi-ospm-status': { arguments: NoMembers; return: readonly QueryAcpiOspmStatusReturnItem[] };
  /** Only QEMU 10.0. */
  'query-audiodevs': { arguments: NoMembers; return: readonly QueryAudiodevsReturnItem[] };
  'query-balloon': { arguments: NoMembers; return: QueryBalloonReturn };
  'query-block': { arguments: NoMembers; return: readonly QueryBlockReturnItem[] };
  'query-block-exports': { arguments: NoMembers; return: readonly QueryBlockExportsReturnItem[] };
  'query-block-jobs': { arguments: NoMembers; return: readonly BlockJobInfo[] };
  'query-blockstats': { arguments: QueryBlockstatsArguments; return: readonly QueryBlockstatsReturnItem[] };
  'query-chardev': { arguments: NoMembers; return: readonly QueryChardevReturnItem[] };
  'query-chardev-backends': { arguments: NoMembers; return: readonly QueryChardevBackendsReturnItem[] };
  'query-colo-status': { arguments: NoMembers; return: QueryColoStatusReturn };
  'query-command-line-options': { arguments: QueryCommandLineOptionsArguments; return: readonly QueryCommandLineOptionsReturnItem[] };
  'query-commands': { arguments: NoMembers; return: readonly QueryCommandsReturnItem[] };
  'query-cpu-definitions': { arguments: NoMembers; return: readonly QueryCpuDefinitionsReturnItem[] };
  'query-cpu-model-expansion': { arguments: QueryCpuModelExpansionArguments; return: QueryCpuModelExpansionReturn };
  'query-cpus-fast': { arguments: NoMembers; return: readonly QueryCpusFastReturnItem[] };
  /** Only QEMU 10.0. */
  'query-cryptodev': { arguments: NoMembers; return: readonly QueryCryptodevReturnItem[] };
  'query-current-machine': { arguments: NoMembers; return: QueryCurrentMachineReturn };
  'query-dirty-rate': { arguments: QueryDirtyRateArguments; return: QueryDirtyRateReturn };
  'query-display-options': { arguments: NoMembers; return: QueryDisplayOptionsReturn };
  'query-dump': { arguments: NoMembers; return: QueryDumpReturn };
  'query-dump-guest-memory-capability': { arguments: NoMembers; return: QueryDumpGuestMemoryCapabilityReturn };
  'query-fdsets': { arguments: NoMembers; return: readonly QueryFdsetsReturnItem[] };
  'query-hotpluggable-cpus': { arguments: NoMembers; return: readonly QueryHotpluggableCpusReturnItem[] };
  /** Only QEMU 10.0. */
  'query-hv-balloon-status-report': { arguments: NoMembers; return: QueryHvBalloonStatusReportReturn };
  'query-iothreads': { arguments: NoMembers; return: readonly QueryIothreadsReturnItem[] };
  'query-jobs': { arguments: NoMembers; return: readonly JobInfo[] };
  'query-kvm': { arguments: NoMembers; return: QueryKvmReturn };
  'query-machines': { arguments: QueryMachinesArguments; return: readonly QueryMachinesReturnItem[] };
  'query-memdev': { arguments: NoMembers; return: readonly QueryMemdevReturnItem[] };
  'query-memory-devices': { arguments: NoMembers; return: readonly QueryMemoryDevicesReturnItem[] };
  'query-memory-size-summary': { arguments: NoMembers; return: QueryMemorySizeSummaryReturn };
  'query-mice': { arguments: NoMembers; return: readonly QueryMiceReturnItem[] };
  'query-migrate': { arguments: NoMembers; return: MigrationInfo };
  'query-migrate-capabilities': { arguments: NoMembers; return: readonly QueryMigrateCapabilitiesReturnItem[] };
  'query-migrate-parameters': { arguments: NoMembers; return: QueryMigrateParametersReturn };
  /**
   * Only QEMU 10.0.
   * @deprecated in QEMU 10.0
   */
  'query-migrationthreads': { arguments: NoMembers; return: readonly QueryMigrationthreadsReturnItem[] };
  'query-name': { arguments: NoMembers; return: QueryNameReturn };
  'query-named-block-nodes': { arguments: QueryNamedBlockNodesArguments; return: readonly QueryNamedBlockNodesReturnItem[] };
  'query-pci': { arguments: NoMembers; return: readonly PciBus[] };
  'query-pr-managers': { arguments: NoMembers; return: readonly QueryPrManagersReturnItem[] };
  'query-qmp-schema': { arguments: NoMembers; return: readonly QueryQmpSchemaReturnItem[] };
  'query-replay': { arguments: NoMembers; return: QueryReplayReturn };
  'query-rocker': { arguments: QueryRockerArguments; return: QueryRockerReturn };
  'query-rocker-of-dpa-flows': { arguments: QueryRockerOfDpaFlowsArguments; return: readonly QueryRockerOfDpaFlowsReturnItem[] };
  'query-rocker-of-dpa-groups': { arguments: QueryRockerOfDpaGroupsArguments; return: readonly QueryRockerOfDpaGroupsReturnItem[] };
  'query-rocker-ports': { arguments: QueryRockerPortsArguments; return: readonly QueryRockerPortsReturnItem[] };
  'query-rx-filter': { arguments: QueryRxFilterArguments; return: readonly QueryRxFilterReturnItem[] };
  'query-sev': { arguments: NoMembers; return: QuerySevReturn };
  'query-sev-attestation-report': { arguments: QuerySevAttestationReportArguments; return: QuerySevAttestationReportReturn };
  'query-sev-capabilities': { arguments: NoMembers; return: QuerySevCapabilitiesReturn };
  'query-sev-launch-measure': { arguments: NoMembers; return: QuerySevLaunchMeasureReturn };
  'query-sgx': { arguments: NoMembers; return: QuerySgxReturn };
  'query-sgx-capabilities': { arguments: NoMembers; return: QuerySgxReturn };
  'query-spice': { arguments: NoMembers; return: QuerySpiceReturn };
  'query-stats': { arguments: QueryStatsArguments; return: readonly QueryStatsReturnItem[] };
  'query-stats-schemas': { arguments: QueryStatsSchemasArguments; return: readonly QueryStatsSchemasReturnItem[] };
  'query-status': { arguments: NoMembers; return: QueryStatusReturn };
  'query-target': { arguments: NoMembers; return: QueryTargetReturn };
  'query-tpm': { arguments: NoMembers; return: readonly QueryTpmReturnItem[] };
  'query-tpm-models': { arguments: NoMembers; return: readonly QueryTpmModelsReturnItem[] };
  'query-tpm-types': { arguments: NoMembers; return: readonly QueryTpmTypesReturnItem[] };
  'query-uuid': { arguments: NoMembers; return: QueryUuidReturn };
  'query-vcpu-dirty-limit': { arguments: NoMembers; return: readonly QueryVcpuDirtyLimitReturnItem[] };
  'query-version': { arguments: NoMembers; return: QueryVersionReturn };
  'query-vm-generation-id': { arguments: NoMembers; return: QueryVmGenerationIdReturn };
  'query-vnc': { arguments: NoMembers; return: QueryVncReturn };
  'query-vnc-servers': { arguments: NoMembers; return: readonly QueryVncServersReturnItem[] };
  'query-xen-replication-status': { arguments: NoMembers; return: QueryXenReplicationStatusReturn };
  /** May go out of band. */
  'query-yank': { arguments: NoMembers; return: readonly QueryYankReturnItem[] };
  quit: { arguments: NoMembers; return: NoMembers };
  'remove-fd': { arguments: RemoveFdArguments; return: NoMembers };
  'replay-break': { arguments: ReplayBreakArguments; return: NoMembers };
  'replay-delete-break': { arguments: NoMembers; return: NoMembers };
  'replay-seek': { arguments: ReplaySeekArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'request-ebpf': { arguments: RequestEbpfArguments; return: RequestEbpfReturn };
  'ringbuf-read': { arguments: RingbufReadArguments; return: string };
  'ringbuf-write': { arguments: RingbufWriteArguments; return: NoMembers };
  'rtc-reset-reinjection': { arguments: NoMembers; return: NoMembers };
  screendump: { arguments: ScreendumpArguments; return: NoMembers };
  'send-key': { arguments: SendKeyArguments; return: NoMembers };
  'set-action': { arguments: SetActionArguments; return: NoMembers };
  'set-numa-node': { arguments: SetNumaNodeArguments; return: NoMembers };
  'set-vcpu-dirty-limit': { arguments: SetVcpuDirtyLimitArguments; return: NoMembers };
  set_link: { arguments: SetLinkArguments; return: NoMembers };
  set_password: { arguments: SetPasswordArguments; return: NoMembers };
  'sev-inject-launch-secret': { arguments: SevInjectLaunchSecretArguments; return: NoMembers };
  'snapshot-delete': { arguments: SnapshotDeleteArguments; return: NoMembers };
  'snapshot-load': { arguments: SnapshotLoadArguments; return: NoMembers };
  'snapshot-save': { arguments: SnapshotSaveArguments; return: NoMembers };
  stop: { arguments: NoMembers; return: NoMembers };
  system_powerdown: { arguments: NoMembers; return: NoMembers };
  system_reset: { arguments: NoMembers; return: NoMembers };
  system_wakeup: { arguments: NoMembers; return: NoMembers };
  'trace-event-get-state': { arguments: TraceEventGetStateArguments; return: readonly TraceEventGetStateReturnItem[] };
  'trace-event-set-state': { arguments: TraceEventSetStateArguments; return: NoMembers };
  transaction: { arguments: TransactionArguments; return: NoMembers };
  'watchdog-set-action': { arguments: WatchdogSetActionArguments; return: NoMembers };
  /** Unstable. */
  'x-blockdev-amend': { arguments: XBlockdevAmendArguments; return: NoMembers };
  /** Unstable. */
  'x-blockdev-change': { arguments: XBlockdevChangeArguments; return: NoMembers };
  /** Unstable. */
  'x-blockdev-set-iothread': { arguments: XBlockdevSetIothreadArguments; return: NoMembers };
  /** Unstable. */
  'x-colo-lost-heartbeat': { arguments: NoMembers; return: NoMembers };
  /** Unstable. */
  'x-debug-block-dirty-bitmap-sha256': { arguments: BlockDirtyBitmapClearArguments; return: XDebugBlockDirtyBitmapSha256Return };
  /** Unstable. */
  'x-debug-query-block-graph': { arguments: NoMembers; return: XDebugQueryBlockGraphReturn };
  /** Unstable. */
  'x-exit-preconfig': { arguments: NoMembers; return: NoMembers };
  /** Only QEMU 10.0. Unstable. */
  'x-query-interrupt-controllers': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Unstable. */
  'x-query-irq': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Unstable. */
  'x-query-jit': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Unstable. */
  'x-query-numa': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Unstable. */
  'x-query-opcount': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Only QEMU 7.2. Unstable. */
  'x-query-profile': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Unstable. */
  'x-query-ramblock': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Only QEMU 7.2. Unstable. */
  'x-query-rdma': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Unstable. */
  'x-query-roms': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Unstable. */
  'x-query-usb': { arguments: NoMembers; return: XQueryInterruptControllersReturn };
  /** Unstable. */
  'x-query-virtio': { arguments: NoMembers; return: readonly XQueryVirtioReturnItem[] };
  /** Unstable. */
  'x-query-virtio-queue-element': { arguments: XQueryVirtioQueueElementArguments; return: XQueryVirtioQueueElementReturn };
  /** Unstable. */
  'x-query-virtio-queue-status': { arguments: XQueryVirtioQueueStatusArguments; return: XQueryVirtioQueueStatusReturn };
  /** Unstable. */
  'x-query-virtio-status': { arguments: XQueryVirtioStatusArguments; return: XQueryVirtioStatusReturn };
  /** Unstable. */
  'x-query-virtio-vhost-queue-status': { arguments: XQueryVirtioVhostQueueStatusArguments; return: XQueryVirtioVhostQueueStatusReturn };
  'xen-colo-do-checkpoint': { arguments: NoMembers; return: NoMembers };
  /** Only QEMU 10.0. */
  'xen-event-inject': { arguments: XenEventInjectArguments; return: NoMembers };
  /** Only QEMU 10.0. */
  'xen-event-list': { arguments: NoMembers; return: readonly XenEventListReturnItem[] };
  'xen-load-devices-state': { arguments: XenLoadDevicesStateArguments; return: NoMembers };
  'xen-save-devices-state': { arguments: XenSaveDevicesStateArguments; return: NoMembers };
  'xen-set-global-dirty-log': { arguments: XenSetGlobalDirtyLogArguments; return: NoMembers };
  'xen-set-replication': { arguments: XenSetReplicationArguments; return: NoMembers };
  /** May go out of band. */
  yank: { arguments: YankArguments; return: NoMembers };
}
