import { expect, test } from 'vitest';
import type { CallContext, DriverFunctions } from './contract.js';
import { findFunction, withOlderForms } from './older-forms.js';

const domain = { name: 'web', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: 1 };
const context: CallContext = { signal: new AbortController().signal, readOnly: false, serveStream: () => {} };

test.each([
  ['found', (functions: DriverFunctions) => findFunction(functions, 'domainDestroy')],
  ['added', (functions: DriverFunctions) => withOlderForms(functions).domainDestroy],
])('the older form of an operation is the newer one without flags: %s', async (_, olderForm) => {
  const flagsSeen: number[] = [];
  const run = olderForm({
    domainDestroyFlags: async ({ flags }) => {
      flagsSeen.push(flags);
    },
  });
  await run?.({ domain }, context);
  expect(flagsSeen).toEqual([0]);
});

test('a driver without the newer form has no older one, and its own goes before', () => {
  const domainUndefine = async () => {};
  expect(findFunction({}, 'domainUndefine')).toBeUndefined();
  expect(findFunction({ domainUndefine, domainUndefineFlags: async () => {} }, 'domainUndefine')).toBe(domainUndefine);
  expect(withOlderForms({}).domainUndefine).toBeUndefined();
});
