import { VirtError } from '@virtkit/errors';

/**
 * A parameter of a URI's query, percent-decoded. A `+` is itself: it stands for a blank in HTML forms alone.
 * @throws VirtError INVALID_ARG for a wrong percent sign
 */
export function uriParameter(uri: URL, name: string): string | undefined {
  for (const pair of uri.search.slice(1).split('&')) {
    const [key = '', ...value] = pair.split('=');
    if (key !== name) continue;
    try {
      return decodeURIComponent(value.join('='));
    } catch (cause) {
      throw new VirtError('INVALID_ARG', `'${pair}' in ${uri.href} is not percent-encoded`, { cause });
    }
  }
  return undefined;
}
