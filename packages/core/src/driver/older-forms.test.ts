import { expect, test } from 'vitest';
import type { CallContext, DriverFunctions } from './contract.js';
import { mapFunctions } from './map-functions.js';
import { findFunction } from './older-forms.js';

const domain = { name: 'web', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: 1 };
const context: CallContext = { signal: new AbortController().signal, readOnly: false, serveStream: () => {} };

test('the older form of an operation is the newer one without flags', async () => {
  const flagsSeen: number[] = [];
  const functions: DriverFunctions = {
    domainDestroyFlags: async ({ flags }) => {
      flagsSeen.push(flags);
    },
  };
  await findFunction(functions, 'domainDestroy')?.({ domain }, context);
  await mapFunctions(functions, (_, run) => run).domainDestroy?.({ domain }, context);
  expect(flagsSeen).toEqual([0, 0]);
});

test('a driver without the newer form has no older one, and its own goes before', () => {
  const domainUndefine = async () => {};
  expect(findFunction({}, 'domainUndefine')).toBeUndefined();
  expect(findFunction({ domainUndefine, domainUndefineFlags: async () => {} }, 'domainUndefine')).toBe(domainUndefine);
});
