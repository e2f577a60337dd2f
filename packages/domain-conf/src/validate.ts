import type { Problem } from '@virtkit/xml';
import { domain } from './elements/domain.js';

/**
 * Everything that is wrong with a definition made in code: what the JSON Schema forbids, with a path of keys
 * (`/devices/disks/0/target`) for each. None for a definition that can be formatted.
 */
export function validateDomain(value: unknown): Problem[] {
  const problems: Problem[] = [];
  domain.check(value, '', problems);
  return problems;
}
