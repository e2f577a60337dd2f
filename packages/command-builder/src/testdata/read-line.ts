import { type DomainDefinition, validateDomain } from '@virtkit/domain-conf';
import { type ParsedCommandLine, parseCommandLine } from '../parse/parse-command-line.js';

/**
 * The definition of a command line, of which the emulator is given apart.
 * @throws Error where the definition isn't valid.
 */
export function readLine(
  rest: string,
  emulator = 'qemu-system-x86_64',
): ParsedCommandLine & { devices: NonNullable<DomainDefinition['devices']> } {
  const parsed = parseCommandLine(`${emulator} ${rest}`);
  const [problem] = validateDomain(parsed.definition);
  if (problem !== undefined) throw new Error(`the definition is not valid: ${JSON.stringify(problem)}`);
  return { ...parsed, devices: parsed.definition.devices ?? {} };
}
