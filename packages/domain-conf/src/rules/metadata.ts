import { XmlReader } from '@virtkit/xml';
import type { FormatRule } from './format-rule.js';

/** The start tag of an element with a prefix, which may have a content. */
const ELEMENT = /^\s*<([\w.-]+:[\w.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>/;

/** Whether there is nothing but one application's element, so that there is nothing to drop. */
function isAlone(metadata: string): boolean {
  const name = ELEMENT.exec(metadata)?.[1];
  if (name === undefined) return false;
  const end = `</${name}>`;
  const trimmed = metadata.trimEnd();
  return trimmed.endsWith(end) && trimmed.indexOf(end) === trimmed.length - end.length;
}

/** Every application has one element of its namespace in the metadata; what has none, or comes again, is dropped. */
export const completeMetadata: FormatRule = (draft) => {
  const { metadata } = draft;
  if (metadata === undefined || isAlone(metadata)) return;
  const opening = '<metadata>';
  const reader = new XmlReader(`${opening}${metadata}</metadata>`);
  const seen = new Set<string>();
  let kept = '';
  let from = opening.length;
  while (reader.nextChild()) {
    const { start } = reader;
    const uri = /^\{(.*)\}/.exec(reader.name)?.[1];
    const isKept = uri !== undefined && !seen.has(uri);
    if (uri !== undefined) seen.add(uri);
    reader.skipContent();
    if (isKept) kept += reader.source.slice(from, reader.end);
    else kept += reader.source.slice(from, start).trimEnd();
    from = reader.end;
  }
  kept += reader.source.slice(from, reader.source.lastIndexOf('</'));
  if (seen.size === 0) delete draft.metadata;
  else draft.metadata = kept;
};
