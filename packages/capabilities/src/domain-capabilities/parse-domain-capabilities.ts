import { readDocument } from '@virtkit/xml';
import { type DomainCapabilities, domainCapabilitiesDocument } from './document.js';

/**
 * Parses the document that `virsh domcapabilities` prints.
 *
 * @throws {XmlError} `XML_ERROR` for what is no such document.
 */
export function parseDomainCapabilities(xml: string): DomainCapabilities {
  const { value } = readDocument(domainCapabilitiesDocument, xml);
  const { custom } = value.cpu;
  if (custom?.models === undefined) return value;
  const blockers = new Map(
    custom.blockersByModel?.map(({ model, features }) => [model, features?.map(({ name }) => name) ?? []]),
  );
  const models = custom.models.map((model) => {
    const found = blockers.get(model.name);
    return found ? { ...model, blockers: found } : model;
  });
  const { blockersByModel: _, ...rest } = custom;
  return { ...value, cpu: { ...value.cpu, custom: { ...rest, models } } };
}
