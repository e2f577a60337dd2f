import { type Positions, type Problem, readDocument, type UnknownPart } from '@virtkit/xml';
import { domain } from './elements/domain.js';
import type { DomainDefinition } from './generated/definition.js';

export interface ParseOptions {
  /**
   * Gets each problem with a value, and parsing goes on; unless told, the first is thrown.
   * A document that is not well-formed always throws.
   */
  readonly onProblem?: (problem: Problem) => void;
}

export interface ParsedDomain {
  /** What the document says, and nothing that it does not say. */
  readonly definition: DomainDefinition;
  /** Where the parts of the definition stand in the document, by JSON pointer. */
  readonly positions: Positions;
  /** Elements and attributes that domain XML does not have, or has once; the definition lacks them. The first 10,000. */
  readonly unknown: readonly UnknownPart[];
}

/**
 * Reads a domain's XML. Throws an {@link XmlError}, a VirtError with line and column: `XML_DETAIL` for a document that
 * is not well-formed, else libvirt's code for the fault, mostly `XML_ERROR` or `CONFIG_UNSUPPORTED`.
 */
export function parseDomain(xml: string, options: ParseOptions = {}): ParsedDomain {
  const { value, positions, unknown } = readDocument(domain, xml, { documentName: '(domain_definition)', ...options });
  return { definition: value, positions, unknown };
}
