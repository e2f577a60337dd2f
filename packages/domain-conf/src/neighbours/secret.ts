import { attribute, child, element, type Infer, oneOf, record, required, string, uuid, yesNo } from '@virtkit/xml';

/** A secret: what unlocks a volume or a storage server. */
export const secret = element(
  'secret',
  {
    ephemeral: attribute(yesNo),
    private: attribute(yesNo),
    uuid: child(uuid),
    description: child(string),
    usage: child(
      record({
        type: attribute(oneOf('none', 'volume', 'ceph', 'iscsi', 'tls', 'vtpm'), required),
        volume: child(string),
        name: child(string),
        target: child(string),
      }),
    ),
  },
  { about: 'A secret, without its value.' },
);

/** What a secret's document says; its value is never in it. */
export type SecretDefinition = Infer<typeof secret>;
