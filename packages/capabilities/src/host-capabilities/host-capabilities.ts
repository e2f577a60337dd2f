import { readDocument, writeDocument } from '@virtkit/xml';
import type { EmulatorCapabilities } from '../model.js';
import { buildGuestCapabilities } from './build-guest.js';
import { buildHost, type DescribedHost } from './build-host.js';
import { capabilitiesDocument, type HostCapabilities } from './document.js';

/** What the host is, and which guests its emulators can run. */
export function buildHostCapabilities(
  host: DescribedHost,
  emulators: readonly EmulatorCapabilities[],
): HostCapabilities {
  return { host: buildHost(host), guests: emulators.map(buildGuestCapabilities) };
}

/** Formats host capabilities as the document that `virsh capabilities` prints. */
export function formatHostCapabilities(capabilities: HostCapabilities): string {
  return writeDocument(capabilitiesDocument, capabilities);
}

/**
 * Parses the document that `virsh capabilities` prints.
 *
 * @throws {XmlError} `XML_ERROR` for what is no such document.
 */
export function parseHostCapabilities(xml: string): HostCapabilities {
  return readDocument(capabilitiesDocument, xml).value;
}
