import { VirtError } from '@virtkit/errors';

/** A file name has 255 bytes; the longest suffix that a name gets is 7 bytes, and an alias for the future 8 more. */
const NAME_LIMIT_BYTES = 240;

/**
 * A domain's name names its files.
 * @throws VirtError NO_NAME if it is empty, XML_ERROR if it can't be a file's name
 */
export function checkDomainName(name: string): void {
  const complain = (why: string): never => {
    throw new VirtError('XML_ERROR', `name '${name}' ${why}`, { domain: 'DOMAIN' });
  };
  if (name === '') throw new VirtError('NO_NAME', '', { domain: 'DOMAIN' });
  if (name === '.' || name === '..') complain('names a directory; choose another');
  if (name.includes('/')) complain("cannot contain '/'");
  if (/[\0\n]/.test(name)) complain('cannot contain a line break');
  if (Buffer.byteLength(name) > NAME_LIMIT_BYTES) complain(`is longer than ${NAME_LIMIT_BYTES} bytes`);
}
