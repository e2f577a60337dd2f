import { type Argument, keyed } from '../arguments/argument.js';
import type { BuildContext } from './build-context.js';

/** A device node that QEMU is handed open, and the path under which it finds it; by hand, the node itself. */
export function deviceFdset(
  descriptor: string,
  path: string,
  context: BuildContext,
): { readonly arguments: readonly Argument[]; readonly path: string } {
  if (context.paths) return { arguments: [], path };
  const set = context.fdsets().get(descriptor) ?? 0;
  const fd = { descriptor, open: { kind: 'device', path } } as const;
  return { arguments: [keyed('add-fd', undefined, { set, fd, opaque: descriptor })], path: `/dev/fdset/${set}` };
}
