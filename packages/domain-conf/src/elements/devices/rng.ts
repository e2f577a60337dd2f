import { attribute, child, element, record, required, string, text, uint, variant } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { embeddedChardevSource } from '../chardev-source.js';
import { virtioDriver } from '../virtio-options.js';
import { virtioModel } from '../words.js';

/** Where random numbers come from. */
export const rngBackend = element(
  'backend',
  variant('model', {
    random: { path: text(string) },
    egd: embeddedChardevSource,
    builtin: {},
  }),
  { about: 'Where the random numbers come from; a path for random.' },
);

/** A source of random numbers. */
export const rng = element(
  'rng',
  {
    model: attribute(virtioModel, required),
    rate: child(record({ bytes: attribute(uint, required), period: attribute(uint) })),
    backend: child(rngBackend),
    driver: child(virtioDriver),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A source of random numbers.' },
);
