import { VirtError } from '@virtkit/errors';

/** What a call returns; undefined from a driver that lacks it. */
export async function ifSupported<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (VirtError.isInstance(error, 'NO_SUPPORT')) return undefined;
    throw error;
  }
}
