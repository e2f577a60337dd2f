import { onOff } from '../codecs/words.js';
import { attribute } from '../fields/attribute.js';
import type { Problem } from '../problem.js';
import type { Shape } from '../shape.js';
import { value } from './value.js';

/** An element whose presence says it all: `<acpi/>` is true. */
export const flag: Shape<true> = {
  read: (state) => {
    for (let index = 0; index < state.reader.attributeCount; index++) state.dropAttribute(index);
    while (state.reader.nextChild()) state.dropElement();
    return true;
  },
  write: (_, name, indent) => `${indent}<${name}/>\n`,
  check: (one, path, problems: Problem[]) => {
    if (one !== true) problems.push({ code: 'XML_ERROR', message: 'Invalid value: only true, or absent.', path });
  },
  schema: () => ({ const: true }),
  type: () => 'true',
};

/** `<vmport state='off'/>` is false; without the attribute, true. */
export const state: Shape<boolean> = value(attribute(onOff, { name: 'state' }), true);
