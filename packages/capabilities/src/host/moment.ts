/** What changes from one start of a domain to the next, drawn beforehand so that building stays pure. */
export interface HostMoment {
  /** Seconds since 1970, UTC. */
  nowUtcSeconds: number;
  /** Minutes that local time is ahead of UTC. */
  utcOffsetMinutes: number;
  /** UUID for a definition that has none. */
  uuid: string;
  /** Last three octets of generated MAC addresses, each `xx:xx:xx`, used in turn. */
  macSuffixes: string[];
  /** Key that protects secrets on the monitor: 32 bytes, base64. */
  masterKey: string;
  /** Initialization vector of an encrypted secret: 16 bytes, base64. */
  initializationVector: string;
}

/** Numbers that were allocated for automatic choices. */
export interface HostAllocations {
  /** TCP ports for graphics. */
  vncPort?: number;
  spicePort?: number;
  spiceTlsPort?: number;
  rdpPort?: number;
  /** Context identifier of an automatic vsock. */
  vsockCid?: number;
}
