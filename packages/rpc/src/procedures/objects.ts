import { struct } from '../xdr/composites.js';
import { int, string } from '../xdr/scalars.js';
import { uuid } from '../xdr/uuid.js';
import type { XdrType } from '../xdr/xdr-type.js';

/** What names a domain on the wire. */
export interface DomainReference {
  name: string;
  /** Canonical text. */
  uuid: string;
  /** Positive while the domain is active, else -1. */
  id: number;
}
export const domain: XdrType<DomainReference> = struct({ name: string, uuid, id: int });

/** What names a network on the wire. */
export interface NetworkReference {
  name: string;
  uuid: string;
}
export const network: XdrType<NetworkReference> = struct({ name: string, uuid });

/** What names a port of a network on the wire. */
export interface NetworkPortReference {
  network: NetworkReference;
  uuid: string;
}
export const networkPort: XdrType<NetworkPortReference> = struct({ network, uuid });

/** What names a network filter on the wire. */
export interface NWFilterReference {
  name: string;
  uuid: string;
}
export const nwfilter: XdrType<NWFilterReference> = struct({ name: string, uuid });

/** What names the binding of a network filter to a port on the wire. */
export interface NWFilterBindingReference {
  /** The host's network device. */
  portDevice: string;
  filterName: string;
}
export const nwfilterBinding: XdrType<NWFilterBindingReference> = struct({ portDevice: string, filterName: string });

/** What names one of the host's network interfaces on the wire. */
export interface InterfaceReference {
  name: string;
  mac: string;
}
export const iface: XdrType<InterfaceReference> = struct({ name: string, mac: string });

/** What names a storage pool on the wire. */
export interface StoragePoolReference {
  name: string;
  uuid: string;
}
export const storagePool: XdrType<StoragePoolReference> = struct({ name: string, uuid });

/** What names a storage volume on the wire. */
export interface StorageVolReference {
  /** The pool's name. */
  pool: string;
  name: string;
  key: string;
}
export const storageVol: XdrType<StorageVolReference> = struct({ pool: string, name: string, key: string });

/** What names a device of the node on the wire. */
export interface NodeDeviceReference {
  name: string;
}
export const nodeDevice: XdrType<NodeDeviceReference> = struct({ name: string });

/** What names a secret on the wire. */
export interface SecretReference {
  uuid: string;
  /** virSecretUsageType. */
  usageType: number;
  usageId: string;
}
export const secret: XdrType<SecretReference> = struct({ uuid, usageType: int, usageId: string });

/** What names a snapshot on the wire. */
export interface DomainSnapshotReference {
  name: string;
  domain: DomainReference;
}
export const domainSnapshot: XdrType<DomainSnapshotReference> = struct({ name: string, domain });

/** What names a checkpoint on the wire. */
export interface DomainCheckpointReference {
  name: string;
  domain: DomainReference;
}
export const domainCheckpoint: XdrType<DomainCheckpointReference> = struct({ name: string, domain });
