/** Devices of the host that a definition may refer to. */
export interface HostDevices {
  pci: HostPciDevice[];
  /** SCSI devices and their generic nodes: `{ address: '0:0:0:0', generic: 'sg0' }`. */
  scsi: { address: string; generic: string }[];
  /** `/dev/vfio/vfio` is there. */
  vfio: boolean;
  /** `/dev/vhost-net` is there. */
  vhostNet?: boolean;
  /** Render node that graphics use when told none: `/dev/dri/renderD128`. */
  renderNode?: string;
  /** Path to cancel a command of the host's TPM. */
  tpmCancelPath?: string;
  /** Block devices that are CD-ROM drives. */
  cdroms?: string[];
}

/** A PCI device of the host. */
export interface HostPciDevice {
  /** `0000:00:1f.2` */
  address: string;
  /** Hexadecimal without 0x: `8086`. */
  vendor: string;
  product: string;
  /** Hexadecimal class: `010802`. */
  class?: string;
  iommuGroup?: number;
  /** Driver of the host that holds it: `vfio-pci`, `nvme`. */
  driver?: string;
  /** Address of the physical function, where it is a virtual one. */
  physicalFunction?: string;
}
