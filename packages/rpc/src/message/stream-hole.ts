import { struct } from '../xdr/composites.js';
import { hyper, uint } from '../xdr/scalars.js';
import type { Infer } from '../xdr/xdr-type.js';

/** The body of a `stream-hole` message: so many bytes of nothing in a sparse stream. */
export const streamHole = struct({ length: hyper, flags: uint });

export type StreamHole = Infer<typeof streamHole>;
