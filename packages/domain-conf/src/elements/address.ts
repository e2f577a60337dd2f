import {
  attribute,
  child,
  element,
  type Fields,
  hex,
  hex64,
  type Invalid,
  onOff,
  pattern,
  required,
  string,
  uint,
  uintInAnyBase,
  variant,
} from '@virtkit/xml';
import { unsupported } from './words.js';

/** The identifiers of a PCI device on s390x. */
export const zpci = element(
  'zpci',
  { uid: attribute(hex(4)), fid: attribute(hex(8)) },
  { about: 'The identifiers of a PCI device on s390x.' },
);

function pciPart(name: string, digits: number, maximum: number) {
  const invalid = (text: string): Invalid => {
    const value = uintInAnyBase.parse(text);
    const most = `0x${maximum.toString(16).toUpperCase()}`;
    const message =
      value === undefined
        ? `Invalid value for attribute '${name}' in element 'address': '${text}'. Expected non-negative integer value`
        : `Invalid PCI address ${name}='0x${value.toString(16)}', must be <= ${most}`;
    return { code: 'XML_ERROR', message };
  };
  return attribute(hex(digits, maximum), { invalid });
}

/** The parts of a PCI address. */
export const pci = {
  domain: pciPart('domain', 4, 0xffff_ffff),
  bus: pciPart('bus', 2, 0xff),
  slot: pciPart('slot', 2, 0x1f),
  function: pciPart('function', 1, 7),
  multifunction: attribute(onOff),
  zpci: child(zpci),
} satisfies Fields;

const usbPort = pattern(/^\d+(\.\d+){0,3}$/, 'Expected up to four numbers, such as 1 or 1.2');

const ccw = { cssid: attribute(hex(1)), ssid: attribute(hex(1)), devno: attribute(hex(4)) } satisfies Fields;

const drive = {
  controller: attribute(uint),
  bus: attribute(uint),
  target: attribute(uint),
  unit: attribute(uint),
} satisfies Fields;

/** Where on which bus a device sits. */
export const deviceAddress = element(
  'address',
  variant(
    'type',
    {
      pci,
      drive,
      'virtio-serial': { controller: attribute(uint), bus: attribute(uint), port: attribute(uint) },
      ccid: { controller: attribute(uint), slot: attribute(uint) },
      usb: {
        bus: attribute(uint),
        port: attribute(usbPort, { invalid: unsupported("Cannot parse <address> 'port' attribute", 'INTERNAL_ERROR') }),
      },
      'spapr-vio': { reg: attribute(hex64(8)) },
      'virtio-s390': {},
      ccw,
      'virtio-mmio': {},
      isa: { iobase: attribute(hex(1)), irq: attribute(hex(1)) },
      dimm: { slot: attribute(uint), base: attribute(hex64(1)) },
      unassigned: {},
      mdev: { uuid: attribute(string, required) },
    },
    {
      invalid: unsupported("unknown address type '%s'"),
      missing: { code: 'INTERNAL_ERROR', message: 'No type specified for device address' },
    },
  ),
  { about: 'Where on which bus the device sits; what is missing, completion chooses.' },
);

/** The address of a PCI device of the host. */
export const pciAddress = element('address', pci, { about: "A PCI device of the host's." });
