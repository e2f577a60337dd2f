import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { EmulatorCapabilities } from '../../model.js';
import type { CacheKey } from './cache-key.js';

/**
 * The file of an emulator's capabilities. Its first line is the key and a digest of the second line, which is the
 * capabilities; both are JSON.
 */
export function cacheFileOf(directory: string, binary: string): string {
  const digest = createHash('sha256').update(binary).digest('hex').slice(0, 16);
  return join(directory, `${basename(binary)}-${digest}.json`);
}

/** The capabilities in the file; undefined where there is none, or it is damaged, or was made under another key. */
export async function readCacheFile(path: string, key: CacheKey): Promise<EmulatorCapabilities | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== headerOf(key, body)) return undefined;
  const capabilities: EmulatorCapabilities = JSON.parse(body);
  return capabilities;
}

/** Writes the file so that a reader sees the old one or the whole new one. */
export async function writeCacheFile(path: string, key: CacheKey, capabilities: EmulatorCapabilities): Promise<void> {
  const body = JSON.stringify(capabilities);
  const unfinished = `${path}.${randomUUID()}.new`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(unfinished, `${headerOf(key, body)}\n${body}`);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function headerOf(key: CacheKey, body: string): string {
  return JSON.stringify({ key, sha256: createHash('sha256').update(body).digest('hex') });
}
