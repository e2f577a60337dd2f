import type { Domain } from '@virtkit/core';

/** The title of a domain, as its definition has it; empty without one. */
export async function domainTitle(domain: Domain, signal: AbortSignal): Promise<string> {
  const [xml, { parseDomain }] = await Promise.all([domain.getXMLDesc({ signal }), import('@virtkit/domain-conf')]);
  return parseDomain(xml).definition.title ?? '';
}
