import type { DomainDefinition } from '@virtkit/domain-conf';
import { type ErrorCode, VirtError } from '@virtkit/errors';
import { getMetadataElement, setMetadataElement } from './metadata-element.js';

/** virDomainMetadataType, which networks share */
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

/** What a definition says of itself, be it a domain's or a network's. */
export interface Described {
  title?: string;
  description?: string;
  metadata?: string;
}

function replaced(described: Described, key: keyof Described, text: string | undefined): Described {
  const changed = { ...described };
  if (text) changed[key] = text;
  else delete changed[key];
  return changed;
}

/** What a definition says of itself, with the text or the element in it, or without. @throws VirtError INVALID_ARG */
export function changeDescribed(described: Described, { type, metadata, key, uri = '' }: MetadataPart): Described {
  switch (type) {
    case DESCRIPTION:
      return replaced(described, 'description', metadata);
    case TITLE:
      if (metadata?.includes('\n'))
        throw new VirtError('INVALID_ARG', "metadata title can't contain newlines", { domain: 'DOMAIN' });
      return replaced(described, 'title', metadata);
    case ELEMENT:
      return replaced(described, 'metadata', setMetadataElement(described.metadata ?? '', uri, key, metadata));
    default:
      throw new VirtError('INVALID_ARG', `unknown metadata type ${type}`, { domain: 'DOMAIN' });
  }
}

/** The definition with the text or the element in it, or without. @throws VirtError INVALID_ARG */
export function changeMetadata(definition: DomainDefinition, part: MetadataPart): DomainDefinition {
  const { title, description, metadata, ...rest } = definition;
  const described = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(metadata !== undefined && { metadata }),
  };
  return { ...rest, ...changeDescribed(described, part) };
}

/** The text or the element. @throws VirtError NO_DOMAIN_METADATA, or `missing` */
export function readMetadata(
  described: Described | undefined,
  { type, uri = '' }: MetadataPart,
  missing: ErrorCode = 'NO_DOMAIN_METADATA',
): string {
  if (type === ELEMENT) return getMetadataElement(described?.metadata ?? '', uri, missing);
  const text = type === TITLE ? described?.title : described?.description;
  if (text !== undefined) return text;
  const what = type === TITLE ? 'title' : 'description';
  throw new VirtError(missing, `Requested metadata element is not present: ${what}`, { domain: 'DOMAIN' });
}
