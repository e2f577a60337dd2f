import { type ErrorCode, VirtError } from '@virtkit/errors';
import { escapeAttribute, XmlReader } from '@virtkit/xml';
import { indentElement } from './indent-element.js';

interface MetadataElement {
  /** Its namespace. */
  readonly uri: string;
  readonly text: string;
}

/** The elements directly inside `<metadata>`, whose content is given. */
function elementsOf(content: string): MetadataElement[] {
  const reader = new XmlReader(`<metadata>${content}</metadata>`);
  const elements: MetadataElement[] = [];
  while (reader.nextChild()) {
    const start = reader.start;
    const uri = /^\{(.*)\}/.exec(reader.name)?.[1] ?? '';
    reader.skipContent();
    elements.push({ uri, text: reader.source.slice(start, reader.end) });
  }
  return elements;
}

/** The prefix that an element's own start tag binds to its namespace; empty for the default one. */
function prefixOf({ text }: MetadataElement): string {
  return /^<([^\s:/>]+):/.exec(text)?.[1] ?? '';
}

/**
 * The element of a namespace, as libvirt shows it: without its prefix and the declaration of it.
 * @throws VirtError NO_DOMAIN_METADATA, or `missing`, if there is none
 */
export function getMetadataElement(content: string, uri: string, missing: ErrorCode = 'NO_DOMAIN_METADATA'): string {
  const element = elementsOf(content).find((candidate) => candidate.uri === uri);
  if (element === undefined) throw new VirtError(missing, 'Requested metadata element is not present');
  const prefix = prefixOf(element);
  const declaration = new RegExp(`\\s+xmlns${prefix && `:${prefix}`}=(?:"[^"]*"|'[^']*')`);
  const bare = element.text.replace(declaration, '');
  return indentElement(prefix === '' ? bare : bare.replaceAll(new RegExp(`(</?)${prefix}:`, 'g'), '$1'));
}

/**
 * The content with the element of a namespace put in, replaced or (without `element`) taken out.
 * @param key the prefix it is to have
 */
export function setMetadataElement(
  content: string,
  uri: string,
  key: string | undefined,
  element: string | undefined,
): string {
  const others = elementsOf(content).filter((candidate) => candidate.uri !== uri);
  const kept = others.map(({ text }) => text);
  if (element !== undefined) kept.push(inNamespace(element, uri, key));
  return kept.length === 0 ? '' : `\n    ${kept.join('\n    ')}\n  `;
}

function inNamespace(element: string, uri: string, key: string | undefined): string {
  if (key === undefined) throw new VirtError('INVALID_ARG', 'a key is needed to set a metadata element');
  const reader = new XmlReader(element);
  while (reader.nextChild()) reader.skipContent();
  reader.finish();
  const prefixed = element.trim().replaceAll(/(<\/?)(?=[A-Za-z_])/g, `$1${key}:`);
  return prefixed.replace(/^(<[^\s/>]+)/, `$1 xmlns:${key}='${escapeAttribute(uri)}'`);
}
