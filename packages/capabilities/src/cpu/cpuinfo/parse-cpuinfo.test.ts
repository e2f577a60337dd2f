import { expect, test } from 'vitest';
import { x86Features } from '../x86/x86-features.js';
import { featureOfLinuxFlag } from './linux-features.js';
import { parseCpuinfo } from './parse-cpuinfo.js';

test('x86: the model that the CPU has in full, and what it has beyond', () => {
  const text = `processor\t: 0
vendor_id\t: GenuineIntel
cpu family\t: 6
model\t\t: 58
stepping\t: 9
microcode\t: 0x21
flags\t\t: fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 syscall nx rdtscp lm constant_tsc nonstop_tsc pni pclmulqdq ssse3 cx16 sse4_1 sse4_2 x2apic popcnt tsc_deadline_timer aes xsave avx f16c rdrand hypervisor lahf_lm fsgsbase smep erms
address sizes\t: 46 bits physical, 48 bits virtual

processor\t: 1
flags\t\t: none
`;
  expect(parseCpuinfo(text, 'x86_64')).toEqual({
    arch: 'x86_64',
    model: 'IvyBridge-v1',
    vendor: 'Intel',
    signature: { family: 6, model: 58, stepping: 9 },
    microcodeVersion: 0x21,
    physAddrBits: 46,
    features: ['osxsave', 'hypervisor', 'invtsc'],
  });
});

test('each feature can be told from the others however it is spelt', () => {
  for (const { name } of x86Features) expect(featureOfLinuxFlag(name.replace(/[.-]/g, '_')), name).toBe(name);
  expect(featureOfLinuxFlag('bogomips')).toBeUndefined();
});

test('ARM by implementer and part', () => {
  const text = 'processor\t: 0\nFeatures\t: fp asimd paca sve\nCPU implementer\t: 0x41\nCPU part\t: 0xd40\n';
  expect(parseCpuinfo(text, 'aarch64')).toEqual({
    arch: 'aarch64',
    model: 'Neoverse-V1',
    vendor: 'ARM',
    features: ['sve', 'pauth'],
  });
  expect(parseCpuinfo('CPU implementer\t: 0x61\nCPU part\t: 0x022\n', 'aarch64')).toEqual({
    arch: 'aarch64',
    features: [],
  });
});

test('POWER by its version', () => {
  expect(parseCpuinfo('cpu\t: POWER9\nrevision\t: 2.3 (pvr 004e 1203)\n', 'ppc64le')).toEqual({
    arch: 'ppc64le',
    model: 'POWER9',
    vendor: 'IBM',
    features: [],
  });
});

test('of another architecture nothing is known', () => {
  expect(parseCpuinfo('hart\t: 0\n', 'riscv64')).toEqual({ arch: 'riscv64', features: [] });
});
