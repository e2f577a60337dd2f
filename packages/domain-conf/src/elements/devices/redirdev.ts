import {
  attribute,
  type Codec,
  child,
  children,
  element,
  hex,
  oneOf,
  pattern,
  required,
  variant,
  yesNo,
} from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { deviceBoot } from '../boot.js';
import { chardevSources } from '../chardev-source.js';
import { unsupported } from '../words.js';

const bus = attribute(oneOf('usb'), { ...required, invalid: unsupported("unknown redirdev bus '%s'") });
const after = { boot: child(deviceBoot), alias: child(alias), address: child(deviceAddress) };

/** A USB device of the client's, brought over the network. */
export const redirdev = element(
  'redirdev',
  variant(
    'type',
    {
      spicevmc: { bus, ...chardevSources.spicevmc, ...after },
      tcp: { bus, ...chardevSources.tcp, ...after },
      unix: { bus, ...chardevSources.unix, ...after },
      pty: { bus, ...chardevSources.pty, ...after },
      dev: { bus, ...chardevSources.dev, ...after },
      file: { bus, ...chardevSources.file, ...after },
      pipe: { bus, ...chardevSources.pipe, ...after },
      udp: { bus, ...chardevSources.udp, ...after },
      null: { bus, ...chardevSources.null, ...after },
      stdio: { bus, ...chardevSources.stdio, ...after },
      vc: { bus, ...chardevSources.vc, ...after },
      spiceport: { bus, ...chardevSources.spiceport, ...after },
      nmdm: { bus, ...chardevSources.nmdm, ...after },
      dbus: { bus, ...chardevSources.dbus, ...after },
    },
    {
      after: ['bus'],
      missing: { code: 'INTERNAL_ERROR', message: 'missing type in redirdev' },
      invalid: unsupported("unknown redirdev character device type '%s'"),
    },
  ),
  { about: "A USB device of the client's, brought over the network." },
);

/** A number in upper case hexadecimal digits; -1, in documents and here, is any. */
const upperHex = (digits: number): Codec<number> => {
  const maximum = 16 ** digits - 1;
  const plain = hex(digits, maximum);
  return {
    ...plain,
    parse: (text) => (text === '-1' ? -1 : plain.parse(text)),
    format: (value) => (value === -1 ? '-1' : `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`),
    accepts: (value) => value === -1 || plain.accepts(value),
    schema: { type: 'integer', minimum: -1, maximum },
  };
};

const version = pattern(/^(-1|\d{1,2}\.\d{1,2})$/, 'Expected a version, such as 2.10');

/** Which USB devices may be brought. */
export const redirfilter = element(
  'redirfilter',
  {
    usbdevs: children(
      element('usbdev', {
        class: attribute(upperHex(2)),
        vendor: attribute(upperHex(4)),
        product: attribute(upperHex(4)),
        version: attribute(version, { invalid: unsupported('Cannot parse USB device version %s', 'XML_ERROR') }),
        allow: attribute(yesNo, required),
      }),
    ),
  },
  { about: 'Which USB devices may be brought.' },
);
