import type { Detection } from '../flags/flag.js';
import { type CapabilityFlag, flags } from '../flags/flags.js';

/** Device and object types whose properties are asked for only when the emulator has the flag. Others always are. */
export const askedOnlyWith: Readonly<Record<string, CapabilityFlag>> = {
  'virtio-net-pci': 'virtio-net',
  'virtio-scsi-pci': 'virtio-scsi-pci',
  'virtio-blk-ccw': 'virtio-ccw',
  'virtio-net-ccw': 'virtio-net',
  'virtio-scsi-ccw': 'virtio-scsi-pci',
  'usb-redir': 'usb-redir',
  VGA: 'VGA',
  'vmware-svga': 'vmware-svga',
  qxl: 'qxl',
  'virtio-gpu-pci': 'virtio-gpu',
  'virtio-gpu-device': 'virtio-gpu',
  'virtio-gpu-ccw': 'virtio-gpu-ccw',
  'intel-iommu': 'intel-iommu',
  'spapr-pci-host-bridge': 'spapr-pci-host-bridge',
  mch: 'mch',
  nvdimm: 'nvdimm',
  'pcie-root-port': 'pcie-root-port',
  'vhost-user-fs-device': 'vhost-user-fs',
  'virtio-mem-pci': 'virtio-mem-pci',
  'virtio-iommu-pci': 'virtio-iommu-pci',
  'memory-backend-memfd': 'memory-backend-memfd',
  'max-x86_64-cpu': 'x86-max-cpu',
  'max-arm-cpu': 'arm-max-cpu',
};

const detections: readonly Detection[] = flags.flatMap((flag) => flag.detectedBy);

const typesAskedBy = (by: 'device-property' | 'object-property') => [
  ...new Set(detections.flatMap((detection) => (detection.by === by ? detection.type : []))),
];

/** Device types with a property that a flag depends on. */
export const askedDevices: readonly string[] = typesAskedBy('device-property');

/** Object types with a property that a flag depends on. */
export const askedObjects: readonly string[] = typesAskedBy('object-property');

/** Machine types with a property that a flag depends on; `generic-pc` is the abstract class of all PCs. */
export const askedMachines: readonly string[] = [
  ...new Set(detections.flatMap((detection) => (detection.by === 'machine-property' ? detection.machine : []))),
];
