export type { Codec, CodecValue, Invalid, JsonSchema } from './codecs/codec.js';
export { hex, hex64, int, int64, integerBetween, positive, uint, uint64, uintInAnyBase } from './codecs/numbers.js';
export { bytesOf, type ScaledCodec, scaled } from './codecs/scaled.js';
export { oneOf, onOff, pattern, string, uuid, yesNo } from './codecs/words.js';
export { type DocumentReading, type Positions, readDocument, writeDocument } from './document.js';
export { documentSchema } from './document-schema.js';
export { type ElementOptions, element } from './element.js';
export { escapeAttribute, escapeText } from './escape.js';
export { attribute } from './fields/attribute.js';
export { type ChildOptions, type Content, child, children, lazy } from './fields/child.js';
export { type Choices, choice, choices, type InferChoices } from './fields/choice.js';
export {
  type Field,
  type FieldOptions,
  type Fields,
  type InferFields,
  required,
} from './fields/field.js';
export { type Namespace, namespace } from './fields/namespace.js';
export { text } from './fields/text.js';
export { within } from './fields/within.js';
export type { NamedDeclarations } from './named.js';
export { LineIndex, type Position } from './position.js';
export { describeProblem, type Problem, XmlError } from './problem.js';
export { type ReadOptions, ReadState, type UnknownPart } from './read-state.js';
export { MAX_DEPTH, XmlReader } from './reader.js';
export type { Element, Infer, Naming, Shape, WriteOptions } from './shape.js';
export { entries, names } from './shapes/entries.js';
export { flag, state } from './shapes/flag.js';
export { record } from './shapes/record.js';
export { value } from './shapes/value.js';
export { type Cases, type InferCases, type VariantOptions, variant } from './shapes/variant.js';
export { verbatim } from './shapes/verbatim.js';
export { formatTypes } from './type-text.js';
