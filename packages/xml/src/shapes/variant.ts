import type { Invalid } from '../codecs/codec.js';
import { oneOf } from '../codecs/words.js';
import { attribute } from '../fields/attribute.js';
import type { Fields, InferFields, Value } from '../fields/field.js';
import { later } from '../later.js';
import type { ReadState } from '../read-state.js';
import type { Shape } from '../shape.js';
import { WordMap } from '../word-map.js';
import { checkIsRecord, checkRecord, isValue, recordMembers, recordSchema } from './check-record.js';
import { type Plan, planOf } from './plan.js';
import { readRecord } from './read-record.js';
import { writeRecord } from './write-record.js';

/** The fields of each case, by the discriminator's word. */
export type Cases = { readonly [word: string]: Fields };

type Flatten<T> = { [K in keyof T]: T[K] };

/** The union of the cases' records, each with its discriminator. */
export type InferCases<D extends string, C extends Cases> = {
  [K in keyof C]: Flatten<{ [P in D]: K } & InferFields<C[K]>>;
}[keyof C];

export interface VariantOptions {
  /** The case of a document that does not say. */
  readonly default?: string;
  /** Keys of the attributes that are written before the discriminator. */
  readonly after?: readonly string[];
  /** The discriminator's name in the document, where that is not its key. */
  readonly name?: string;
  /** How libvirt speaks of a document that does not say and must. */
  readonly missing?: Invalid;
  /** How libvirt speaks of a word that is no case; `XML_ERROR` in its general words unless told. */
  readonly invalid?: (text: string) => Invalid;
  /** The fields of a document that does not say, where that is a case of its own. */
  readonly otherwise?: Fields;
  /** Whether it is written with two tags even when it is empty. */
  readonly paired?: boolean;
}

/** An element whose attribute decides which record it is. */
export function variant<D extends string, C extends Cases, F extends Fields>(
  key: D,
  cases: C,
  options: VariantOptions & { readonly otherwise: F },
): Shape<InferCases<D, C> | Flatten<{ [P in D]?: never } & InferFields<F>>>;
export function variant<D extends string, C extends Cases>(
  key: D,
  cases: C,
  options?: VariantOptions,
): Shape<InferCases<D, C>>;
export function variant(key: string, cases: Cases, options: VariantOptions = {}): Shape<unknown> {
  const name = options.name ?? key;
  const words = Object.keys(cases);
  const plans = new WordMap(
    new Map(
      Object.entries(cases).map(([word, fields]) => [
        word,
        later(() => planOf(fieldsOf(key, fields, word, options), options.paired)),
      ]),
    ),
  );
  const otherwise = later(() => options.otherwise && planOf(options.otherwise, options.paired));
  const planFor = (word: unknown): Plan | undefined =>
    typeof word === 'string' ? plans.get(word)?.() : word === undefined ? otherwise() : undefined;
  return {
    read: (state) => {
      const word = state.reader.attribute(name) ?? options.default;
      const plan = planFor(word);
      if (plan === undefined) return refuse(state, name, word, words, options);
      const out: Value = {};
      if (word !== undefined) out[key] = word;
      return readRecord(state, plan, out);
    },
    write: (one, tag, indent, writeOptions) => {
      if (!isValue(one)) return '';
      const plan = planFor(one[key]);
      return plan === undefined ? '' : writeRecord(plan, one, tag, indent, writeOptions);
    },
    check: (one, path, problems) => {
      if (!checkIsRecord(one, path, problems)) return;
      const word = one[key];
      const plan = planFor(word);
      if (plan !== undefined) return checkRecord(plan, one, path, problems);
      const message =
        word === undefined ? `Missing required property '${key}'` : `Invalid value: ${JSON.stringify(word)}.`;
      problems.push({ code: 'XML_ERROR', message, path: `${path}/${key}`, remedy: `Allowed: ${words.join(', ')}` });
    },
    schema: (naming) => {
      const oneOf = [...words, undefined].flatMap((word) => {
        const plan = planFor(word);
        return plan === undefined ? [] : recordSchema(plan, naming);
      });
      return options.otherwise === undefined
        ? { type: 'object', discriminator: { propertyName: key }, required: [key], oneOf }
        : { oneOf };
    },
    type: (naming) => variantType(key, words, planFor, naming),
  };
}

/** The fields of a case, the discriminator among them. */
function fieldsOf(key: string, fields: Fields, word: string, { name = key, after = [] }: VariantOptions): Fields {
  const leading = Object.entries(fields).filter(([other]) => after.includes(other));
  const rest = Object.entries(fields).filter(([other]) => !after.includes(other));
  // The case was chosen by it, so that it need not be looked at again.
  const discriminator = attribute({ ...oneOf(word), parse: () => word }, { name, required: true });
  return Object.fromEntries([...leading, [key, discriminator], ...rest]);
}

function refuse(
  state: ReadState,
  name: string,
  word: string | undefined,
  words: readonly string[],
  { invalid, missing }: VariantOptions,
): undefined {
  const { reader } = state;
  const { element } = reader;
  const said: Invalid =
    word === undefined
      ? (missing ?? { code: 'XML_ERROR', message: `Missing required attribute '${name}' in element '${element}'` })
      : (invalid?.(word) ?? {
          code: 'XML_ERROR',
          message: `Invalid value for attribute '${name}' in element '${element}': '${word}'.`,
        });
  state.problem(reader.start, { ...said, remedy: `Allowed: ${words.join(', ')}` });
  reader.skipContent();
  return undefined;
}

/** One member of the union for cases with the same fields. */
function variantType(
  key: string,
  words: readonly string[],
  planFor: (word: unknown) => Plan | undefined,
  naming: Parameters<Shape<unknown>['type']>[0],
): string {
  const byMembers = new Map<string, string[]>();
  for (const word of words) {
    const plan = planFor(word);
    if (plan === undefined) continue;
    const members = recordMembers(plan, naming, key).join('; ');
    byMembers.set(members, [...(byMembers.get(members) ?? []), `'${word}'`]);
  }
  const other = planFor(undefined);
  const records = [...byMembers].map(([members, own]) => `{ ${key}: ${own.join(' | ')}${members && '; '}${members} }`);
  if (other !== undefined) records.push(`{ ${[`${key}?: never`, ...recordMembers(other, naming)].join('; ')} }`);
  return records.join(' | ');
}
