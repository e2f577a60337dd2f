import { VirtError } from '@virtkit/errors';
import type { TypedParameters } from '@virtkit/rpc';

/** @throws VirtError ARGUMENT_UNSUPPORTED for the first parameter that isn't among those that are known */
export function mustBeKnown(parameters: TypedParameters, known: readonly string[]): void {
  const other = Object.keys(parameters).find((name) => !known.includes(name));
  if (other === undefined) return;
  throw new VirtError('ARGUMENT_UNSUPPORTED', `parameter '${other}' not supported`, { domain: 'TEST' });
}
