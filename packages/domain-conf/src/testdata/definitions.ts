import type { JsonSchema } from '@virtkit/xml';
import fc from 'fast-check';
import { type DomainDefinition, domainSchema, isDomainDefinition } from '../index.js';

type Definitions = { readonly [name: string]: JsonSchema };

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const schemasIn = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

const WIDE = ['9007199254740993', '9223372036854775807'];
const METADATA = '<a:b xmlns:a="urn:a"><![CDATA[<&]]> x</a:b>';

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8 }).filter((content) => content.trim() !== ''),
  fc.constantFrom('a', '<&>"\'', 'ä€😀', ' x ', 'a\nb\tc', 'a\rb', ']]>'),
);

/** Values of a schema; `definitions` holds the whole one under no name. Past some depth only what is required, so that values end. */
function valuesOf(schema: JsonSchema, definitions: Definitions, depth: number): fc.Arbitrary<unknown> {
  const { $ref, oneOf, anyOf, type } = schema;
  if (typeof $ref === 'string') {
    return valuesOf(definitions[$ref.slice('#/$defs/'.length)] ?? {}, definitions, depth);
  }
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (oneOf !== undefined || anyOf !== undefined) {
    const cases = schemasIn(oneOf ?? anyOf);
    return fc.nat(cases.length - 1).chain((index) => valuesOf(cases[index] ?? {}, definitions, depth));
  }
  if (type === 'object') return recordsOf(schema, definitions, depth);
  if (type === 'array') return arraysOf(schema, definitions, depth);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: Number(schema.minimum), max: Number(schema.maximum) });
  return stringsOf(schema);
}

function stringsOf({ pattern, contentMediaType }: JsonSchema): fc.Arbitrary<string> {
  if (contentMediaType !== undefined) return fc.constant(METADATA);
  if (typeof pattern !== 'string') return text;
  if (pattern.includes('(,')) return fc.constantFrom('0', '0-3,8', '1,5-6');
  return pattern.includes('{15,') ? fc.constantFrom(...WIDE) : fc.stringMatching(new RegExp(pattern));
}

function arraysOf({ items, uniqueItems }: JsonSchema, definitions: Definitions, depth: number): fc.Arbitrary<unknown> {
  if (!isSchema(items)) return fc.constant([]);
  if (uniqueItems === true && Array.isArray(items.enum)) return fc.subarray(items.enum, { minLength: 1 });
  return fc.array(valuesOf(items, definitions, depth), { minLength: 1, maxLength: 2 });
}

function recordsOf(schema: JsonSchema, definitions: Definitions, depth: number): fc.Arbitrary<unknown> {
  const { properties, additionalProperties } = schema;
  if (!isSchema(properties)) {
    const values = isSchema(additionalProperties) ? valuesOf(additionalProperties, definitions, depth) : text;
    return fc.dictionary(text, values, { minKeys: 1, maxKeys: 2 });
  }
  const required: unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const optional = Object.keys(properties).filter((key) => !required.includes(key));
  const fewer: fc.Arbitrary<string[]> =
    depth <= 0
      ? fc.constant([]) : fc.subarray(optional, { minLength: Math.min(1, optional.length), maxLength: Math.min(depth, optional.length) });
  return fewer.chain((chosen) =>
    fc.record(
      Object.fromEntries(
        Object.entries(properties)
          .filter(([key]) => required.includes(key) || chosen.includes(key))
          .map(([key, property]) => [key, valuesOf(isSchema(property) ? property : {}, definitions, depth - 1)]),
      ),
    ),
  );
}

/** Values that a schema with definitions allows; `depth` says how much of what is optional they have. */
export function valuesOfSchema(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const named = Object.entries(isSchema(schema.$defs) ? schema.$defs : {});
  const definitions: Definitions = Object.fromEntries([
    ['', schema],
    ...named.map(([name, one]): [string, JsonSchema] => [name, isSchema(one) ? one : {}]),
  ]);
  return valuesOf(schema, definitions, depth);
}

/** Definitions that the schema allows. */
export function definitions(): fc.Arbitrary<DomainDefinition> {
  return valuesOfSchema(domainSchema(), 5).filter(isDomainDefinition);
}
