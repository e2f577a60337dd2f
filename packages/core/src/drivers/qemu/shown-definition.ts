import { inactiveDefinition } from '@virtkit/command-builder';
import { type DomainDefinition, formatDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { hasFlagSet, XML_FLAGS } from '../../driver/flags.js';
import { type DomainRecord, isActive } from './domain-record.js';
import { migratableDefinition } from './migratable-definition.js';
import type { DomainStatus } from './state/domain-status.js';
import type { TextsOfValues } from './texts-of-values.js';

const KINDS = XML_FLAGS.secure | XML_FLAGS.inactive | XML_FLAGS.migratable;

/** The definition of a domain as XML, of the kind that virDomainXMLFlags ask for. @throws VirtError NO_DOMAIN if it has gone */
export function shownDefinition(record: DomainRecord, flags: number, texts: TextsOfValues): string {
  const { persistent, status } = record;
  const kind = flags & KINDS;
  const isOfRun = persistent === undefined || !hasFlagSet(kind, XML_FLAGS.inactive);
  if (status !== undefined && isActive(record) && (isOfRun || hasFlagSet(kind, XML_FLAGS.migratable))) {
    return texts.of(status, kind, () => activeXml(status, kind));
  }
  if (persistent === undefined) {
    throw new VirtError('NO_DOMAIN', `no definition of '${record.name}'`, { domain: 'QEMU' });
  }
  const definition = persistent.read();
  return texts.of(definition, kind, () => formatDomain(definition, { inactive: true, secure: isSecure(kind) }));
}

function activeXml(status: DomainStatus, kind: number): string {
  const secure = isSecure(kind);
  if (!hasFlagSet(kind, XML_FLAGS.inactive | XML_FLAGS.migratable)) return formatDomain(liveView(status), { secure });
  const next = inactiveDefinition(status.definition);
  const shown = hasFlagSet(kind, XML_FLAGS.migratable) ? migratableDefinition(next) : next;
  return formatDomain(shown, { inactive: true, secure });
}

function isSecure(kind: number): boolean {
  return hasFlagSet(kind, XML_FLAGS.secure | XML_FLAGS.migratable);
}

function liveView({ definition, cpu, id }: DomainStatus): DomainDefinition {
  return { ...definition, ...(cpu && { cpu }), id };
}
