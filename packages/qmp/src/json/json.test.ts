import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from './format-json.js';
import type { JsonValue } from './json-value.js';
import { parseJson } from './parse-json.js';

describe('parseJson', () => {
  test.each<[string, JsonValue]>([
    ['18446744073709551615', 18446744073709551615n],
    ['-9223372036854775808', -9223372036854775808n],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['[1.00000000000000001, 1e400, -1E-400]', [1, Number.POSITIVE_INFINITY, -0]],
    ['{"a": inf, "b": [-inf, nan]}', { a: Number.POSITIVE_INFINITY, b: [Number.NEGATIVE_INFINITY, Number.NaN] }],
    [
      '{"n": 1234567890123456789, "s": "1234567890123456789 \\" \\\\\\u00e9"}',
      { n: 1234567890123456789n, s: '1234567890123456789 " \\é' },
    ],
    [
      '{"id": 1234567890123456789, "": [], "o": {}, "t": true, "f": false, "z": null}',
      { id: 1234567890123456789n, '': [], o: {}, t: true, f: false, z: null },
    ],
    ['123456789012345678901', 123456789012345680000],
  ])('%s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test('a member named __proto__ is one like any other', () => {
    const value = parseJson('{"__proto__": 1234567890123456789}');
    expect(Object.entries(value ?? {})).toEqual([['__proto__', 1234567890123456789n]]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test.each([
    '',
    '{',
    '[1234567890123456789',
    '{"a" 1}',
    '[1,]',
    '01',
    '"\\x"',
    'tru',
    '1 2',
    'nanny',
    '"1234567890123456',
    `${'['.repeat(2000)}nan`,
  ])('%s is no JSON', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  test('agrees with the built-in parser on what both can hold', () => {
    fc.assert(
      fc.property(
        fc.json().filter((text) => !/\d{16}/.test(text)),
        (text) => {
          // The long number makes the exact parser read it all.
          expect(parseJson(`[${text}, 1234567890123456789]`)).toEqual([JSON.parse(text), 1234567890123456789n]);
        },
      ),
    );
  });
});

const jsonValue = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
    fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
})).value;

describe('formatJson', () => {
  test('is read back as the same value', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(parseJson(formatJson(value))).toEqual(value);
      }),
    );
  });

  test('leaves members out that are undefined', () => {
    expect(formatJson({ a: undefined, b: 1, c: [{}] })).toBe('{"b":1,"c":[{}]}');
  });

  test('refuses cycles', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => formatJson(cycle)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [{ '\udfff': 1 }], [() => 1], [[undefined]]])(
    'refuses %o',
    (value) => {
      expect(() => formatJson(value)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
    },
  );
});
