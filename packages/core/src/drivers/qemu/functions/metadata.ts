import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import { changePersistent } from '../change-persistent.js';
import { activeStatus, findDomain } from '../domain-access.js';
import { isActive } from '../domain-record.js';
import { referenceTo } from '../lifecycle-events.js';
import { getMetadataElement, setMetadataElement } from '../metadata-element.js';
import type { QemuRoot } from '../qemu-root.js';

/** virDomainMetadataType */
const DESCRIPTION = 0;
const TITLE = 1;
const ELEMENT = 2;

interface Metadata {
  readonly type: number;
  readonly metadata?: string | undefined;
  readonly key?: string | undefined;
  readonly uri?: string | undefined;
}

/** The definition with a new text in place of the old one, or with none. */
function replaced(
  definition: DomainDefinition,
  key: 'title' | 'description' | 'metadata',
  text: string | undefined,
): DomainDefinition {
  const changed = { ...definition };
  if (text) changed[key] = text;
  else delete changed[key];
  return changed;
}

function change(definition: DomainDefinition, { type, metadata, key, uri = '' }: Metadata): DomainDefinition {
  switch (type) {
    case DESCRIPTION:
      return replaced(definition, 'description', metadata);
    case TITLE:
      if (metadata?.includes('\n'))
        throw new VirtError('INVALID_ARG', "metadata title can't contain newlines", { domain: 'DOMAIN' });
      return replaced(definition, 'title', metadata);
    case ELEMENT:
      return replaced(definition, 'metadata', setMetadataElement(definition.metadata ?? '', uri, key, metadata));
    default:
      throw new VirtError('INVALID_ARG', `unknown metadata type ${type}`, { domain: 'DOMAIN' });
  }
}

function read(definition: DomainDefinition | undefined, { type, uri = '' }: Metadata): string {
  if (type === ELEMENT) return getMetadataElement(definition?.metadata ?? '', uri);
  const text = type === TITLE ? definition?.title : definition?.description;
  if (text !== undefined) return text;
  const what = type === TITLE ? 'title' : 'description';
  throw new VirtError('NO_DOMAIN_METADATA', `Requested metadata element is not present: ${what}`, { domain: 'DOMAIN' });
}

/** Title, description and what programs keep with a domain. */
export function metadataFunctions(root: QemuRoot) {
  return {
    domainGetMetadata: async ({ domain, flags, ...wanted }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      const isLive = isActive(record) && !hasFlagSet(flags, AFFECT_FLAGS.config);
      if (hasFlagSet(flags, AFFECT_FLAGS.live)) activeStatus(record);
      return { metadata: read(isLive ? record.status?.definition : record.persistent, wanted) };
    },
    domainSetMetadata: async ({ domain, flags, ...metadata }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      const wantsConfig = hasFlagSet(flags, AFFECT_FLAGS.config);
      const wantsLive = hasFlagSet(flags, AFFECT_FLAGS.live);
      if (wantsLive) activeStatus(record);
      if (wantsLive || (!wantsConfig && isActive(record))) {
        const status = activeStatus(record);
        record.status = { ...status, definition: change(status.definition, metadata) };
        await root.domains.saveStatus(record);
      }
      if (wantsConfig || !isActive(record)) {
        await changePersistent(root, record, signal, (definition) => change(definition, metadata));
      }
      root.events.emit('metadataChange', record.uuid, (callbackId) => ({
        callbackId,
        domain: referenceTo(record),
        type: metadata.type,
        namespaceUri: metadata.uri,
      }));
    },
  } satisfies DriverFunctions;
}
