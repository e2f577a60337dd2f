export { formatHostInterface, type HostInterfaceDefinition, parseHostInterface } from './host-interface.js';
export {
  type DhcpHost,
  type DhcpRange,
  type DnsHost,
  type DnsSrv,
  type DnsTxt,
  type ForwardInterface,
  formatNetwork,
  type NetworkDefinition,
  type Portgroup,
  parseDhcpHost,
  parseDhcpRange,
  parseDnsHost,
  parseDnsSrv,
  parseDnsTxt,
  parseForwardInterface,
  parseNetwork,
  parsePortgroup,
} from './network.js';
export {
  formatNetworkFilter,
  formatNetworkFilterBinding,
  type NetworkFilterBindingDefinition,
  type NetworkFilterDefinition,
  parseNetworkFilter,
  parseNetworkFilterBinding,
} from './network-filter/network-filter.js';
export { formatNetworkPort, type NetworkPortDefinition, parseNetworkPort } from './network-port.js';
export { formatNodeDevice, type NodeDeviceDefinition, parseNodeDevice } from './node-device.js';
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
  STORAGE_POOL_TYPES,
  type StoragePoolDefinition,
  type StorageVolumeDefinition,
} from './storage.js';
