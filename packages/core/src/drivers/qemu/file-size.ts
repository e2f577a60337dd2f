import { open } from 'node:fs/promises';

/** `QFI` and a byte of its own: the first bytes of a qcow2 image (QEMU documentation, interop/qcow2). */
const QCOW2_MAGIC = 0x514649fb;
const QCOW2_HEADER_BYTES = 32;
const QCOW2_SIZE_OFFSET = 24;

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
    const header = Buffer.alloc(QCOW2_HEADER_BYTES);
    const { bytesRead } = await file.read(header, 0, QCOW2_HEADER_BYTES, 0);
    const isQcow2 = bytesRead === QCOW2_HEADER_BYTES && header.readUInt32BE(0) === QCOW2_MAGIC;
    const capacity = isQcow2 ? header.readBigUInt64BE(QCOW2_SIZE_OFFSET) : size;
    return { capacity, allocation: blocks * SECTOR_BYTES, physical: size };
  } finally {
    await file.close();
  }
}
