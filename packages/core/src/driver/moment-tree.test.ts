import { expect, test } from 'vitest';
import { type Moment, MomentTree } from './moment-tree.js';

const ROOTS = 1;
const LEAVES = 4;

function tree(): MomentTree<Moment> {
  const moments = new MomentTree<Moment>('domain snapshot', 'NO_DOMAIN_SNAPSHOT', 'TEST');
  moments.add({ name: 'a', parent: undefined });
  moments.add({ name: 'b', parent: 'a' });
  moments.add({ name: 'c', parent: 'b' });
  moments.add({ name: 'd', parent: 'a' });
  return moments;
}

const names = (moments: readonly Moment[]): string[] => moments.map(({ name }) => name).sort();

test('lists all, the roots, the leaves, and what came after one', () => {
  const moments = tree();
  expect(names(moments.listed(0))).toEqual(['a', 'b', 'c', 'd']);
  expect(names(moments.listed(ROOTS))).toEqual(['a']);
  expect(names(moments.listed(LEAVES))).toEqual(['c', 'd']);
  expect(names(moments.listedUnder(moments.byName('a'), 0))).toEqual(['b', 'd']);
  expect(names(moments.listedUnder(moments.byName('a'), 1))).toEqual(['b', 'c', 'd']);
});

test('gives the children of one that is removed its parent, which is current if that was', () => {
  const moments = tree();
  moments.current = moments.byName('b');
  moments.remove(moments.byName('b'));
  expect(moments.byName('c').parent).toBe('a');
  expect(moments.current).toBe(moments.byName('a'));
  moments.remove(moments.byName('a'));
  expect(moments.current).toBeUndefined();
});

test('puts one in place of another, and refuses circles', () => {
  const moments = tree();
  moments.current = moments.byName('c');
  const put = moments.put({ name: 'c', parent: 'd' });
  expect(moments.current).toBe(put);
  expect(() => moments.put({ name: 'a', parent: 'c' })).toThrow('parent c would create cycle to a');
  expect(() => moments.put({ name: 'a', parent: 'a' })).toThrow('cannot set moment a as its own parent');
  expect(() => moments.put({ name: 'e', parent: 'x' })).toThrow('parent x for moment e not found');
});

test('removes what came after one, which is current then', () => {
  const moments = tree();
  moments.removeDescendants(moments.byName('a'));
  expect(names(moments.all())).toEqual(['a']);
  expect(moments.current).toBe(moments.byName('a'));
});

test('has each name once', () => {
  expect(() => tree().add({ name: 'a', parent: undefined })).toThrow('domain moment a already exists');
});
