import {
  applyFormatRules,
  type DomainDefinition,
  domainError,
  parseDomain,
  validateDomain,
} from '@virtkit/domain-conf';
import type { Chance } from './chance.js';
import { completeDevices } from './complete-devices.js';

/** A definition that has its name. */
export type NamedDefinition = DomainDefinition & { readonly name: string };

/**
 * Reads a domain's XML and completes it as libvirt's test driver does: by the format's rules, and hardly more.
 * @throws VirtError XML_DETAIL, XML_ERROR, CONFIG_UNSUPPORTED …
 */
export function readDefinition(xml: string, chance: Chance): NamedDefinition {
  const { definition, positions } = parseDomain(xml);
  const [problem] = validateDomain(definition);
  if (problem !== undefined) throw domainError(problem, positions);
  const format = { architecture: 'i686', origin: 'new', randomBytes: chance.bytes } as const;
  const completed = completeDevices(applyFormatRules(definition, format));
  return { ...completed, name: definition.name ?? '' };
}
