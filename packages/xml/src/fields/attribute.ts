import type { Codec } from '../codecs/codec.js';
import { escapeAttribute } from '../escape.js';
import type { BoundField, Field, FieldOptions } from './field.js';
import { checkValue, describedSchema, isScaled, tellInvalid } from './value.js';

/** A field that is an attribute of the element; with a scaled codec, one beside the attribute `unit`. */
export function attribute<T>(codec: Codec<T>, options: FieldOptions & { readonly required: true }): Field<T, true>;
export function attribute<T>(codec: Codec<T>, options?: FieldOptions): Field<T, false>;
export function attribute(codec: Codec<unknown>, options: FieldOptions = {}): Field {
  return { required: options.required ?? false, options, groups: [], bind: (key) => bind(key, codec, options) };
}

function bind(key: string, codec: Codec<unknown>, options: FieldOptions): BoundField {
  const name = options.name ?? key;
  const opening = ` ${name}='`;
  const scale = isScaled(codec) ? codec : undefined;
  const { parse, format, isLiteral = false } = codec;
  return {
    place: 'attribute',
    key,
    name,
    ...(scale === undefined ? {} : { unitName: 'unit' }),
    read: (state, index, out) => {
      const { reader } = state;
      const text = reader.attributeValues[index] ?? '';
      const offset = reader.attributeOffsets[index] ?? 0;
      const unit = scale === undefined ? undefined : reader.attribute('unit');
      const value = scale === undefined ? parse(text) : scale.parseScaled(text, unit);
      if (value === undefined) {
        state.fail(out, key);
        tellInvalid(state, codec, text, { holder: name, offset, options, unit });
        return;
      }
      out[key] = value;
      state.trail?.note(key, offset);
    },
    write: (value) => {
      if (isLiteral) return `${opening}${format(value)}'`;
      if (scale === undefined) return `${opening}${escapeAttribute(format(value))}'`;
      const { text, unit } = scale.formatScaled(Number(value));
      return `${opening}${text}' unit='${unit}'`;
    },
    check: (value, path, problems) => checkValue(codec, value, path, problems),
    schema: (naming) => describedSchema(naming.reference(codec) ?? codec.schema, options),
    type: (naming) => naming.reference(codec) ?? codec.type,
  };
}
