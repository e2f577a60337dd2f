/** Where the driver keeps files. Paths of one domain lie below, in a directory `ID-SHORTNAME`. */
export interface HostDirectories {
  /** Parent of `domain-ID-SHORTNAME`, with the monitor's socket and the master key: `/var/lib/libvirt/qemu`. */
  lib: string;
  /** Parent of the sockets of channels: `/run/libvirt/qemu/channel`. */
  channelTarget: string;
  /** Memory backed by files: `/var/lib/libvirt/qemu/ram`. */
  memoryBacking: string;
  /** Variable stores of firmware: `/var/lib/libvirt/qemu/nvram`. */
  nvram: string;
  /** Run-time state of the driver: `/run/libvirt/qemu`. */
  state: string;
  passtState: string;
  dbusState: string;
  rdpState: string;
  slirpState?: string;
  swtpmState?: string;
  /** Persistent state of emulated TPMs: `/var/lib/libvirt/swtpm`. */
  swtpmStorage?: string;
  /** Logs of emulators: `/var/log/libvirt/qemu`. */
  log?: string;
  /** Saved images: `/var/lib/libvirt/qemu/save`. */
  save?: string;
  /** Certificates by use, the defaults already chosen. */
  tls: Partial<Record<TlsUse, string>>;
  sasl: { vnc?: string; spice?: string };
}

/** What a directory of certificates is for. */
export type TlsUse = 'vnc' | 'spice' | 'rdp' | 'chardev' | 'vxhs' | 'nbd' | 'migrate' | 'backup';
