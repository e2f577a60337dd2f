import { child, element, escapeText, type Field, type Shape, string, text, value } from '@virtkit/xml';

const values = element('value', value(text(string)));

/** `<enum name='bus'><value>scsi</value>…</enum>` as `['scsi', …]`. */
function enumShape(name: string): Shape<string[]> {
  return {
    read(state) {
      const found: string[] = [];
      while (state.reader.nextChild()) {
        if (state.reader.name === 'value') found.push(String(values.read(state)));
        else state.dropElement();
      }
      return found;
    },
    write(list, tag, indent) {
      const words = Array.isArray(list) ? list : [];
      const lines = words.map((word) => `${indent}  <value>${escapeText(String(word))}</value>\n`).join('');
      const opening = `${indent}<${tag} name='${name}'`;
      return lines === '' ? `${opening}/>\n` : `${opening}>\n${lines}${indent}</${tag}>\n`;
    },
    check(list, path, problems) {
      if (Array.isArray(list) && list.every((word) => typeof word === 'string')) return;
      problems.push({ code: 'XML_ERROR', message: 'Invalid value: not an array of strings.', path });
    },
    schema: () => ({ type: 'array', items: { type: 'string' } }),
    type: () => 'string[]',
  };
}

/** What a part of a domain may be: the words of the `<enum>` with the name. */
export function enumeration(name: string): Field<string[], false> {
  return child(enumShape(name), { name: 'enum', where: ['name', name] });
}
