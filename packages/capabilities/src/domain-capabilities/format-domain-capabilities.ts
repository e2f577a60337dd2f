import { writeDocument } from '@virtkit/xml';
import { type DomainCapabilities, domainCapabilitiesDocument } from './document.js';

/** Formats domain capabilities as the document that `virsh domcapabilities` prints. */
export function formatDomainCapabilities(capabilities: DomainCapabilities): string {
  return writeDocument(domainCapabilitiesDocument, capabilities);
}
