export { formatHostInterface, type HostInterfaceDefinition, parseHostInterface } from './interface.js';
export { formatNetwork, type NetworkDefinition, parseNetwork } from './network.js';
export { formatSecret, parseSecret, type SecretDefinition } from './secret.js';
export {
  type DomainBackupDefinition,
  type DomainCheckpointDefinition,
  type DomainSnapshotDefinition,
  formatDomainBackup,
  formatDomainCheckpoint,
  formatDomainSnapshot,
  parseDomainBackup,
  parseDomainCheckpoint,
  parseDomainSnapshot,
} from './snapshot.js';
export {
  formatStoragePool,
  formatStorageVolume,
  parseStoragePool,
  parseStorageVolume,
  type StoragePoolDefinition,
  type StorageVolumeDefinition,
} from './storage.js';
