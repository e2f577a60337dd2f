import { authProcedures } from './procedures/auth.js';
import { connectEvents, connectProcedures } from './procedures/connect.js';
import { domainProcedures } from './procedures/domain.js';
import { domainBlockProcedures } from './procedures/domain-block.js';
import { domainCheckpointProcedures } from './procedures/domain-checkpoint.js';
import { domainDeviceProcedures } from './procedures/domain-device.js';
import { domainEventProcedures, domainEvents } from './procedures/domain-events.js';
import { domainGuestProcedures } from './procedures/domain-guest.js';
import { domainMigrateProcedures } from './procedures/domain-migrate.js';
import { domainSaveProcedures } from './procedures/domain-save.js';
import { domainSnapshotProcedures } from './procedures/domain-snapshot.js';
import { domainTuningProcedures } from './procedures/domain-tuning.js';
import { interfaceProcedures } from './procedures/interface.js';
import { keepaliveEvents } from './procedures/keepalive.js';
import { lxcProcedures } from './procedures/lxc.js';
import { networkEvents, networkProcedures } from './procedures/network.js';
import { nodeProcedures } from './procedures/node.js';
import { nodeDeviceEvents, nodeDeviceProcedures } from './procedures/node-device.js';
import { nwfilterProcedures } from './procedures/nwfilter.js';
import { qemuEvents, qemuProcedures } from './procedures/qemu.js';
import { secretEvents, secretProcedures } from './procedures/secret.js';
import { storagePoolEvents, storagePoolProcedures } from './procedures/storage-pool.js';
import { storageVolProcedures } from './procedures/storage-vol.js';
import { virtkitEvents, virtkitProcedures } from './procedures/virtkit.js';
import type { Program } from './table/program.js';

const remoteProcedures = {
  ...authProcedures,
  ...connectProcedures,
  ...domainProcedures,
  ...domainBlockProcedures,
  ...domainCheckpointProcedures,
  ...domainDeviceProcedures,
  ...domainEventProcedures,
  ...domainGuestProcedures,
  ...domainMigrateProcedures,
  ...domainSaveProcedures,
  ...domainSnapshotProcedures,
  ...domainTuningProcedures,
  ...interfaceProcedures,
  ...networkProcedures,
  ...nodeProcedures,
  ...nodeDeviceProcedures,
  ...nwfilterProcedures,
  ...secretProcedures,
  ...storagePoolProcedures,
  ...storageVolProcedures,
};

const remoteEvents = {
  ...connectEvents,
  ...domainEvents,
  ...networkEvents,
  ...nodeDeviceEvents,
  ...secretEvents,
  ...storagePoolEvents,
};

/** libvirt's public API, every procedure and event of libvirt 11.3. */
export const remoteProgram: Program<typeof remoteProcedures, typeof remoteEvents> = {
  number: 0x2000_8086,
  version: 1,
  procedures: remoteProcedures,
  events: remoteEvents,
};

/** What libvirt offers for QEMU alone. */
export const qemuProgram: Program<typeof qemuProcedures, typeof qemuEvents> = {
  number: 0x2000_8087,
  version: 1,
  procedures: qemuProcedures,
  events: qemuEvents,
};

/** What libvirt offers for LXC alone. */
export const lxcProgram: Program<typeof lxcProcedures, Record<never, never>> = {
  number: 0x0006_8000,
  version: 1,
  procedures: lxcProcedures,
  events: {},
};

/** Signs of life, which either side may ask for once the other said that it knows them (feature 10). */
export const keepaliveProgram: Program<Record<never, never>, typeof keepaliveEvents> = {
  number: 0x6b65_6570,
  version: 1,
  procedures: {},
  events: keepaliveEvents,
};

/** What virtkit's two sides tell each other beside libvirt's words; a libvirt client never uses it. */
export const virtkitProgram: Program<typeof virtkitProcedures, typeof virtkitEvents> = {
  number: 0x2076_6b74,
  version: 1,
  procedures: virtkitProcedures,
  events: virtkitEvents,
};
