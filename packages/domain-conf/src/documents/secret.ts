import {
  attribute,
  child,
  element,
  type Infer,
  readDocument,
  required,
  string,
  uuid,
  variant,
  writeDocument,
  yesNo,
} from '@virtkit/xml';

const name = child(string, required);

const usage = element(
  'usage',
  variant('type', {
    none: {},
    volume: { volume: child(string, required) },
    ceph: { name },
    iscsi: { target: child(string, required) },
    tls: { name },
    vtpm: { name },
  }),
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
export const parseSecret = (xml: string): SecretDefinition => readDocument(secret, xml).value;

/** Writes a secret as libvirt does. */
export const formatSecret = (definition: SecretDefinition): string => writeDocument(secret, definition);
