import { expect, test } from 'vitest';
import { cpuMapOf, cpusetOf, cpusOf } from './cpu-map.js';

test('turns sets of CPUs into maps and back', () => {
  const map = cpuMapOf('0-2,5,8-9', 2);
  expect([...map]).toEqual([0b0010_0111, 0b0000_0011]);
  expect(cpusOf(map)).toEqual([0, 1, 2, 5, 8, 9]);
  expect(cpusetOf(map)).toBe('0-2,5,8-9');
});

test('leaves out CPUs beyond the map', () => {
  expect(cpusetOf(cpuMapOf('0-15', 1))).toBe('0-7');
});
