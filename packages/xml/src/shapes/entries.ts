import type { Codec } from '../codecs/codec.js';
import { escapeAttribute, escapeText } from '../escape.js';
import type { Value } from '../fields/field.js';
import type { Problem } from '../problem.js';
import type { Shape } from '../shape.js';
import { checkIsRecord, isValue } from './check-record.js';

/** `<entry name='version'>1</entry>…` as `{ version: '1' }`: children that are keyed by an attribute and hold text. */
export function entries(child: string, attribute = 'name'): Shape<Record<string, string>> {
  return {
    read: (state) => {
      const { reader } = state;
      const out: Value = {};
      while (reader.nextChild()) {
        const key = reader.name === child ? reader.attribute(attribute) : undefined;
        if (key === undefined || Object.hasOwn(out, key)) {
          state.dropElement();
          continue;
        }
        const offset = reader.start;
        let content = '';
        while (reader.nextChild(true)) {
          content += reader.text;
          state.dropElement();
        }
        defineOwn(out, key, content + reader.text);
        state.trail?.note(key, offset);
      }
      return out;
    },
    write: (map, name, indent) => {
      const lines = Object.entries(isValue(map) ? map : {}).map(
        ([key, one]) =>
          `${indent}  <${child} ${attribute}='${escapeAttribute(key)}'>${escapeText(String(one))}</${child}>\n`,
      );
      return lines.length === 0
        ? `${indent}<${name}/>\n`
        : `${indent}<${name}>\n${lines.join('')}${indent}</${name}>\n`;
    },
    check: (map, path, problems) => {
      if (!checkIsRecord(map, path, problems)) return;
      for (const [key, one] of Object.entries(map)) {
        if (typeof one !== 'string')
          problems.push({
            code: 'XML_ERROR',
            message: 'Invalid value.',
            path: `${path}/${key}`,
            remedy: 'Expected text',
          });
      }
    },
    schema: () => ({ type: 'object', additionalProperties: { type: 'string' } }),
    type: () => 'Record<string, string>',
  };
}

function defineOwn(out: Value, key: string, content: string): void {
  Object.defineProperty(out, key, { value: content, enumerable: true, writable: true, configurable: true });
}

/** `<banks><sha256/><sha512/></banks>` as `['sha256', 'sha512']`: a set of children that are only names, in the codec's order. */
export function names<T extends string>(codec: Codec<T>): Shape<T[]>;
export function names(codec: Codec<string>): Shape<string[]> {
  const inOrder = (list: readonly string[]): string[] => {
    const { words = list } = codec;
    return words.filter((word) => list.includes(word));
  };
  return {
    read: (state) => {
      const found: string[] = [];
      while (state.reader.nextChild()) {
        const word = codec.parse(state.reader.name);
        if (word === undefined) state.dropElement();
        else {
          if (!found.includes(word)) found.push(word);
          state.reader.skipContent();
        }
      }
      return inOrder(found);
    },
    write: (list, name, indent) => {
      const lines = Array.isArray(list)
        ? inOrder(list)
            .map((word) => `${indent}  <${word}/>\n`)
            .join('')
        : '';
      return lines === '' ? `${indent}<${name}/>\n` : `${indent}<${name}>\n${lines}${indent}</${name}>\n`;
    },
    check: (list, path, problems: Problem[]) => {
      if (Array.isArray(list) && list.every((word) => codec.accepts(word))) return;
      const remedy = `Allowed: an array of ${codec.words?.join(', ')}`;
      problems.push({ code: 'XML_ERROR', message: `Invalid value: ${JSON.stringify(list)}.`, path, remedy });
    },
    schema: () => ({ type: 'array', items: codec.schema, uniqueItems: true }),
    type: () => `Array<${codec.type}>`,
  };
}
