import { expect, test } from 'vitest';
import { originOf } from './origin.js';
import { OriginTracker } from './origin-tracker.js';

test('what a rule added has the rule as its origin, the rest its place in the source', () => {
  const source = { name: 'web', devices: { disks: [{ target: 'vda' }] } };
  const tracker = new OriginTracker(source);
  const completed = { ...source, vcpu: 1, devices: { ...source.devices, rngs: [{ model: 'virtio' }] } };
  tracker.record('defaults', source, completed);
  const origins = tracker.origins(completed);
  expect(originOf(origins, '/name')).toEqual({ source: '/name' });
  expect(originOf(origins, '/vcpu')).toEqual({ rule: 'defaults' });
  expect(originOf(origins, '/devices/rngs/0/model')).toEqual({ rule: 'defaults' });
  expect(originOf(origins, '/devices/disks/0/target')).toEqual({ source: '/devices/disks/0/target' });
});

test('an item that a rule moved keeps its origin', () => {
  const [a, b] = [{ target: 'vdb' }, { target: 'vda' }];
  const source = { disks: [a, b] };
  const tracker = new OriginTracker(source);
  const sorted = { disks: [b, a] };
  tracker.record('sort', source, sorted);
  const addressed = { disks: [{ ...b, bus: 1 }, a] };
  tracker.record('address', sorted, addressed);
  const origins = tracker.origins(addressed);
  expect(originOf(origins, '/disks/0/target')).toEqual({ source: '/disks/1/target' });
  expect(originOf(origins, '/disks/0/bus')).toEqual({ rule: 'address' });
  expect(originOf(origins, '/disks/1')).toEqual({ source: '/disks/0' });
});

test('a definition that no rule changed has no origins to tell', () => {
  const source = { name: 'web', devices: { disks: [{}] } };
  expect(new OriginTracker(source).origins(source)).toEqual({});
});
