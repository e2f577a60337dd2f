import { type Argument, qomObject } from '../arguments/argument.js';
import { secretObject } from '../block/secret-object.js';
import type { BuildContext } from '../build/build-context.js';

/** What a connection is to be kept private with. */
export interface TlsQuery {
  /** The object's name. */
  readonly id: string;
  readonly secretId: string;
  readonly directory: string | undefined;
  readonly endpoint: 'client' | 'server';
  readonly verifyPeer: boolean;
  /** UUID of the secret that the key is locked with. */
  readonly secret: string | undefined;
}

/** The certificates of a connection, and before them what unlocks their key. */
export function tlsCredentials(query: TlsQuery, { host }: BuildContext): Argument[] {
  const { id, secretId, directory, endpoint, verifyPeer, secret } = query;
  const locked = secret === undefined ? [] : [secretObject(secretId, { uuid: secret }, host)];
  return [
    ...locked,
    qomObject('tls-creds-x509', id, {
      dir: directory,
      endpoint,
      'verify-peer': verifyPeer,
      passwordid: secret === undefined ? undefined : secretId,
    }),
  ];
}
