import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordMap } from './word-map.js';

test('words are found as in a Map, others are not', () => {
  const word = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('bus', 'bos', 'bxs', 'slot', 'soot', 'ä', ''));
  fc.assert(
    fc.property(fc.uniqueArray(word), fc.array(word), (known, asked) => {
      const map = new Map(known.map((one, index) => [one, index]));
      const words = new WordMap(map);
      for (const one of [...known, ...asked]) expect(words.get(one)).toBe(map.get(one));
    }),
  );
});

test('words that agree in length and in the letters looked at are told apart', () => {
  const words = new WordMap(new Map(['a1bc2d', 'a3bc4d', 'a5bc6d'].map((word) => [word, word])));
  expect(words.get('a3bc4d')).toBe('a3bc4d');
  expect(words.get('a3bc6d')).toBeUndefined();
});
