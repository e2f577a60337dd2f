import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HmpError } from '../hmp-error.js';
import * as parsers from '../parse/index.js';
import { recordedReplies } from '../testing/recordings.js';

const { HmpError: _, ...parseFunctions } = parsers;
const named = Object.entries(parseFunctions);
const replies = recordedReplies()
  .map(({ reply }) => reply)
  .filter((reply) => reply.length < 5000);

/** A reply of some command with a piece cut out, doubled or replaced. */
const damaged = fc
  .tuple(fc.constantFrom(...replies), fc.nat(5000), fc.nat(40), fc.string({ maxLength: 10 }))
  .map(([reply, at, length, inserted]) => {
    const start = at % (reply.length + 1);
    return reply.slice(0, start) + inserted + reply.slice(start + length);
  });

const holdsNaN = (value: unknown): boolean =>
  Number.isNaN(value) || (typeof value === 'object' && value !== null && Object.values(value).some(holdsNaN));

test('there is a parser for each query', () => {
  expect(named.length).toBe(29);
});

test.each(named)('%s gives a value or a typed error for any text', (_, parse) => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string({ unit: 'binary' })), (text) => {
      try {
        expect(holdsNaN(parse(text))).toBe(false);
      } catch (error) {
        if (!HmpError.isInstance(error)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});
