import type { FileHandle } from 'node:fs/promises';
import { VirtError } from '@virtkit/errors';

/** The first line of an image. A line of JSON follows, then the XML, then what QEMU wrote of the machine's state. */
const MAGIC = 'virtkit domain image 1\n';

/** The JSON of an image ends before this. */
const LONGEST_PREFIX = 256;
const LONGEST_XML = 16 * 1024 * 1024;

/** What stands before the machine's state in an image. */
export interface ImageHeader {
  /** The definition as it ran, with its addresses. */
  readonly xml: string;
  /** Whether the CPUs run again after a restore. */
  readonly isRunning: boolean;
}

export function formatImageHeader({ xml, isRunning }: ImageHeader): Buffer {
  const prefix = `${MAGIC}${JSON.stringify({ xmlBytes: Buffer.byteLength(xml), isRunning })}\n`;
  return Buffer.from(prefix + xml);
}

/**
 * Reads what stands before the machine's state.
 * @returns the header, and where the state begins
 * @throws VirtError OPERATION_FAILED if the file is no image, or ends too soon
 */
export async function readImageHeader(
  file: FileHandle,
  path: string,
): Promise<ImageHeader & { readonly offset: number }> {
  const prefix = await readAt(file, 0, LONGEST_PREFIX);
  const end = prefix.indexOf('\n', MAGIC.length);
  if (prefix.toString('utf8', 0, MAGIC.length) !== MAGIC || end < 0) throw damaged(path, 'it is no image of a domain');
  const { xmlBytes, isRunning } = parsePrefix(prefix.toString('utf8', MAGIC.length, end), path);
  const xml = await readAt(file, end + 1, xmlBytes);
  const { size } = await file.stat();
  const offset = end + 1 + xmlBytes;
  if (xml.length < xmlBytes || size <= offset) throw damaged(path, 'it ends too soon');
  return { xml: xml.toString('utf8'), isRunning, offset };
}

function parsePrefix(text: string, path: string): { readonly xmlBytes: number; readonly isRunning: boolean } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'xmlBytes' in value && 'isRunning' in value) {
      const { xmlBytes, isRunning } = value;
      const isSize = typeof xmlBytes === 'number' && Number.isInteger(xmlBytes) && xmlBytes > 0;
      if (isSize && xmlBytes <= LONGEST_XML && typeof isRunning === 'boolean') return { xmlBytes, isRunning };
    }
  } catch (cause) {
    throw damaged(path, 'its header is damaged', cause);
  }
  throw damaged(path, 'its header is damaged');
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function damaged(path: string, why: string, cause?: unknown): VirtError {
  return new VirtError('OPERATION_FAILED', `cannot restore from '${path}': ${why}`, { domain: 'QEMU', cause });
}
