import { terminatedText } from '../xdr/char-text.js';
import { array, optional, struct } from '../xdr/composites.js';
import { bool, chars, hyper, int, opaque, string, uhyper, uint } from '../xdr/scalars.js';
import { type TypedParameters, typedParameters } from '../xdr/typed-parameters.js';
import type { XdrType } from '../xdr/xdr-type.js';
import { type DomainReference, domain } from './objects.js';

/** CPUs of the host, one bit each, lowest first. */
export const cpuMap = opaque(2048);

/** What one side of a migration tells the other; only drivers read it. */
export const cookie = opaque(4_194_304);

/** What SASL's two sides say to each other; nothing is not the same as an empty word. */
export const saslData: XdrType<Uint8Array | undefined> = {
  write(writer, value) {
    int.write(writer, value === undefined ? 1 : 0);
    chars(65_536).write(writer, value ?? new Uint8Array(0));
  },
  read(reader) {
    const isNil = int.read(reader) !== 0;
    const data = chars(65_536).read(reader);
    return isNil ? undefined : data;
  },
};

/** One vCPU of an active domain (virVcpuInfo). */
export interface VcpuInfo {
  number: number;
  /** virVcpuState. */
  state: number;
  /** Nanoseconds. */
  cpuTime: bigint;
  /** The host CPU it runs on; -1 or less when that isn't known. */
  cpu: number;
}
export const vcpuInfo: XdrType<VcpuInfo> = struct({ number: uint, state: int, cpuTime: uhyper, cpu: int });

/** A disk that met an error (virDomainDiskError). */
export interface DiskError {
  /** The target, as `vda`. */
  disk: string;
  /** virDomainDiskErrorCode. */
  error: number;
}
export const diskError: XdrType<DiskError> = struct({ disk: string, error: int });

/** One figure of a domain's memory (virDomainMemoryStatStruct). */
export interface MemoryStat {
  /** virDomainMemoryStatTags. */
  tag: number;
  value: bigint;
}
export const memoryStat: XdrType<MemoryStat> = struct({ tag: int, value: uhyper });

/** One I/O thread of a domain (virDomainIOThreadInfo). */
export interface IOThreadInfo {
  iothreadId: number;
  /** One bit a host CPU, lowest first. */
  cpuMap: Uint8Array;
}
export const iothreadInfo: XdrType<IOThreadInfo> = struct({ iothreadId: uint, cpuMap });

/** One end of a graphics connection (virDomainEventGraphicsAddress). */
export interface GraphicsAddress {
  /** virDomainEventGraphicsAddressType. */
  family: number;
  node: string;
  service: string;
}
export const graphicsAddress: XdrType<GraphicsAddress> = struct({ family: int, node: string, service: string });

/** Who connected to a domain's graphics (virDomainEventGraphicsSubjectIdentity). */
export interface GraphicsIdentity {
  type: string;
  name: string;
}
export const graphicsIdentity: XdrType<GraphicsIdentity> = struct({ type: string, name: string });

/** An address that a network's DHCP server lent (virNetworkDHCPLease). */
export interface DhcpLease {
  iface: string;
  /** Seconds since 1970. */
  expiryTime: bigint;
  /** virIPAddrType. */
  type: number;
  mac?: string | undefined;
  iaid?: string | undefined;
  ipAddress: string;
  prefix: number;
  hostname?: string | undefined;
  clientId?: string | undefined;
}
export const dhcpLease: XdrType<DhcpLease> = struct({
  iface: string,
  expiryTime: hyper,
  type: int,
  mac: optional(string),
  iaid: optional(string),
  ipAddress: string,
  prefix: uint,
  hostname: optional(string),
  clientId: optional(string),
});

/** A domain's statistics (virDomainStatsRecord). */
export interface DomainStatsRecord {
  domain: DomainReference;
  parameters: TypedParameters;
}
export const domainStatsRecord: XdrType<DomainStatsRecord> = struct({ domain, parameters: typedParameters(262_144) });

/** A file system as the guest agent tells (virDomainFSInfo). */
export interface FilesystemInfo {
  mountPoint: string;
  name: string;
  filesystemType: string;
  deviceAliases: string[];
}
export const filesystemInfo: XdrType<FilesystemInfo> = struct({
  mountPoint: string,
  name: string,
  filesystemType: string,
  deviceAliases: array(string, 256),
});

/** An address of a guest's interface (virDomainIPAddress). */
export interface DomainInterfaceAddress {
  /** virIPAddrType. */
  type: number;
  address: string;
  prefix: number;
}
const domainInterfaceAddress: XdrType<DomainInterfaceAddress> = struct({
  type: int,
  address: string,
  prefix: uint,
});

/** A guest's interface and its addresses (virDomainInterface). */
export interface DomainInterface {
  name: string;
  hardwareAddress?: string | undefined;
  addresses: DomainInterfaceAddress[];
}
export const domainInterface: XdrType<DomainInterface> = struct({
  name: string,
  hardwareAddress: optional(string),
  addresses: array(domainInterfaceAddress, 2048),
});

/** A security label of a domain (virSecurityLabel). */
export interface SecurityLabel {
  label: string;
  enforcing: boolean;
}
export const securityLabel: XdrType<SecurityLabel> = struct({ label: terminatedText(4097), enforcing: bool });
