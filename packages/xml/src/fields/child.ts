import type { Codec } from '../codecs/codec.js';
import type { Element, Shape } from '../shape.js';
import { value } from '../shapes/value.js';
import type { BoundField, Field, FieldOptions } from './field.js';
import { text } from './text.js';
import { describedSchema } from './value.js';

export interface ChildOptions extends FieldOptions {
  /** Of several children with this name, the one whose attribute has this value; the last such field also gets a child without it. */
  readonly where?: readonly [attribute: string, value: string];
}

/** What a child is: an element's declaration, a shape, a codec for an element that holds just text; or one of these later. */
export type Content<T> = Element<T> | Shape<T> | Codec<T>;

/** A field that is a child element. */
export function child<T>(content: Content<T>, options: ChildOptions & { readonly required: true }): Field<T, true>;
export function child<T>(content: Content<T>, options?: ChildOptions): Field<T, false>;
export function child(content: Content<unknown>, options: ChildOptions = {}): Field {
  return { required: options.required ?? false, options, groups: [], bind: (key) => bindOne(key, content, options) };
}

/** A field that is an array of child elements of one name. */
export function children<T>(content: Content<T>, options?: FieldOptions): Field<T[], false>;
export function children(content: Content<unknown>, options: FieldOptions = {}): Field {
  return { required: false, options, groups: [], bind: (key) => bindMany(key, content, options) };
}

/** A declaration that refers to itself, or to one that comes later in its file. */
export function lazy<T>(shape: () => Element<T>): Element<T>;
export function lazy(shape: () => Element<unknown>): Element<unknown> {
  return {
    get name() {
      return shape().name;
    },
    read: (state) => shape().read(state),
    write: (record, name, indent, options) => shape().write(record, name, indent, options),
    check: (record, path, problems) => shape().check(record, path, problems),
    schema: (naming) => naming.reference(shape()) ?? shape().schema(naming),
    type: (naming) => naming.reference(shape()) ?? shape().type(naming),
  };
}

function shapeOf(content: Content<unknown>, { invalid }: FieldOptions): Shape<unknown> {
  return 'read' in content ? content : value(text(content, invalid === undefined ? {} : { invalid }));
}

function nameOf(key: string, content: Content<unknown>, options: FieldOptions): string {
  return options.name ?? ('name' in content ? content.name : key);
}

function bindOne(key: string, content: Content<unknown>, options: ChildOptions): BoundField {
  const shape = shapeOf(content, options);
  const name = nameOf(key, content, options);
  const { read: readShape, write: writeShape } = shape;
  return {
    place: 'child',
    key,
    name,
    ...(options.where === undefined ? {} : { where: options.where }),
    read: (state, out) => {
      if (out[key] !== undefined) {
        if (options.repeated !== undefined) state.problem(state.reader.start, options.repeated);
        state.dropElement();
        return;
      }
      const outer = state.trail?.enter(key, state.reader.start);
      const read = readShape(state);
      if (read !== undefined) out[key] = read;
      else state.fail(out, key);
      if (outer !== undefined) state.trail?.leave(outer);
    },
    write: (one, indent, writeOptions) => writeShape(one, name, indent, writeOptions),
    check: (one, path, problems) => shape.check(one, path, problems),
    schema: (naming) => describedSchema(naming.reference(shape) ?? shape.schema(naming), options),
    type: (naming) => naming.reference(shape) ?? shape.type(naming),
  };
}

function bindMany(key: string, content: Content<unknown>, options: FieldOptions): BoundField {
  const shape = shapeOf(content, options);
  const name = nameOf(key, content, options);
  const { read: readShape, write: writeShape } = shape;
  return {
    place: 'child',
    key,
    name,
    read: (state, out) => {
      const known = out[key];
      const list: unknown[] = Array.isArray(known) ? known : [];
      if (list !== known) out[key] = list;
      const outer = state.trail?.enter(key, state.reader.start);
      const inner = state.trail?.enter(list.length, state.reader.start);
      const read = readShape(state);
      if (read !== undefined) list.push(read);
      if (inner !== undefined && outer !== undefined) state.trail?.leave(outer);
    },
    write: (list, indent, writeOptions) => {
      if (!Array.isArray(list)) return '';
      let lines = '';
      for (const one of list) lines += writeShape(one, name, indent, writeOptions);
      return lines;
    },
    check: (list, path, problems) => {
      if (Array.isArray(list)) list.forEach((one, index) => void shape.check(one, `${path}/${index}`, problems));
      else problems.push({ code: 'XML_ERROR', message: 'Invalid value: not an array.', path });
    },
    schema: (naming) =>
      describedSchema({ type: 'array', items: naming.reference(shape) ?? shape.schema(naming) }, options),
    type: (naming) => {
      const one = naming.reference(shape) ?? shape.type(naming);
      return /^\w+$/.test(one) ? `${one}[]` : `Array<${one}>`;
    },
  };
}
