import type { DomainDefinition } from '@virtkit/domain-conf';

/** How many vCPUs a domain may have; one unless its definition says more. */
export function maxVcpus(definition: DomainDefinition | undefined): number {
  return definition?.vcpu?.count ?? 1;
}

/** How many vCPUs a domain has. */
export function onlineVcpus(definition: DomainDefinition | undefined): number {
  return definition?.vcpu?.current ?? maxVcpus(definition);
}
