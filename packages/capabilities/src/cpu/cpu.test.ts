import { expect, test } from 'vitest';
import {
  baselineCpu,
  compareCpu,
  expandCpu,
  formatCpu,
  guestCpu,
  hasCpuFeature,
  hostCpuOfData,
  parseCpu,
  parseCpuData,
  updateGuestCpu,
  updateLiveCpu,
  versionedName,
  x86Model,
  x86Models,
} from './index.js';

const host = parseCpu(
  "<cpu><arch>x86_64</arch><model>Nehalem</model><vendor>Intel</vendor><feature name='vmx'/><feature name='ht'/></cpu>",
);
const guest = (text: string) => parseCpu(`<cpu ${text}</cpu>`);

test('models are written as differences and come out whole', () => {
  expect(x86Models).toHaveLength(150);
  expect(x86Models.slice(0, 3).map(({ name }) => name)).toEqual(['486', '486-v1', 'pentium']);
  const westmere = x86Model('Westmere');
  expect([...(westmere?.features ?? [])].filter((name) => !x86Model('Nehalem')?.features.has(name))).toEqual(['aes']);
  expect(x86Model('Haswell-v2')?.features).toEqual(x86Model('Haswell-noTSX')?.features);
  expect(versionedName('Haswell-noTSX')).toBe('Haswell-v2');
  expect(versionedName('pentiumpro')).toBeUndefined();
  expect(x86Model('Skylake-Server')).toMatchObject({
    vendor: 'Intel',
    signatures: [{ family: 6, model: 85, steppings: [0, 4] }],
  });
  expect(x86Model('Skylake-Server')?.removed).toEqual(new Set(['mpx']));
});

test.each([
  ["match='exact'><model>Nehalem</model>", 'superset'],
  ["match='exact'><model>Westmere</model>", 'incompatible'],
  ["match='strict'><model>Nehalem</model>", 'incompatible'],
  [
    "match='strict'><model>Nehalem</model><feature policy='require' name='vmx'/><feature policy='disable' name='ht'/>",
    'identical',
  ],
  ["match='exact'><model>Nehalem</model><feature policy='forbid' name='vmx'/>", 'incompatible'],
  ["match='exact'><model>Penryn</model><feature policy='force' name='avx'/>", 'superset'],
  ["match='exact'><model>Penryn</model><vendor>AMD</vendor>", 'incompatible'],
])('a host compared with <cpu %s', (text, expected) => {
  expect(compareCpu(host, guest(text))).toBe(expected);
});

test('unknown names are errors, and so is an architecture without facts', () => {
  expect(() => compareCpu(host, guest('><model>bogus</model>'))).toThrow('Unknown CPU model bogus');
  expect(() => compareCpu(host, guest("><model>486</model><feature name='bogus'/>"))).toThrow(
    'Unknown CPU feature bogus',
  );
  expect(() => hasCpuFeature(host, 'bogus')).toThrow('Unknown CPU feature bogus');
  expect(() => compareCpu({ arch: 'riscv64' }, {})).toThrow("'riscv64' architecture is not supported by CPU driver");
});

test('an optional feature is settled by the host, a minimum becomes the host', () => {
  const optional = guest(
    "match='exact'><model>Penryn</model><feature policy='optional' name='vmx'/><feature policy='optional' name='avx'/>",
  );
  expect(updateGuestCpu(optional, host).features).toEqual([
    { policy: 'require', name: 'vmx' },
    { policy: 'disable', name: 'avx' },
  ]);
  expect(
    formatCpu(updateGuestCpu(guest("match='minimum'><model>486</model>"), host)),
  ).toBe(`<cpu mode='custom' match='exact'>
  <model fallback='allow'>Nehalem</model>
  <feature policy='require' name='vmx'/>
  <feature policy='require' name='ht'/>
</cpu>
`);
});

test('a model that the emulator hasn’t is translated, unless the guest forbids it', () => {
  const asked = guest("match='exact'><model>Nehalem</model>");
  const given = guestCpu(asked, host, ['Penryn', 'qemu64']);
  expect(given.model).toEqual({ fallback: 'allow', name: 'Penryn' });
  expect(expandCpu(given, 'x86_64')).toEqual(expandCpu(asked, 'x86_64'));
  const strict = guest("match='exact'><model fallback='forbid'>Nehalem</model>");
  expect(() => guestCpu(strict, host, ['Penryn'])).toThrow('CPU model Nehalem is not supported by hypervisor');
  expect(() => guestCpu(guest('><model>Westmere</model>'), host)).toThrow('guest CPU is not compatible with host CPU');
});

test('a baseline has what all have', () => {
  const westmere = parseCpu(
    "<cpu><arch>x86_64</arch><model>Westmere</model><vendor>Intel</vendor><feature name='vmx'/><feature name='invtsc'/></cpu>",
  );
  const baseline = baselineCpu([westmere, host]);
  expect(baseline.model).toEqual({ fallback: 'allow', name: 'Nehalem' });
  expect(baseline.features).toEqual([{ policy: 'require', name: 'vmx' }]);
  expect(baselineCpu([westmere, westmere]).features).toContainEqual({ policy: 'require', name: 'invtsc' });
  expect(baselineCpu([westmere, westmere], { migratable: true }).features).not.toContainEqual({
    policy: 'require',
    name: 'invtsc',
  });
  expect(baselineCpu([westmere], { expand: true }).features).toContainEqual({ policy: 'require', name: 'aes' });
  const amd = parseCpu('<cpu><arch>x86_64</arch><model>EPYC</model><vendor>AMD</vendor></cpu>');
  expect(() => baselineCpu([host, amd])).toThrow('CPU vendors do not match');
  expect(() => baselineCpu([])).toThrow('no CPUs given');
});

test('POWER: a model fits itself alone, an older one by a compatibility mode', () => {
  const power8 = parseCpu('<cpu><arch>ppc64</arch><model>POWER8</model></cpu>');
  expect(compareCpu(power8, guest('><model>POWER8</model>'))).toBe('identical');
  expect(compareCpu(power8, guest('><model>POWER7</model>'))).toBe('incompatible');
  expect(compareCpu(power8, guest("mode='host-model'><model>power7</model>"))).toBe('identical');
  expect(compareCpu(power8, guest("mode='host-model'><model>power9</model>"))).toBe('incompatible');
  expect(guestCpu(guest('><model>POWER8_v1.0</model>'), power8, ['POWER8']).model?.name).toBe('POWER8');
  expect(baselineCpu([power8, power8]).model?.name).toBe('POWER8');
});

test('a host’s CPU from what it says of itself', () => {
  const data = parseCpuData(`<cpudata arch='x86'>
    <cpuid eax_in='0x00000000' ecx_in='0x00' eax='0x0000000d' ebx='0x756e6547' ecx='0x6c65746e' edx='0x49656e69'/>
    <cpuid eax_in='0x00000001' ecx_in='0x00' eax='0x000306a9' ebx='0x00000000' ecx='0x00000001' edx='0x0387fbff'/>
  </cpudata>`);
  const cpu = hostCpuOfData(data);
  expect(cpu).toMatchObject({ vendor: 'Intel', signature: { family: 6, model: 58, stepping: 9 } });
  expect(cpu.model?.name).toBe('pentium3-v1');
  expect(expandCpu(cpu)).toContain('pni');
});

test('what the emulator gave in the end is written down', () => {
  const cpu = guest("match='exact'><model>486</model><feature policy='require' name='avx'/>");
  const live = updateLiveCpu(cpu, { enabled: new Set(['x2apic']), disabled: new Set(['avx', 'aes']) });
  expect(live.features).toEqual([
    { policy: 'require', name: 'x2apic' },
    { policy: 'disable', name: 'avx' },
  ]);
});
