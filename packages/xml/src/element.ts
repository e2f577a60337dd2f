import type { Fields, InferFields } from './fields/field.js';
import type { Element, Shape } from './shape.js';
import { type RecordOptions, record } from './shapes/record.js';

export interface ElementOptions extends RecordOptions {
  /** What it is, in a sentence, for whoever reads the types or the schema. */
  readonly about?: string;
  /** The namespaces that a document with this root may use: URI by prefix. */
  readonly namespaces?: { readonly [prefix: string]: string };
}

/** Declares an element: its name in documents, and its fields or its shape. */
export function element<T>(name: string, shape: Shape<T>, options?: ElementOptions): Element<T>;
export function element<F extends Fields>(name: string, fields: F, options?: ElementOptions): Element<InferFields<F>>;
export function element(
  name: string,
  content: Shape<unknown> | Fields,
  options: ElementOptions = {},
): Element<unknown> {
  return { ...(isShape(content) ? content : record(content, options)), name, ...options };
}

function isShape(content: Shape<unknown> | Fields): content is Shape<unknown> {
  return typeof content.read === 'function' && typeof content.write === 'function';
}
