import { randomBytes } from 'node:crypto';
import { completeDomain } from '@virtkit/command-builder';
import {
  applyFormatRules,
  type DomainDefinition,
  domainError,
  formatDomain,
  parseDomain,
  validateDomain,
} from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { hostArchitecture } from '../../host/architecture.js';
import { drawMoment } from '../../host/describe-host.js';
import { emulatorFor } from '../../host/emulator-for.js';
import { traceStep } from '../../trace/crossings.js';
import type { DomainRecord } from './domain-record.js';
import { emitLifecycle } from './lifecycle-events.js';
import type { QemuRoot } from './qemu-root.js';
import { checkDomainName } from './state/domain-name.js';

/** A definition that has what the driver tells domains apart by. */
export type NamedDefinition = DomainDefinition & { readonly name: string; readonly uuid: string };

/**
 * Reads a new definition and completes it for its emulator, on this host.
 * @throws VirtError XML_DETAIL, XML_ERROR, CONFIG_UNSUPPORTED …, by the step that refused
 */
export async function readDefinition(root: QemuRoot, xml: string, signal: AbortSignal): Promise<NamedDefinition> {
  const { definition: parsed, positions } = traceStep.sync({ step: 'parseDomain', subject: 'XML' }, () =>
    parseDomain(xml),
  );
  const definition = applyFormatRules(parsed, { architecture: hostArchitecture(), randomBytes, origin: 'new' });
  const { name = '' } = definition;
  checkDomainName(name);
  const capabilities = await root.capabilitiesOf(emulatorFor(definition, root.host), signal);
  const moment = drawMoment(definition.devices?.interfaces?.length ?? 0);
  const host = { ...root.host, moment };
  const completed = traceStep.sync({ step: 'completeDomain', subject: name }, () =>
    completeDomain(definition, capabilities, host, { origin: 'new' }),
  );
  const [problem] = traceStep.sync({ step: 'validateDomain', subject: name }, () =>
    validateDomain(completed.definition),
  );
  if (problem !== undefined) throw domainError(problem, positions);
  return { ...completed.definition, name, uuid: completed.definition.uuid ?? moment.uuid };
}

/**
 * The domain that a new definition replaces, if any.
 * @throws VirtError OPERATION_FAILED if the name or the UUID belongs to another domain
 */
export function findReplaced(root: QemuRoot, { name, uuid }: NamedDefinition): DomainRecord | undefined {
  const sameName = root.domains.byName(name);
  if (sameName !== undefined && sameName.uuid !== uuid) {
    throw new VirtError('OPERATION_FAILED', `domain '${name}' already exists with uuid ${sameName.uuid}`, {
      domain: 'DOMAIN',
    });
  }
  const sameUuid = root.domains.byUuid(uuid);
  if (sameUuid !== undefined && sameUuid.name !== name) {
    throw new VirtError('OPERATION_FAILED', `domain '${sameUuid.name}' is already defined with uuid ${uuid}`, {
      domain: 'DOMAIN',
    });
  }
  return sameName;
}

/** Makes a definition persistent; the next start takes it. */
export async function defineDomain(root: QemuRoot, xml: string, signal: AbortSignal): Promise<DomainRecord> {
  const definition = await readDefinition(root, xml, signal);
  return root.locked(signal, async () => {
    const isNew = findReplaced(root, definition)?.persistent === undefined;
    const record = await root.domains.writePersistent(definition, formatDomain(definition));
    emitLifecycle(root, record, { event: 'defined', detail: isNew ? 'added' : 'updated' });
    return record;
  });
}
