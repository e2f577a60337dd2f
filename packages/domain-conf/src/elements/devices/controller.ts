import {
  attribute,
  child,
  element,
  type Fields,
  hex,
  int,
  integerBetween,
  oneOf,
  onOff,
  record,
  required,
  scaled,
  text,
  uint,
  uint64,
  variant,
  within,
} from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { virtioOptions } from '../virtio-options.js';
import { unsupported, virtioModel } from '../words.js';

/** How the hypervisor serves a controller. */
export const controllerDriver = element(
  'driver',
  {
    queues: attribute(uint),
    cmdPerLun: attribute(uint, { name: 'cmd_per_lun' }),
    maxSectors: attribute(uint, { name: 'max_sectors' }),
    ioeventfd: attribute(onOff),
    iothread: attribute(uint),
    ...virtioOptions,
  },
  { about: 'How the hypervisor serves the controller.' },
);

const index = attribute(integerBetween(0, 0x7fff_ffff));

const after = {
  driver: child(controllerDriver),
  alias: child(alias),
  address: child(deviceAddress),
} satisfies Fields;

const plain = { index, ...after } satisfies Fields;

const byte = integerBetween(0, 255, { inAnyBase: true });

/** What the guest sees of a PCI controller. */
export const pciControllerTarget = element('target', {
  chassisNr: attribute(byte),
  chassis: attribute(byte),
  port: attribute(hex(1)),
  busNr: attribute(byte),
  index: attribute(int),
  hotplug: attribute(onOff),
  memReserve: attribute(uint64),
  node: child(uint),
});

const pciModel = oneOf(
  'pci-root',
  'pcie-root',
  'pci-bridge',
  'dmi-to-pci-bridge',
  'pcie-to-pci-bridge',
  'pcie-root-port',
  'pcie-switch-upstream-port',
  'pcie-switch-downstream-port',
  'pci-expander-bus',
  'pcie-expander-bus',
);

const pciModelName = oneOf(
  'none',
  'pci-bridge',
  'i82801b11-bridge',
  'ioh3420',
  'x3130-upstream',
  'xio3130-downstream',
  'pxb',
  'pxb-pcie',
  'pcie-root-port',
  'spapr-pci-host-bridge',
  'pcie-pci-bridge',
);

const scsiModel = oneOf(
  'auto',
  'buslogic',
  'lsilogic',
  'lsisas1068',
  'vmpvscsi',
  'ibmvscsi',
  'virtio-scsi',
  'lsisas1078',
  'virtio-transitional',
  'virtio-non-transitional',
  'ncr53c90',
  'dc390',
  'am53c974',
);

const usbModel = oneOf(
  'none',
  'piix3-uhci',
  'piix4-uhci',
  'ehci',
  'ich9-ehci1',
  'ich9-uhci1',
  'ich9-uhci2',
  'ich9-uhci3',
  'vt82c686b-uhci',
  'pci-ohci',
  'nec-xhci',
  'qusb1',
  'qusb2',
  'qemu-xhci',
);

const unknownModel = { invalid: unsupported("Unknown model type '%s'") };

/** A controller: a bus, and what drives it. */
export const controller = element(
  'controller',
  variant(
    'type',
    {
      ide: { index, model: attribute(oneOf('piix3', 'piix4', 'ich6'), unknownModel), ...after },
      fdc: plain,
      scsi: { index, model: attribute(scsiModel, unknownModel), ...after },
      sata: plain,
      'virtio-serial': {
        index,
        model: attribute(virtioModel, unknownModel),
        ports: attribute(uint),
        vectors: attribute(uint),
        ...after,
      },
      ccid: plain,
      usb: {
        index,
        model: attribute(usbModel, unknownModel),
        ports: attribute(uint),
        driver: child(controllerDriver),
        alias: child(alias),
        master: child(record({ startport: attribute(uint, required) })),
        address: child(deviceAddress),
      },
      pci: {
        index,
        model: attribute(pciModel, unknownModel),
        ...within('model', { modelName: attribute(pciModelName, { name: 'name' }) }),
        target: child(pciControllerTarget),
        ...within('pcihole64', { pcihole64KiB: text(scaled('KiB')) }),
        ...after,
      },
      xenbus: { index, maxGrantFrames: attribute(uint), maxEventChannels: attribute(uint), ...after },
      isa: plain,
      nvme: plain,
    },
    { default: 'ide' },
  ),
  { about: 'A controller: a bus, and what drives it.' },
);
