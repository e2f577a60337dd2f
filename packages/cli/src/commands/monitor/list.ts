import type { Domain } from '@virtkit/core';
import { VirtError } from '@virtkit/errors';
import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { formatTable } from '../../output/format-table.js';
import { stateWords } from '../domain-state-words.js';
import { domainTitle } from '../domain-title.js';

const FILTERS = {
  transient: { type: 'boolean', summary: 'transient domains' },
  persistent: { type: 'boolean', summary: 'persistent domains' },
  'with-snapshot': { type: 'boolean', summary: 'domains with a snapshot' },
  'without-snapshot': { type: 'boolean', summary: 'domains without a snapshot' },
  'with-checkpoint': { type: 'boolean', summary: 'domains with a checkpoint' },
  'without-checkpoint': { type: 'boolean', summary: 'domains without a checkpoint' },
  'state-running': { type: 'boolean', summary: 'running domains' },
  'state-paused': { type: 'boolean', summary: 'paused domains' },
  'state-shutoff': { type: 'boolean', summary: 'domains that are shut off' },
  'state-other': { type: 'boolean', summary: 'domains in another state' },
  autostart: { type: 'boolean', summary: 'domains that start with the host' },
  'no-autostart': { type: 'boolean', summary: "domains that don't start with the host" },
  'with-managed-save': { type: 'boolean', summary: 'domains with a managed save' },
  'without-managed-save': { type: 'boolean', summary: 'domains without a managed save' },
} as const;

type Filters = { readonly [F in keyof typeof FILTERS]: boolean };

const listFlags = (filters: Filters) => ({
  transient: filters.transient,
  persistent: filters.persistent,
  hasSnapshot: filters['with-snapshot'],
  noSnapshot: filters['without-snapshot'],
  hasCheckpoint: filters['with-checkpoint'],
  noCheckpoint: filters['without-checkpoint'],
  running: filters['state-running'],
  paused: filters['state-paused'],
  shutoff: filters['state-shutoff'],
  other: filters['state-other'],
  autostart: filters.autostart,
  noAutostart: filters['no-autostart'],
  managedSave: filters['with-managed-save'],
  noManagedSave: filters['without-managed-save'],
});

const isActive = ({ id }: Domain): boolean => id !== -1;
const idText = ({ id }: Domain): string => (id === -1 ? '-' : String(id));

/** Active domains by id, then inactive ones by name. */
function compareDomains(one: Domain, other: Domain): number {
  if (isActive(one) || isActive(other)) return isActive(one) && isActive(other) ? one.id - other.id : other.id - one.id;
  const [a, b] = [one.name.toLowerCase(), other.name.toLowerCase()];
  return a < b ? -1 : Number(a > b);
}

async function stateText(domain: Domain, signal: AbortSignal): Promise<string> {
  try {
    const { state } = await domain.getState({ signal });
    return stateWords(state);
  } catch (error) {
    // It went after it had been listed.
    if (VirtError.isInstance(error, 'NO_DOMAIN')) return stateWords('nostate');
    throw error;
  }
}

async function tableRow(domain: Domain, title: boolean, signal: AbortSignal): Promise<string[]> {
  const row = [idText(domain), domain.name, await stateText(domain, signal)];
  return title ? [...row, await domainTitle(domain, signal)] : row;
}

export default defineCommand({
  name: 'list',
  summary: 'list domains',
  description: 'Lists the active domains, unless other ones are asked for.',
  options: {
    inactive: { type: 'boolean', summary: 'inactive domains' },
    all: { type: 'boolean', summary: 'inactive and active domains' },
    ...FILTERS,
    uuid: { type: 'boolean', summary: 'print UUIDs only' },
    name: { type: 'boolean', summary: 'print names only' },
    id: { type: 'boolean', summary: 'print ids only' },
    table: { type: 'boolean', summary: 'print a table (default)' },
    title: { type: 'boolean', summary: 'print titles, too' },
  },
  exclusive: [
    ['table', 'uuid'],
    ['table', 'name'],
    ['table', 'id'],
  ],
  run: async ({ inactive, all, uuid, name, id, title, table: _, ...filters }, { connect, output, signal }) => {
    const connection = await connect();
    const active = !inactive && !all && !filters['state-shutoff'];
    const listing = connection.listAllDomains({ ...listFlags(filters), active, inactive: inactive && !all, signal });
    const domains = (await orFail('Failed to list domains', listing)).sort(compareDomains);
    if (!uuid && !name && !id) {
      const rows = await Promise.all(domains.map((domain) => tableRow(domain, title, signal)));
      const heading = ['Id', 'Name', 'State', ...(title ? ['Title'] : [])];
      output.print(formatTable(output.isQuiet ? undefined : heading, rows));
      return;
    }
    // An inactive domain has no id to print, but where something else is printed it leaves its place visible.
    const printed = uuid || name ? domains : domains.filter(isActive);
    for (const domain of printed) {
      const cells = [uuid && domain.uuid, id && idText(domain), name && domain.name];
      output.line(cells.filter((cell) => cell !== false).join(' '));
    }
  },
});
