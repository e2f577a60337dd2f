import type { Argument } from '../arguments/argument.js';
import { type OptionalProperties, type Properties, present } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import { tlsCredentials } from '../devices/tls-credentials.js';
import type { Image } from './image.js';
import type { NetworkSource } from './network-protocol.js';
import { secretObject } from './secret-object.js';

/** Properties of a block driver, and the objects that they refer to. */
export interface Protection {
  readonly properties: OptionalProperties;
  readonly secrets: readonly Argument[];
}

/** Layers of encryption that the storage's own library opens, the topmost first. */
export function libraryEncryption(
  { name, format }: Image,
  { encryption }: NetworkSource,
  { host }: BuildContext,
): Protection {
  if (encryption?.engine !== 'librbd') return { properties: {}, secrets: [] };
  const node = format === 'raw' ? 'storage' : 'format';
  const layers = (encryption.secrets ?? []).map((reference, index) => ({
    id: `${name}-${node}-encryption-secret${index}`,
    reference,
  }));
  const encrypt = layers.reduceRight<Properties | undefined>(
    (parent, { id }) => present({ format: encryption.format, 'key-secret': id, parent }),
    undefined,
  );
  return { properties: { encrypt }, secrets: layers.map(({ id, reference }) => secretObject(id, reference, host)) };
}

/** Certificates for an NBD server that is spoken to in private. */
export function nbdCredentials(
  name: string,
  { tls, tlsHostname }: NetworkSource,
  context: BuildContext,
): Protection | undefined {
  const { settings, directories } = context.host;
  if (!(tls ?? settings.nbdTLS === true)) return undefined;
  const id = `obj${name}-storage_tls0`;
  const secrets = tlsCredentials(
    {
      id,
      secretId: `${id}-secret0`,
      directory: directories.tls.nbd,
      endpoint: 'client',
      verifyPeer: true,
      secret: settings.nbdTLSx509secretUUID,
    },
    context,
  );
  return { properties: { 'tls-creds': id, 'tls-hostname': tlsHostname }, secrets };
}
