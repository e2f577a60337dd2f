import { open } from 'node:fs/promises';
import { readQcow2Capacity } from './qcow2-header.js';

/** What stat(2) counts blocks in. */
const SECTOR_BYTES = 512n;

/** The size of an image file, in bytes. */
export interface FileSize {
  /** What a guest sees of it. */
  readonly capacity: bigint;
  /** What it takes on the host's disk; less than `physical` where it has holes. */
  readonly allocation: bigint;
  readonly physical: bigint;
}

/** The size of an image, raw or qcow2; undefined if it can't be read. */
export async function fileSize(path: string): Promise<FileSize | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size, blocks } = await file.stat({ bigint: true });
    const capacity = (await readQcow2Capacity(file)) ?? size;
    return { capacity, allocation: blocks * SECTOR_BYTES, physical: size };
  } finally {
    await file.close();
  }
}
