/** Settings of the driver: `qemu.conf`, under libvirt's names in camel case. What isn't set has the documented default. */
export interface DriverSettings {
  vncListen?: string;
  vncPassword?: string;
  vncTLS?: boolean;
  vncTLSx509verify?: boolean;
  vncTLSx509secretUUID?: string;
  vncSASL?: boolean;
  vncAutoUnixSocket?: boolean;
  vncAllowHostAudio?: boolean;
  nogfxAllowHostAudio?: boolean;
  spiceListen?: string;
  spicePassword?: string;
  spiceTLS?: boolean;
  spiceSASL?: boolean;
  spiceAutoUnixSocket?: boolean;
  rdpListen?: string;
  chardevTLS?: boolean;
  chardevTLSx509verify?: boolean;
  chardevTLSx509secretUUID?: string;
  vxhsTLS?: boolean;
  vxhsTLSx509secretUUID?: string;
  nbdTLS?: boolean;
  nbdTLSx509secretUUID?: string;
  /** Core dumps of an emulator hold the guest's memory. */
  dumpGuestCore?: boolean;
  storageUseNbdkit?: boolean;
  /** -1: QEMU decides; 0 off; 1 on. */
  seccompSandbox?: -1 | 0 | 1;
  logTimestamp?: boolean;
  /** 0 to 9. */
  glusterDebugLevel?: number;
  /** Output of emulators goes through the log daemon rather than straight into a file. */
  stdioLogD?: boolean;
  deprecationBehavior?: 'none' | 'omit' | 'reject' | 'crash';
  dynamicOwnership?: boolean;
  maxCore?: 'unlimited' | number;
}
