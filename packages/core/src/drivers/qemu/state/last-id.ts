import { readFile, writeFile } from 'node:fs/promises';

/** Draws the next domain id; to be called while the root is locked. */
export async function nextDomainId(path: string, highestInUse: number): Promise<number> {
  const last = Number.parseInt(await readFile(path, 'latin1').catch(() => '0'), 10) || 0;
  const id = Math.max(last, highestInUse) + 1;
  await writeFile(path, String(id), { mode: 0o600 });
  return id;
}
