import { child, children, element, string, variant } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { embeddedChardevSource } from '../chardev-source.js';
import { unsupported } from '../words.js';

const after = { alias: child(alias), address: child(deviceAddress) };

/** A smart card: the host's, certificates of the host's, or one behind a character device. */
export const smartcard = element(
  'smartcard',
  variant('mode', {
    host: after,
    'host-certificates': {
      certificates: children(string, { name: 'certificate' }),
      database: child(string),
      ...after,
    },
    passthrough: {
      ...embeddedChardevSource(unsupported('unknown type presented to host for character device: %s')),
      ...after,
    },
  }),
  { about: "A smart card: the host's, certificates of the host's, or one behind a character device." },
);
