import { expect, test } from 'vitest';
import { flagNumber, flags, isCapabilityFlag, sortFlags } from './flags.js';

test('a flag keeps the number that libvirt gave it', () => {
  expect(flags).toHaveLength(476);
  expect(flagNumber('vnc-colon')).toBe(0);
  expect(flagNumber('kvm')).toBe(12);
  expect(flagNumber('VGA')).toBe(118);
  expect(flagNumber('query-cpu-model-expansion')).toBe(243);
  expect(flagNumber('chardev.json')).toBe(414);
  expect(flagNumber('virtio-scsi.iothread-mapping')).toBe(475);
  expect(flagNumber('no-such-flag')).toBeUndefined();
});

test('no name is taken twice', () => {
  expect(new Set(flags.map((flag) => flag.name)).size).toBe(flags.length);
});

test('a live flag says how it is detected, an obsolete one does not', () => {
  for (const flag of flags) expect(flag.detectedBy.length > 0, flag.name).toBe(!flag.obsolete);
});

test('obsolete and unknown names are no capability flags', () => {
  expect(isCapabilityFlag('kvm')).toBe(true);
  expect(isCapabilityFlag('vnc-colon')).toBe(false);
  expect(isCapabilityFlag('no-such-flag')).toBe(false);
});

test('flags sort by number, each once', () => {
  expect(sortFlags(['virtio-net', 'kvm', 'spice', 'kvm'])).toEqual(['kvm', 'spice', 'virtio-net']);
});
