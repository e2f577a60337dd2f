import type { Connection, Domain } from '@virtkit/core';
import { VirtError } from '@virtkit/errors';
import type { CommandContext } from '../command/command-context.js';
import { CommandError } from '../command/command-error.js';

/** The positional of commands that work on one domain. */
export const DOMAIN = { summary: "domain's name, id or UUID", names: 'domain' } as const;

type Lookup = (connection: Connection, text: string, signal: AbortSignal) => Promise<Domain> | undefined;

const UUID = /^[\da-f]{8}-?([\da-f]{4}-?){3}[\da-f]{12}$/i;

/** How a text may name a domain, in the order of the attempts. */
const LOOKUPS = {
  id: (connection, text, signal) =>
    /^\d{1,9}$/.test(text) ? connection.domainLookupByID(Number(text), { signal }) : undefined,
  uuid: (connection, text, signal) => (UUID.test(text) ? connection.domainLookupByUUID(text, { signal }) : undefined),
  name: (connection, text, signal) => connection.domainLookupByName(text, { signal }),
} satisfies Record<string, Lookup>;

const ALL = ['id', 'uuid', 'name'] as const;

/**
 * Finds the domain that a text names.
 * @param by what the text may be
 * @throws CommandError, without a cause if there just is no such domain
 */
export async function lookupDomain(
  text: string,
  { connect, signal }: CommandContext,
  by: readonly (keyof typeof LOOKUPS)[] = ALL,
): Promise<Domain> {
  const connection = await connect();
  const message = `failed to get domain '${text}'`;
  for (const way of by) {
    try {
      const domain = await LOOKUPS[way](connection, text, signal);
      if (domain !== undefined) return domain;
    } catch (cause) {
      if (!VirtError.isInstance(cause, 'NO_DOMAIN')) throw new CommandError(message, { cause });
    }
  }
  throw new CommandError(message);
}
