import {
  attribute,
  child,
  element,
  type Fields,
  hex,
  hex64,
  onOff,
  pattern,
  required,
  string,
  uint,
  uint64,
  variant,
} from '@virtkit/xml';

/** The identifiers of a PCI device on s390x. */
export const zpci = element(
  'zpci',
  { uid: attribute(hex(4)), fid: attribute(hex(8)) },
  { about: 'The identifiers of a PCI device on s390x.' },
);

const pci = {
  domain: attribute(hex(4)),
  bus: attribute(hex(2)),
  slot: attribute(hex(2)),
  function: attribute(hex(1)),
  multifunction: attribute(onOff),
  zpci: child(zpci),
} satisfies Fields;

const usbPort = pattern(/^\d+(\.\d+)*$/, 'Expected a port, such as 1 or 1.2');

const ccw = { cssid: attribute(hex(1)), ssid: attribute(hex(1)), devno: attribute(hex(4)) } satisfies Fields;

const drive = {
  controller: attribute(uint),
  bus: attribute(uint),
  target: attribute(uint),
  unit: attribute(uint64),
} satisfies Fields;

/** Where on which bus a device sits. */
export const deviceAddress = element(
  'address',
  variant('type', {
    pci,
    drive,
    'virtio-serial': { controller: attribute(uint), bus: attribute(uint), port: attribute(uint) },
    ccid: { controller: attribute(uint), slot: attribute(uint) },
    usb: { bus: attribute(uint), port: attribute(usbPort) },
    'spapr-vio': { reg: attribute(hex64(8)) },
    'virtio-s390': {},
    ccw,
    'virtio-mmio': {},
    isa: { iobase: attribute(hex(1)), irq: attribute(hex(1)) },
    dimm: { slot: attribute(uint), base: attribute(hex64(1)) },
    unassigned: {},
    mdev: { uuid: attribute(string, required) },
  }),
  { about: 'Where on which bus the device sits; what is missing, completion chooses.' },
);

/** The address of a PCI device of the host. */
export const pciAddress = element('address', pci, { about: "A PCI device of the host's." });
