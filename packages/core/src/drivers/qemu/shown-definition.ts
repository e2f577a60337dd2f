import { inactiveDefinition } from '@virtkit/command-builder';
import { type DomainDefinition, formatDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { hasFlagSet, XML_FLAGS } from '../../driver/flags.js';
import { type DomainRecord, isActive } from './domain-record.js';
import { migratableDefinition } from './migratable-definition.js';
import type { DomainStatus } from './state/domain-status.js';

/** The definition of a domain as XML, of the kind that virDomainXMLFlags ask for. @throws VirtError NO_DOMAIN if it has gone */
export function shownDefinition(record: DomainRecord, flags: number): string {
  const { persistent, status } = record;
  const active = isActive(record) ? status : undefined;
  const secure = hasFlagSet(flags, XML_FLAGS.secure | XML_FLAGS.migratable);
  if (active !== undefined && hasFlagSet(flags, XML_FLAGS.migratable)) {
    return formatDomain(migratableDefinition(inactiveDefinition(active.definition)), { inactive: true, secure });
  }
  if (active !== undefined && !hasFlagSet(flags, XML_FLAGS.inactive)) return formatDomain(liveView(active), { secure });
  const next = persistent?.read() ?? (active && inactiveDefinition(active.definition));
  if (next === undefined) {
    throw new VirtError('NO_DOMAIN', `no definition of '${record.name}'`, { domain: 'QEMU' });
  }
  return formatDomain(next, { inactive: true, secure });
}

function liveView({ definition, cpu, id }: DomainStatus): DomainDefinition {
  return { ...definition, ...(cpu && { cpu }), id };
}
