import type { Duplex } from 'node:stream';

/**
 * The byte stream of a console, a screenshot or a volume. Reading yields Buffers until the other side finishes;
 * writing waits for `drain`; `destroy(error)` aborts it for both sides. A stream in one direction has the other ended.
 */
export type DriverStream = Duplex;
