import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { getMetadataElement, setMetadataElement } from './metadata-element.js';

/** virDomainMetadataType */
const DESCRIPTION = 0;
const TITLE = 1;
const ELEMENT = 2;

/** What virDomainSetMetadata and virDomainGetMetadata name: a text, or an element by its namespace. */
export interface MetadataPart {
  /** virDomainMetadataType */
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

/** The definition with the text or the element in it, or without. @throws VirtError INVALID_ARG */
export function changeMetadata(
  definition: DomainDefinition,
  { type, metadata, key, uri = '' }: MetadataPart,
): DomainDefinition {
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

/** The text or the element. @throws VirtError NO_DOMAIN_METADATA */
export function readMetadata(definition: DomainDefinition | undefined, { type, uri = '' }: MetadataPart): string {
  if (type === ELEMENT) return getMetadataElement(definition?.metadata ?? '', uri);
  const text = type === TITLE ? definition?.title : definition?.description;
  if (text !== undefined) return text;
  const what = type === TITLE ? 'title' : 'description';
  throw new VirtError('NO_DOMAIN_METADATA', `Requested metadata element is not present: ${what}`, { domain: 'DOMAIN' });
}
