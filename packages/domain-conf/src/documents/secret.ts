import {
  attribute,
  child,
  element,
  type Infer,
  readDocument,
  string,
  uuid,
  variant,
  writeDocument,
  yesNo,
} from '@virtkit/xml';
import { unsupported } from '../elements/words.js';

const missing = (message: string) => ({ required: true, missing: { code: 'INTERNAL_ERROR', message } }) as const;

const usage = element(
  'usage',
  variant(
    'type',
    {
      none: {},
      volume: { volume: child(string, missing('volume usage specified, but volume path is missing')) },
      ceph: { name: child(string, missing('Ceph usage specified, but name is missing')) },
      iscsi: { target: child(string, missing('iSCSI usage specified, but target is missing')) },
      tls: { name: child(string, missing('TLS usage specified, but name is missing')) },
      vtpm: { name: child(string, missing('vTPM usage specified, but name is missing')) },
    },
    {
      missing: { code: 'XML_ERROR', message: 'unknown secret usage type' },
      invalid: unsupported('unknown secret usage type %s'),
    },
  ),
);

const secret = element(
  'secret',
  {
    ephemeral: attribute(yesNo),
    private: attribute(yesNo),
    uuid: child(uuid),
    description: child(string),
    usage: child(usage),
  },
  { about: 'A secret: what it is for, but not what it is.' },
);

/** A secret, as plain JSON. */
export type SecretDefinition = Infer<typeof secret>;

/** Reads a secret's XML. Throws an {@link XmlError}. */
export const parseSecret = (xml: string): SecretDefinition =>
  readDocument(secret, xml, { documentName: '(secret_definition)' }).value;

/** Writes a secret as libvirt does. */
export const formatSecret = (definition: SecretDefinition): string => writeDocument(secret, definition);
