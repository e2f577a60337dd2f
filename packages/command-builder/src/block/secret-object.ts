import { cbc } from '@noble/ciphers/aes';
import type { HostDescription } from '@virtkit/capabilities';
import { VirtError } from '@virtkit/errors';
import { type Argument, qomObject } from '../arguments/argument.js';
import { bytesOfBase64, bytesOfText, toBase64 } from './base64.js';

/** How a definition names a secret: by its UUID, or by what it is for. */
export interface SecretReference {
  readonly uuid?: string;
  readonly usage?: string;
}

/**
 * A secret on its way to QEMU, protected by the master key that QEMU reads from a file of its own.
 * @throws VirtError NO_SECRET where the host doesn't know it.
 */
export function secretObject(id: string, reference: SecretReference, host: HostDescription): Argument {
  const found = host.objects.secrets.find(({ uuid, usageId }) =>
    reference.uuid === undefined ? usageId === reference.usage : uuid === reference.uuid,
  );
  if (found?.value === undefined) throw new VirtError('NO_SECRET', missing(reference));
  return protectedObject(id, bytesOfBase64(found.value), host);
}

/** Text that nobody but QEMU may read, protected likewise. */
export function protectedText(id: string, text: string, host: HostDescription): Argument {
  return protectedObject(id, bytesOfText(text), host);
}

function missing({ uuid, usage }: SecretReference): string {
  return uuid === undefined
    ? `no secret with matching usage '${usage ?? ''}'`
    : `no secret with matching uuid '${uuid}'`;
}

function protectedObject(id: string, plain: Uint8Array, { moment }: HostDescription): Argument {
  if (moment === undefined)
    throw new VirtError('INTERNAL_ERROR', 'secrets need a master key, which the host description lacks');
  const iv = bytesOfBase64(moment.initializationVector);
  const data = toBase64(cbc(bytesOfBase64(moment.masterKey), iv).encrypt(plain));
  return qomObject('secret', id, { data, keyid: 'masterKey0', iv: moment.initializationVector, format: 'base64' });
}
