import type { FileHandle } from 'node:fs/promises';

// The layout is that of QEMU's documentation, interop/qcow2.

/** `QFI` and a byte of its own. */
const MAGIC = 0x514649fb;
const BACKING_FILE_FORMAT_NAME = 0xe2792aca;
const HEADER_LENGTH_V2 = 72;
/** All that precedes the first cluster; the smallest cluster is 512 bytes, and the usual ones are larger. */
const HEAD_BYTES = 4096;
const EXTENSION_HEADER_BYTES = 8;
/** The longest name of a backing file. */
const NAME_LIMIT_BYTES = 1023;

/** The image below a qcow2 image, as that names it. */
export interface Qcow2Backing {
  readonly file: string;
  /** Absent where the image doesn't say. */
  readonly format?: string;
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

async function readHead(file: FileHandle): Promise<Buffer | undefined> {
  const head = await readAt(file, 0, HEAD_BYTES);
  return head.length >= HEADER_LENGTH_V2 && head.readUInt32BE(0) === MAGIC ? head : undefined;
}

/** How many bytes a guest sees of a qcow2 image; undefined for any other file. */
export async function readQcow2Capacity(file: FileHandle): Promise<bigint | undefined> {
  return (await readHead(file))?.readBigUInt64BE(24);
}

/** The image below a qcow2 image; undefined without one, and for any other file. */
export async function readQcow2Backing(file: FileHandle): Promise<Qcow2Backing | undefined> {
  const head = await readHead(file);
  if (head === undefined) return undefined;
  const offset = Number(head.readBigUInt64BE(8));
  const length = head.readUInt32BE(16);
  if (offset === 0 || length === 0 || length > NAME_LIMIT_BYTES) return undefined;
  const name = (await readAt(file, offset, length)).toString('utf8');
  const format = backingFormat(head);
  return { file: name, ...(format !== undefined && { format }) };
}

/** Header extensions follow the header: a type, a length, and the data padded to eight bytes; a type of 0 ends them. */
function backingFormat(head: Buffer): string | undefined {
  const version = head.readUInt32BE(4);
  let at = version >= 3 ? head.readUInt32BE(100) : HEADER_LENGTH_V2;
  while (at + EXTENSION_HEADER_BYTES <= head.length) {
    const type = head.readUInt32BE(at);
    const length = head.readUInt32BE(at + 4);
    if (type === 0) return undefined;
    const data = at + EXTENSION_HEADER_BYTES;
    if (type === BACKING_FILE_FORMAT_NAME) return head.toString('utf8', data, data + length);
    at = data + Math.ceil(length / 8) * 8;
  }
  return undefined;
}
