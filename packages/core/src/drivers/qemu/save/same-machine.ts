import { completeDomain } from '@virtkit/command-builder';
import { applyFormatRules, compareAbi, type DomainDefinition, domainError, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { emulatorFor } from '../../../host/emulator-for.js';
import type { NamedDefinition } from '../define-domain.js';
import type { QemuRoot } from '../qemu-root.js';

/**
 * The definition that a saved machine goes on with, completed for its emulator.
 * @param xml what a caller wants in place of the saved definition
 * @throws VirtError CONFIG_UNSUPPORTED if the guest would see another machine
 */
export async function sameMachine(
  root: QemuRoot,
  saved: DomainDefinition,
  xml: string | undefined,
  signal: AbortSignal,
): Promise<NamedDefinition> {
  const wanted = xml === undefined ? saved : applyFormatRules(parseDomain(xml).definition);
  const capabilities = await root.capabilitiesOf(emulatorFor(wanted, root.host), signal);
  const { definition } = completeDomain(wanted, capabilities, root.host, { origin: 'existing' });
  const { name, uuid } = definition;
  if (name === undefined || uuid === undefined) {
    throw new VirtError('OPERATION_FAILED', 'the saved definition names no domain', { domain: 'QEMU' });
  }
  const [difference] = xml === undefined ? [] : compareAbi(saved, definition);
  if (difference !== undefined) throw domainError(difference);
  return { ...definition, name, uuid };
}
