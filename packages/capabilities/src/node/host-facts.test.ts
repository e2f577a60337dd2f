import { expect, test } from 'vitest';
import { kvmSuits, readHostFacts } from './host-facts.js';

test('facts of this host', async () => {
  const facts = await readHostFacts();
  expect(facts.kernelVersion).toMatch(/\d+\.\d+/);
  expect(facts.microcodeVersion).toBeGreaterThanOrEqual(0);
  expect(Number.isInteger(facts.microcodeVersion)).toBe(true);
  expect(await readHostFacts()).toEqual(facts);
});

test('KVM is tried only where it can run what the emulator’s name says', () => {
  const foreign = process.arch === 's390x' ? 'x86_64' : 's390x';
  expect(kvmSuits(`/usr/bin/qemu-system-${foreign}`)).toBe(false);
  expect(kvmSuits('/usr/bin/qemu-system-nosuch')).toBe(false);
  expect(kvmSuits('/usr/libexec/qemu-kvm')).toBe(true);
});

test.runIf(process.arch === 'x64')('on x86', () => {
  expect(kvmSuits('/usr/bin/qemu-system-x86_64')).toBe(true);
  expect(kvmSuits('/usr/bin/qemu-system-i386')).toBe(true);
  expect(kvmSuits('/usr/bin/qemu-system-aarch64')).toBe(false);
});
