import { VirtError } from '@virtkit/errors';
import type { XdrReader } from './reader.js';
import type { XdrWriter } from './writer.js';

/** How the values of one type travel. Written and read back, a value is the same; read and written back, so are the bytes. */
export interface XdrType<T> {
  /** @throws VirtError RPC when the value doesn't fit the type. */
  write(writer: XdrWriter, value: T): void;
  /** @throws VirtError RPC when the bytes don't fit the type. */
  read(reader: XdrReader): T;
}

/** The values that an {@link XdrType} carries. */
export type Infer<Type> = Type extends XdrType<infer T> ? T : never;

/** The error for a value that its type can't carry. */
export function unfit(value: unknown, type: string): VirtError {
  const shown = typeof value === 'bigint' || typeof value === 'number' ? value : JSON.stringify(value);
  return new VirtError('RPC', `Unable to encode message payload: ${shown} is no ${type}`, { domain: 'RPC' });
}
