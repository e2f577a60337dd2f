import { type Positions, type Problem, XmlError } from '@virtkit/xml';
import { formatChecks } from './checks/format-checks.js';
import { domain } from './elements/domain.js';
import type { DomainDefinition } from './generated/definition.js';

/** Whether a value has the shape of a definition: what the JSON Schema says, and nothing more. */
export function isDomainDefinition(value: unknown): value is DomainDefinition {
  const problems: Problem[] = [];
  domain.check(value, '', problems);
  return problems.length === 0;
}

/**
 * Everything that is wrong with a definition, made in code or parsed: first what the JSON Schema forbids; if that is
 * nothing, what the format's own rules forbid (targets twice, shares that collide …). Each problem has a path of keys
 * (`/devices/disks/0/target`), which {@link ParsedDomain.positions} turns into line and column. None: it can be used.
 */
export function validateDomain(value: unknown): Problem[] {
  const problems: Problem[] = [];
  domain.check(value, '', problems);
  if (problems.length > 0 || !isDomainDefinition(value)) return problems;
  for (const check of formatChecks) {
    check(value, (code, message, path, remedy) => {
      problems.push({ code, message, path, ...(remedy === undefined ? {} : { remedy }) });
    });
  }
  return problems;
}

/** The error to throw for a problem: with line and column, if the definition came from a document. */
export function domainError(problem: Problem, positions?: Positions): XmlError {
  return new XmlError({ ...problem, ...nearestPosition(problem.path, positions) });
}

/** The position of a part, or of the nearest part around it that the document has. */
function nearestPosition(path: string, positions: Positions | undefined): Partial<Problem> {
  for (let part = path; ; part = part.slice(0, part.lastIndexOf('/'))) {
    const position = positions?.of(part);
    if (position !== undefined || part === '') return position ?? {};
  }
}
