import type { DomainDefinition } from '@virtkit/domain-conf';
import type { BuildContext } from './build-context.js';

/** Paths that hold a domain's name take no more of it than this, so that sockets' paths stay within the system's limit. */
const SHORT_NAME_CHARACTERS = 20;

/** `ID-NAME`, the name cut short: how directories and sockets of a running domain are told apart. */
export function shortNameOf(definition: DomainDefinition, domainId: number): string {
  return `${domainId}-${[...(definition.name ?? '')].slice(0, SHORT_NAME_CHARACTERS).join('')}`;
}

/** The directory of a running domain: its monitor's socket, its master key, its home. */
export function domainDirectory(context: BuildContext): string {
  return `${context.host.directories.lib}/domain-${shortNameOf(context.definition, context.domainId)}`;
}

/** The socket on which QEMU's monitor listens. */
export function monitorPath(context: BuildContext): string {
  return `${domainDirectory(context)}/monitor.sock`;
}
