// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { NoMembers } from '../json/json-value.js';
import type {
  BlockExportDeletedData,
  BlockImageCorruptedData,
  BlockIoErrorData,
  BlockWriteThresholdData,
  DeviceTrayMovedData,
  DumpCompletedData,
  PrManagerStatusChangedData,
  QuorumFailureData,
  QuorumReportBadData,
} from './block.js';
import type {
  AcpiDeviceOstData,
  BalloonChangeData,
  DeviceDeletedData,
  DeviceUnplugGuestErrorData,
  MemUnplugErrorData,
  MemoryDeviceSizeChangeData,
  QueryHvBalloonStatusReportReturn,
  VfuClientHangupData,
  VserportChangeData,
} from './devices.js';
import type {
  SpiceConnectedData,
  SpiceDisconnectedData,
  SpiceInitializedData,
  VncConnectedData,
  VncDisconnectedData,
  VncInitializedData,
} from './display.js';
import type {
  BlockJobCancelledData,
  BlockJobCompletedData,
  BlockJobErrorData,
  BlockJobPendingData,
  BlockJobReadyData,
  JobStatusChangeData,
} from './jobs.js';
import type {
  MemoryFailureData,
  RtcChangeData,
} from './machine.js';
import type {
  ColoExitData,
  FailoverNegotiatedData,
  MigrationData,
  MigrationPassData,
  UnplugPrimaryData,
  VfioMigrationData,
} from './migration.js';
import type {
  GuestPanickedData,
  NetdevStreamConnectedData,
  NetdevStreamDisconnectedData,
  NetdevVhostUserConnectedData,
  NetdevVhostUserDisconnectedData,
  NicRxFilterChangedData,
  RdmaGidStatusChangedData,
} from './network.js';
import type {
  GuestCrashloadedData,
  ResetData,
  ShutdownData,
  WatchdogData,
} from './run-state.js';

/** What each event carries as its data. */
export interface EventMap {
  ACPI_DEVICE_OST: AcpiDeviceOstData;
  BALLOON_CHANGE: BalloonChangeData;
  BLOCK_EXPORT_DELETED: BlockExportDeletedData;
  BLOCK_IMAGE_CORRUPTED: BlockImageCorruptedData;
  BLOCK_IO_ERROR: BlockIoErrorData;
  BLOCK_JOB_CANCELLED: BlockJobCancelledData;
  BLOCK_JOB_COMPLETED: BlockJobCompletedData;
  BLOCK_JOB_ERROR: BlockJobErrorData;
  BLOCK_JOB_PENDING: BlockJobPendingData;
  BLOCK_JOB_READY: BlockJobReadyData;
  BLOCK_WRITE_THRESHOLD: BlockWriteThresholdData;
  COLO_EXIT: ColoExitData;
  DEVICE_DELETED: DeviceDeletedData;
  DEVICE_TRAY_MOVED: DeviceTrayMovedData;
  DEVICE_UNPLUG_GUEST_ERROR: DeviceUnplugGuestErrorData;
  DUMP_COMPLETED: DumpCompletedData;
  FAILOVER_NEGOTIATED: FailoverNegotiatedData;
  GUEST_CRASHLOADED: GuestCrashloadedData;
  GUEST_PANICKED: GuestPanickedData;
  /** Only QEMU 10.0. */
  GUEST_PVSHUTDOWN: NoMembers;
  /** Only QEMU 10.0. */
  HV_BALLOON_STATUS_REPORT: QueryHvBalloonStatusReportReturn;
  JOB_STATUS_CHANGE: JobStatusChangeData;
  MEMORY_DEVICE_SIZE_CHANGE: MemoryDeviceSizeChangeData;
  MEMORY_FAILURE: MemoryFailureData;
  /**
   * Only QEMU 7.2.
   * @deprecated in QEMU 7.2
   */
  MEM_UNPLUG_ERROR: MemUnplugErrorData;
  MIGRATION: MigrationData;
  MIGRATION_PASS: MigrationPassData;
  NETDEV_STREAM_CONNECTED: NetdevStreamConnectedData;
  NETDEV_STREAM_DISCONNECTED: NetdevStreamDisconnectedData;
  /** Only QEMU 10.0. */
  NETDEV_VHOST_USER_CONNECTED: NetdevVhostUserConnectedData;
  /** Only QEMU 10.0. */
  NETDEV_VHOST_USER_DISCONNECTED: NetdevVhostUserDisconnectedData;
  NIC_RX_FILTER_CHANGED: NicRxFilterChangedData;
  POWERDOWN: NoMembers;
  PR_MANAGER_STATUS_CHANGED: PrManagerStatusChangedData;
  QUORUM_FAILURE: QuorumFailureData;
  QUORUM_REPORT_BAD: QuorumReportBadData;
  /** Only QEMU 7.2. */
  RDMA_GID_STATUS_CHANGED: RdmaGidStatusChangedData;
  RESET: ResetData;
  RESUME: NoMembers;
  RTC_CHANGE: RtcChangeData;
  SHUTDOWN: ShutdownData;
  SPICE_CONNECTED: SpiceConnectedData;
  SPICE_DISCONNECTED: SpiceDisconnectedData;
  SPICE_INITIALIZED: SpiceInitializedData;
  SPICE_MIGRATE_COMPLETED: NoMembers;
  STOP: NoMembers;
  SUSPEND: NoMembers;
  SUSPEND_DISK: NoMembers;
  UNPLUG_PRIMARY: UnplugPrimaryData;
  /** Only QEMU 10.0. */
  VFIO_MIGRATION: VfioMigrationData;
  VFU_CLIENT_HANGUP: VfuClientHangupData;
  VNC_CONNECTED: VncConnectedData;
  VNC_DISCONNECTED: VncDisconnectedData;
  VNC_INITIALIZED: VncInitializedData;
  VSERPORT_CHANGE: VserportChangeData;
  WAKEUP: NoMembers;
  WATCHDOG: WatchdogData;
}
