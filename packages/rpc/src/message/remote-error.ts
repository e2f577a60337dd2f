import {
  ERROR_CODES,
  errorCodeFromNumber,
  errorDomainFromNumber,
  formatErrorMessage,
  VirtError,
} from '@virtkit/errors';
import { domain, network } from '../procedures/objects.js';
import { optional, struct } from '../xdr/composites.js';
import { int, string } from '../xdr/scalars.js';
import type { Infer } from '../xdr/xdr-type.js';

/** libvirt's virError as a reply with status `error` carries it. */
export const remoteError = struct({
  code: int,
  domainNumber: int,
  message: optional(string),
  level: int,
  domain: optional(domain),
  /** The message with `%s` for the detail. */
  str1: optional(string),
  /** The detail. */
  str2: optional(string),
  /** Of virtkit's errors: what is said beyond libvirt's words. */
  str3: optional(string),
  int1: int,
  int2: int,
  network: optional(network),
});

export type RemoteError = Infer<typeof remoteError>;

/** VIR_ERR_ERROR: a failure, not a warning. */
const LEVEL_ERROR = 2;

/** Longer messages are cut: nobody reads them, and a string that is too long doesn't travel at all. */
const MESSAGE_CHARACTERS = 65_536;

/** Whether it is what Node throws when the system refuses: a full disk, a file that may not be read. */
const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** What a peer is told of `error`: what isn't a VirtError is a SYSTEM_ERROR or an INTERNAL_ERROR with its message. */
export function toRemoteError(error: unknown): RemoteError {
  const code = isSystemError(error) ? 'SYSTEM_ERROR' : 'INTERNAL_ERROR';
  const known = VirtError.isInstance(error) ? error : new VirtError(code, messageOf(error));
  return {
    code: known.number,
    domainNumber: known.domainNumber,
    message: fit(known.libvirtMessage),
    level: LEVEL_ERROR,
    str1: formatErrorMessage(known.code, '%s'),
    str2: known.detail === '' ? undefined : fit(known.detail),
    str3: known.advice === '' ? undefined : fit(known.advice),
    int1: -1,
    int2: -1,
  };
}

/** The error that a peer told of, with the peer's own words as its message. */
export function fromRemoteError(remote: RemoteError): VirtError {
  const code = errorCodeFromNumber(remote.code);
  const message = remote.message ?? '';
  const domain = errorDomainFromNumber(remote.domainNumber);
  const candidates = [remote.str2 ?? '', message.slice(ERROR_CODES[code].message.length + 2), ''];
  const detail = candidates.find((candidate) => formatErrorMessage(code, candidate) === message);
  // libvirt's own errors have something else in the third string, and no template in the first then.
  const advice = remote.str1 === formatErrorMessage(code, '%s') ? remote.str3 : undefined;
  if (detail !== undefined) return new VirtError(code, detail, { domain, advice });
  return new VirtError(code, message, { domain, advice, isWhole: message !== '' });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Text that travels: an error may quote anything. */
function fit(text: string): string {
  return text.slice(0, MESSAGE_CHARACTERS).replaceAll('\0', '\uFFFD');
}
