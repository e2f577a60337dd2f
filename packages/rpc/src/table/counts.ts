import { bool, uint } from '../xdr/scalars.js';
import type { XdrType } from '../xdr/xdr-type.js';

/**
 * Fields that C needs to size its arrays. They are on the wire and in a row, but not in what callers and drivers see:
 * they follow from the lists beside them.
 */
export interface CountType<T> extends XdrType<T> {
  /** What the field counts: see {@link wanted}, {@link capacity} and {@link total}. */
  readonly role: 'wanted' | 'capacity' | 'total';
}

/** In arguments: whether the list itself is wanted, or only its length. */
export const wanted: CountType<boolean> = { ...bool, role: 'wanted' };

/**
 * In arguments: how many items the caller has room for. Where the result has a {@link total}, 0 asks for that alone, and
 * a caller asks twice, as some of libvirt's drivers take no other number than the one they told.
 */
export const capacity: CountType<number> = { ...uint, role: 'capacity' };

/** In a result: how many items there are, whether they were sent or not. */
export const total: CountType<number> = { ...uint, role: 'total' };
