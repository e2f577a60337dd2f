import { expect, test } from 'vitest';
import { defineDriver } from '../driver/contract.js';
import { connect } from './connect.js';

test('a connection settles once its calls have ended, in whatever way', async () => {
  const ends: ((error?: Error) => void)[] = [];
  const slow = defineDriver({
    name: 'SLOW',
    schemes: ['slow'],
    open: async () => ({
      connectGetType: () =>
        new Promise((resolve, reject) => {
          ends.push((error) => (error === undefined ? resolve({ type: 'SLOW' }) : reject(error)));
        }),
    }),
  });
  await using connection = await connect('slow:///', { drivers: [slow] });
  await connection.settled();

  const calls = Promise.allSettled([connection.getType(), connection.getType()]);
  let isSettled = false;
  const settled = connection.settled().then(() => {
    isSettled = true;
  });
  ends[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(isSettled).toBe(false);
  ends[1]?.(new Error('no'));
  await settled;
  expect((await calls).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});
