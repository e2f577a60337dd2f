import { readFile, writeFile } from 'node:fs/promises';
import { formatDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet, XML_FLAGS } from '../../../driver/flags.js';
import { systemReason } from '../../../driver/system-reason.js';
import type { Chance } from '../world/chance.js';
import { type NamedDefinition, readDefinition } from '../world/read-definition.js';
import { liveDefinition } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** The first line of a file that a domain was saved to; the domain's XML follows. */
const MAGIC = 'virtkit test domain\n';

/** virDomainCoreDumpFlags: the domain ends with it. */
const CRASH = 1;

async function readSaved(path: string, chance: Chance, signal: AbortSignal): Promise<NamedDefinition> {
  const content = await readFile(path, { encoding: 'utf8', signal }).catch((cause: unknown) => {
    const detail = `cannot read domain image '${path}': ${systemReason(cause)}`;
    throw new VirtError('SYSTEM_ERROR', detail, { domain: 'TEST', cause });
  });
  if (content.startsWith(MAGIC)) return readDefinition(content.slice(MAGIC.length), chance);
  throw new VirtError('INTERNAL_ERROR', 'mismatched header magic', { domain: 'TEST' });
}

/** @param doing what fails, if writing does */
async function writeSaved(path: string, xml: string, doing: string, signal: AbortSignal): Promise<void> {
  await writeFile(path, MAGIC + xml, { mode: 0o600, signal }).catch((cause: unknown) => {
    throw new VirtError('SYSTEM_ERROR', `${doing}: ${systemReason(cause)}`, { domain: 'TEST', cause });
  });
}

/** @throws VirtError ARGUMENT_UNSUPPORTED for another definition than the one that is saved */
function mustNotModify(xml: string | undefined): void {
  if (xml === undefined) return;
  throw new VirtError('ARGUMENT_UNSUPPORTED', 'xml modification unsupported', { domain: 'TEST' });
}

/** Domains on disk: files that name them, and what the next start takes up. */
export function saveFunctions(world: TestWorld) {
  const { domains, chance } = world;
  const save = async (
    reference: { readonly uuid: string },
    path: string,
    xml: string | undefined,
    signal: AbortSignal,
  ): Promise<void> => {
    mustNotModify(xml);
    const domain = domains.byUuid(reference);
    const doing = `saving domain '${domain.name}' to '${path}': open failed`;
    await writeSaved(path, formatDomain(liveDefinition(domain), { inactive: true }), doing, signal);
    world.stop(domain, 'saved');
  };
  const restore = async (path: string, xml: string | undefined, signal: AbortSignal): Promise<void> => {
    mustNotModify(xml);
    const definition = await readSaved(path, chance, signal);
    world.create(definition, { state: 'running', reason: 'restored' }, { event: 'started', detail: 'restored' });
  };
  const dump = async (
    reference: { readonly uuid: string },
    path: string,
    flags: number,
    signal: AbortSignal,
  ): Promise<void> => {
    const domain = domains.byUuid(reference);
    const doing = `domain '${domain.name}' coredump: failed to open ${path}`;
    await writeSaved(path, formatDomain(liveDefinition(domain), { inactive: true }), doing, signal);
    if (hasFlagSet(flags, CRASH)) world.stop(domain, 'crashed');
  };
  return {
    domainSaveFlags: async ({ domain, to, xml }, { signal }) => save(domain, to, xml, signal),
    domainRestoreFlags: async ({ from, xml }, { signal }) => restore(from, xml, signal),
    domainSaveImageGetXMLDesc: async ({ file, flags }, { signal }) => ({
      xml: formatDomain(await readSaved(file, chance, signal), {
        inactive: true,
        secure: hasFlagSet(flags, XML_FLAGS.secure),
      }),
    }),
    domainSaveImageDefineXML: async ({ file, xml }, { signal }) => {
      await readSaved(file, chance, signal);
      const doing = `saving domain image '${file}'`;
      await writeSaved(file, formatDomain(readDefinition(xml, chance), { inactive: true }), doing, signal);
    },
    domainCoreDump: async ({ domain, to, flags }, { signal }) => dump(domain, to, flags, signal),
    domainCoreDumpWithFormat: async ({ domain, to, flags }, { signal }) => dump(domain, to, flags, signal),
    domainManagedSave: async ({ domain: reference }) => {
      const domain = domains.byUuid(reference);
      const definition = liveDefinition(domain);
      if (domain.persistent === undefined) {
        throw new VirtError('OPERATION_INVALID', 'cannot do managed save for transient domain', { domain: 'TEST' });
      }
      domain.managedSave = { definition };
      world.stop(domain, 'saved');
    },
    domainHasManagedSaveImage: async ({ domain }) => ({ result: domains.byUuid(domain).managedSave !== undefined }),
    domainManagedSaveRemove: async ({ domain }) => {
      domains.byUuid(domain).managedSave = undefined;
    },
  } satisfies DriverFunctions;
}
