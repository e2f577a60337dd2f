import type { Codec } from '../codecs/codec.js';
import { escapeText } from '../escape.js';
import type { Field, FieldOptions } from './field.js';
import { checkValue, describedSchema, isScaled, tellInvalid } from './value.js';

/** A field that is the element's own text; with a scaled codec, beside its attribute `unit`. */
export function text<T>(codec: Codec<T>, options: FieldOptions & { readonly required: true }): Field<T, true>;
export function text<T>(codec: Codec<T>, options?: FieldOptions): Field<T, false>;
export function text(codec: Codec<unknown>, options: FieldOptions = {}): Field {
  const { parse } = codec;
  const scaledCodec = isScaled(codec) ? codec : undefined;
  const scale = scaledCodec && ((value: unknown) => scaledCodec.formatScaled(Number(value)));
  return {
    required: options.required ?? false,
    options,
    groups: [],
    bind: (key) => ({
      place: 'text',
      key,
      name: key,
      read: (state, { content, unit, offset }, out) => {
        const value = scaledCodec === undefined ? parse(content) : scaledCodec.parseScaled(content, unit);
        if (value === undefined) {
          state.fail(out, key);
          const closedElement = state.reader.elementAt(offset);
          tellInvalid(state, codec, content, { closedElement, offset, options, unit });
          return;
        }
        out[key] = value;
        state.trail?.note(key, offset);
      },
      write: (value) => (scale === undefined ? escapeText(codec.format(value)) : scale(value).text),
      ...(scale === undefined
        ? {}
        : { unitName: 'unit', writeUnit: (value: unknown) => ` unit='${scale(value).unit}'` }),
      check: (value, path, problems) => checkValue(codec, value, path, problems),
      schema: (naming) => describedSchema(naming.reference(codec) ?? codec.schema, options),
      type: (naming) => naming.reference(codec) ?? codec.type,
    }),
  };
}
