import { randomBytes } from 'node:crypto';
import {
  applyFormatRules,
  type DomainDefinition,
  domainError,
  parseDomain,
  validateDomain,
} from '@virtkit/domain-conf';
import { completeDevices } from './complete-devices.js';

/** A definition that has its name. */
export type NamedDefinition = DomainDefinition & { readonly name: string };

/**
 * Reads a domain's XML and completes it as libvirt's test driver does: by the format's rules, and hardly more.
 * @throws VirtError XML_DETAIL, XML_ERROR, CONFIG_UNSUPPORTED …
 */
export function readDefinition(xml: string): NamedDefinition {
  const { definition, positions } = parseDomain(xml);
  const [problem] = validateDomain(definition);
  if (problem !== undefined) throw domainError(problem, positions);
  const completed = completeDevices(applyFormatRules(definition, { architecture: 'i686', origin: 'new', randomBytes }));
  return { ...completed, name: definition.name ?? '' };
}
