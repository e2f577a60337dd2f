// The part of the adapter that is about definitions alone: it translates between the runner and @virtkit/domain-conf.
import {
  applyFormatRules,
  domainError,
  formatDomain,
  parseDomain,
  validateDomain,
} from '../packages/domain-conf/dist/index.js';

/**
 * Parses and formats a definition without any driver.
 * @param {string} xml
 * @param {{ params: { inactive?: boolean, hostArch?: string }, host: { arch: { default: string } } }} options
 */
export function parseFormat(xml, { params, host }) {
  const { definition, positions } = parseDomain(xml);
  const complete = applyFormatRules(definition, {
    architecture: params.hostArch ?? host.arch.default,
    randomBytes: (length) => new Uint8Array(length),
  });
  const [problem] = validateDomain(complete);
  if (problem !== undefined) throw domainError(problem, positions);
  return formatDomain(complete, { inactive: params.inactive ?? false });
}
