import { documentSchema, type Element, readDocument, writeDocument } from '@virtkit/xml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { declarations } from './declarations.js';
import { applyFormatRules, formatDomain, parseDomain, XmlError } from './index.js';
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

test('a document with faults ends in a value or an XmlError', () => {
  const fault = fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    removed: fc.nat(12),
    added: fc.constantFrom(
      '',
      '<',
      '>',
      "'",
      '/',
      '&',
      ' ',
      "x='1'",
      '<disk>',
      '</domain>',
      '&#1;',
      '-1',
      '\u0000',
      '99999999999999999999',
    ),
  });
  fc.assert(
    fc.property(definitions(), fc.array(fault, { minLength: 1, maxLength: 3 }), (definition, faults) => {
      const source = faults.reduce((xml, { at, removed, added }) => {
        const offset = Math.floor(at * xml.length);
        return xml.slice(0, offset) + added + xml.slice(offset + removed);
      }, formatDomain(definition));
      try {
        formatDomain(applyFormatRules(parseDomain(source, { onProblem: () => undefined }).definition));
      } catch (error) {
        expect(error).toBeInstanceOf(XmlError);
      }
    }),
    { numRuns: 400 },
  );
});
