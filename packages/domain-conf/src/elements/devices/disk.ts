import {
  attribute,
  child,
  children,
  element,
  type Fields,
  flag,
  oneOf,
  onOff,
  record,
  required,
  string,
  uint,
  variant,
  within,
  yesNo,
} from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { deviceAcpi, deviceBoot } from '../boot.js';
import { ioLimits } from '../iotune.js';
import {
  backingStore,
  diskMirror,
  metadataCache,
  storageAuth,
  storageCases,
  storageEncryption,
} from '../storage-source.js';
import { virtioOptions } from '../virtio-options.js';
import { storageFormat, unsupported, virtioModel } from '../words.js';

/** A thread for I/O and the queues that it serves. */
export const diskIothread = element('iothread', {
  id: attribute(uint, required),
  queues: children(element('queue', { id: attribute(uint, required) })),
});

/** How the hypervisor serves a disk. */
export const diskDriver = element(
  'driver',
  {
    name: attribute(string),
    type: attribute(storageFormat, { invalid: unsupported("unknown driver format value '%s'") }),
    cache: attribute(oneOf('default', 'none', 'writethrough', 'writeback', 'directsync', 'unsafe')),
    errorPolicy: attribute(oneOf('stop', 'report', 'ignore', 'enospace'), { name: 'error_policy' }),
    rerrorPolicy: attribute(oneOf('stop', 'report', 'ignore'), { name: 'rerror_policy' }),
    io: attribute(oneOf('native', 'threads', 'io_uring')),
    ioeventfd: attribute(onOff),
    eventIdx: attribute(onOff, { name: 'event_idx' }),
    copyOnRead: attribute(onOff, { name: 'copy_on_read' }),
    discard: attribute(oneOf('unmap', 'ignore')),
    iothread: attribute(uint),
    detectZeroes: attribute(oneOf('off', 'on', 'unmap'), { name: 'detect_zeroes' }),
    discardNoUnref: attribute(onOff, { name: 'discard_no_unref' }),
    queues: attribute(uint),
    queueSize: attribute(uint, { name: 'queue_size' }),
    ...virtioOptions,
    ...within('iothreads', { iothreads: children(diskIothread) }),
    metadataCache: child(metadataCache),
  },
  { about: 'How the hypervisor serves the disk.' },
);

/** Limits on a disk's traffic. */
export const diskIotune = element('iotune', ioLimits, { about: "Limits on the disk's traffic." });

const before = {
  device: attribute(oneOf('disk', 'cdrom', 'floppy', 'lun')),
  model: attribute(virtioModel),
  rawio: attribute(yesNo),
  sgio: attribute(oneOf('filtered', 'unfiltered')),
  snapshot: attribute(oneOf('no', 'internal', 'external', 'manual')),
  driver: child(diskDriver),
  auth: child(storageAuth),
} satisfies Fields;

const after = {
  backingStore: child(backingStore),
  backenddomain: child(record({ name: attribute(string) })),
  geometry: child(
    record({
      cyls: attribute(uint, required),
      heads: attribute(uint, required),
      secs: attribute(uint, required),
      trans: attribute(oneOf('none', 'auto', 'lba')),
    }),
  ),
  blockio: child(
    record({
      logicalBlockSize: attribute(uint, { name: 'logical_block_size' }),
      physicalBlockSize: attribute(uint, { name: 'physical_block_size' }),
      discardGranularity: attribute(uint, { name: 'discard_granularity' }),
    }),
  ),
  mirror: child(diskMirror, { when: 'active' }),
  target: child(
    record({
      dev: attribute(string),
      bus: attribute(oneOf('ide', 'fdc', 'scsi', 'virtio', 'xen', 'usb', 'uml', 'sata', 'sd', 'nvme')),
      tray: attribute(oneOf('closed', 'open')),
      rotationRate: attribute(uint, { name: 'rotation_rate' }),
      removable: attribute(onOff),
      dpofua: attribute(onOff),
    }),
  ),
  iotune: child(diskIotune),
  ...within('throttlefilters', {
    throttlefilters: children(
      element('throttlefilter', { group: attribute(string, required), index: attribute(uint, { when: 'active' }) }),
    ),
  }),
  readonly: child(flag),
  shareable: child(flag),
  transient: child(record({ shareBacking: attribute(yesNo) })),
  serial: child(string),
  wwn: child(string),
  vendor: child(string),
  product: child(string),
  encryption: child(storageEncryption),
  boot: child(deviceBoot),
  acpi: child(deviceAcpi),
  alias: child(alias),
  address: child(deviceAddress),
} satisfies Fields;

/** A disk, CD-ROM, floppy or LUN. */
export const disk = element('disk', variant('type', storageCases(before, after), { default: 'file' }), {
  about: 'A disk, CD-ROM, floppy or LUN, by the kind of storage behind it.',
});
