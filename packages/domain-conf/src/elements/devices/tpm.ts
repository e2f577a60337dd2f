import {
  attribute,
  child,
  element,
  names,
  oneOf,
  record,
  required,
  string,
  uint,
  uuid,
  variant,
  yesNo,
} from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { unsupported } from '../words.js';

const banks = names(oneOf('sha1', 'sha256', 'sha384', 'sha512'));

/** What serves a TPM. */
export const tpmBackend = element(
  'backend',
  variant('type', {
    passthrough: { device: child(record({ path: attribute(string) })) },
    emulator: {
      version: attribute(oneOf('1.2', '2.0')),
      persistentState: attribute(yesNo, { name: 'persistent_state' }),
      debug: attribute(uint),
      encryption: child(
        record({
          secret: attribute(uuid, {
            ...required,
            invalid: unsupported("Unable to parse secret uuid '%s'", 'INTERNAL_ERROR'),
          }),
        }),
      ),
      activePcrBanks: child(banks, { name: 'active_pcr_banks' }),
      source: child(record({ type: attribute(oneOf('file', 'dir')), path: attribute(string) })),
      profile: child(
        record({
          source: attribute(string),
          removeDisabled: attribute(oneOf('check', 'fips-host'), { name: 'remove_disabled' }),
          name: attribute(string),
        }),
      ),
    },
    external: {
      source: child(
        record({
          type: attribute(oneOf('unix')),
          mode: attribute(oneOf('connect', 'bind')),
          path: attribute(string),
        }),
      ),
    },
  }),
  { about: 'What serves the TPM.' },
);

/** A trusted platform module. */
export const tpm = element(
  'tpm',
  {
    model: attribute(oneOf('tpm-tis', 'tpm-crb', 'tpm-spapr', 'spapr-tpm-proxy')),
    backend: child(tpmBackend, {
      required: true,
      missing: { code: 'XML_ERROR', message: 'missing TPM device backend' },
    }),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A trusted platform module.' },
);
