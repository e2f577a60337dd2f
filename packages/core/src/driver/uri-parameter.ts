import { VirtError } from '@virtkit/errors';

/** A parameter of a URI's query: its name, and its value, percent-decoded. */
export interface UriParameter {
  readonly name: string;
  readonly value: string;
}

function read(pair: string, uri: URL): UriParameter {
  const [name = '', ...value] = pair.split('=');
  try {
    return { name, value: decodeURIComponent(value.join('=')) };
  } catch (cause) {
    throw new VirtError('INVALID_ARG', `'${pair}' in ${uri.href} is not percent-encoded`, { cause });
  }
}

const pairsOf = (uri: URL): string[] => uri.search.slice(1).split('&');

/**
 * All parameters of a URI's query, in their order. A `+` is itself: it stands for a blank in HTML forms alone.
 * @throws VirtError INVALID_ARG for a wrong percent sign
 */
export function uriParameters(uri: URL): UriParameter[] {
  return pairsOf(uri)
    .filter((pair) => pair !== '')
    .map((pair) => read(pair, uri));
}

/** The value of the first parameter with the name. @throws VirtError INVALID_ARG for a wrong percent sign */
export function uriParameter(uri: URL, name: string): string | undefined {
  const pair = pairsOf(uri).find((candidate) => candidate === name || candidate.startsWith(`${name}=`));
  return pair === undefined ? undefined : read(pair, uri).value;
}
