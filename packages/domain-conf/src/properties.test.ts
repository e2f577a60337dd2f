import { documentSchema, type Element, readDocument, writeDocument } from '@virtkit/xml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { declarations } from './declarations.js';
import { applyFormatRules, formatDomain, parseDomain } from './index.js';
import { definitions, valuesOfSchema } from './testdata/definitions.js';

describe('what is written is read as it was', () => {
  const elements = Object.entries(declarations).flatMap(([name, declaration]): [string, Element<unknown>][] =>
    'read' in declaration && declaration !== declarations.DomainDefinition ? [[name, declaration]] : [],
  );
  test.each(elements)('%s', (_, element) => {
    fc.assert(
      fc.property(valuesOfSchema(documentSchema(element, declarations, 'urn:test'), 8), (value) => {
        const written = writeDocument(element, value);
        const { value: read, unknown } = readDocument(element, written);
        expect(unknown).toEqual([]);
        expect(read).toEqual(value);
        expect(writeDocument(element, read)).toBe(written);
      }),
      { numRuns: 40 },
    );
  });

  test('whole definitions', () => {
    fc.assert(
      fc.property(definitions(), (definition) => {
        const { definition: parsed, unknown } = parseDomain(formatDomain(definition));
        expect(unknown).toEqual([]);
        expect(parsed).toEqual(definition);
      }),
      { numRuns: 150 },
    );
  });
});

test('the format rules applied twice do what they do once', () => {
  fc.assert(
    fc.property(definitions(), (definition) => {
      const once = applyFormatRules(definition);
      expect(applyFormatRules(once)).toEqual(once);
    }),
    { numRuns: 150 },
  );
});
