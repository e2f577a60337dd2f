import { attribute, child, element, record, required, string, text, uint, variant } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { embeddedChardevSource } from '../chardev-source.js';
import { virtioDriver } from '../virtio-options.js';
import { unsupported, virtioModel } from '../words.js';

/** Where random numbers come from. */
export const rngBackend = element(
  'backend',
  variant(
    'model',
    {
      random: { path: text(string) },
      egd: embeddedChardevSource(unsupported("unknown backend type '%s' for egd")),
      builtin: {},
    },
    {
      missing: { code: 'XML_ERROR', message: 'missing RNG device backend model' },
      invalid: unsupported("unknown RNG backend model '%s'"),
    },
  ),
  { about: 'Where the random numbers come from; a path for random.' },
);

/** A source of random numbers. */
export const rng = element(
  'rng',
  {
    model: attribute(virtioModel, {
      required: true,
      missing: { code: 'XML_ERROR', message: 'missing RNG device model' },
      invalid: unsupported("unknown RNG model '%s'"),
    }),
    rate: child(record({ bytes: attribute(uint, required), period: attribute(uint) })),
    backend: child(rngBackend, {
      required: true,
      missing: { code: 'XML_ERROR', message: 'only one RNG backend is supported' },
    }),
    driver: child(virtioDriver),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A source of random numbers.' },
);
