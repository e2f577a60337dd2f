import { type WriteOptions, writeDocument } from '@virtkit/xml';
import { domain } from './elements/domain.js';
import type { DomainDefinition } from './generated/definition.js';

export interface FormatOptions {
  /** Leaves out what only a running domain has; libvirt's VIR_DOMAIN_XML_INACTIVE. */
  readonly inactive?: boolean;
  /** Writes passwords, too, unless false; libvirt's VIR_DOMAIN_XML_SECURE. */
  readonly secure?: boolean;
}

/** Writes a definition as libvirt does, and adds nothing to it. */
export function formatDomain(definition: DomainDefinition, options: FormatOptions = {}): string {
  const writeOptions: WriteOptions = options;
  return writeDocument(domain, definition, writeOptions);
}
