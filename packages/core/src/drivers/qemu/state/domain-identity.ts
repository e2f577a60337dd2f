import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';

/** What tells a domain from all others. */
export interface DomainIdentity {
  readonly name: string;
  readonly uuid: string;
}

/** Holds the longest name that a file can have, and what stands before and after it. */
export const HEAD_BYTES = 1024;

/** How a definition begins that `formatDomain` wrote; by any XML's rules it says this and nothing else. */
const HEAD =
  /^<domain [^<>]*>\n {2}<name>([^<>&]+)<\/name>\n {2}<uuid>([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})<\/uuid>\n/;

/**
 * Whose definition a file holds. As a rule that takes no more than its first lines.
 * @param head of {@link HEAD_BYTES}, to read them into
 * @returns undefined for what nobody can read or is no definition, which is passed over, as libvirt does, rather than taking
 * all others with it
 */
export function readIdentity(path: string, head: Buffer): DomainIdentity | undefined {
  try {
    const [, name, uuid] = HEAD.exec(readHead(path, head)) ?? [];
    // A part of a string keeps the whole of it in memory; a copy doesn't.
    if (name !== undefined && uuid !== undefined) return { name, uuid: Buffer.from(uuid, 'latin1').toString('latin1') };
    const { definition } = parseDomain(readFileSync(path, 'utf8'));
    return definition.name === undefined || definition.uuid === undefined
      ? undefined
      : { name: definition.name, uuid: definition.uuid };
  } catch (error) {
    if (VirtError.isInstance(error) || isSystemError(error)) return undefined;
    throw error;
  }
}

function readHead(path: string, head: Buffer): string {
  const file = openSync(path, 'r');
  try {
    return head.toString('utf8', 0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'errno' in error;
}
