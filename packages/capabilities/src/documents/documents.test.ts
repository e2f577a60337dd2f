import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { EmulatorCapabilities } from '../model.js';
import { interpretProbe } from '../probe/interpret-probe.js';
import { parseRecording } from '../probe/recording-text.js';
import { formatCapabilities } from './format-capabilities.js';
import { parseCapabilities } from './parse-capabilities.js';

const small: EmulatorCapabilities = {
  binary: '/usr/bin/qemu-system-aarch64',
  arch: 'aarch64',
  version: 10_000_002,
  package: 'v10 <dirty>',
  flags: ['kvm', 'virtio-net'],
  accelerators: [
    {
      name: 'kvm',
      machines: [
        {
          name: 'virt-10.0',
          alias: 'virt',
          maxCpus: 512,
          hotplugCpus: true,
          isDefault: false,
          numaMemSupported: false,
          deprecated: false,
          acpi: true,
        },
      ],
      cpuModels: [{ name: 'host', blockers: [], deprecated: false }],
      hostCpu: {
        name: 'host',
        migratability: false,
        properties: [
          { name: 'sve', type: 'boolean', value: false },
          { name: 'level', type: 'number', value: '18446744073709551615' },
        ],
        deprecatedFeatures: ['te'],
      },
    },
    {
      name: 'tcg',
      machines: [
        {
          name: 'old',
          maxCpus: 1,
          hotplugCpus: false,
          isDefault: true,
          defaultCpu: 'max-arm-cpu',
          numaMemSupported: true,
          defaultRamId: 'ram',
          deprecated: true,
          acpi: false,
        },
      ],
      cpuModels: [{ name: 'max', typename: 'max-arm-cpu', usable: false, blockers: ['sve'], deprecated: true }],
    },
  ],
  gic: [{ version: 3, kernel: true, emulated: false }],
  sev: { cbitpos: 51, reducedPhysBits: 1, pdh: 'AA==', certChain: 'BB==', cpu0Id: 'CC==' },
  sgx: { flc: true, sgx1: true, sgx2: false, sectionSizeKiB: 8, sections: [{ node: 0, sizeKiB: 8 }] },
  hyperv: { supported: true, features: ['relaxed'] },
  microcodeVersion: 3,
};

test('an emulator’s capabilities as libvirt writes them: one accelerator after the other', () => {
  expect(formatCapabilities(small)).toBe(`<qemuCaps>
  <emulator>/usr/bin/qemu-system-aarch64</emulator>
  <qemuctime>0</qemuctime>
  <selfctime>0</selfctime>
  <selfvers>0</selfvers>
  <flag name='kvm'/>
  <flag name='virtio-net'/>
  <version>10000002</version>
  <microcodeVersion>3</microcodeVersion>
  <package>v10 &lt;dirty&gt;</package>
  <arch>aarch64</arch>
  <hostCPU type='kvm' model='host' migratability='no'>
    <property name='sve' type='boolean' value='false'/>
    <property name='level' type='number' value='18446744073709551615'/>
    <deprecatedFeatures>
      <property name='te'/>
    </deprecatedFeatures>
  </hostCPU>
  <cpu type='kvm' name='host'/>
  <machine type='kvm' name='virt-10.0' alias='virt' hotplugCpus='yes' maxCpus='512' acpi='yes'/>
  <cpu type='tcg' name='max' typename='max-arm-cpu' usable='no' deprecated='yes'>
    <blocker name='sve'/>
  </cpu>
  <machine type='tcg' name='old' maxCpus='1' default='yes' defaultCPU='max-arm-cpu' numaMemSupported='yes' defaultRAMid='ram' deprecated='yes' acpi='no'/>
  <gic version='3' kernel='yes' emulated='no'/>
  <sev>
    <cbitpos>51</cbitpos>
    <reducedPhysBits>1</reducedPhysBits>
    <pdh>AA==</pdh>
    <certChain>BB==</certChain>
    <cpu0Id>CC==</cpu0Id>
  </sev>
  <sgx supported='yes'>
    <flc>yes</flc>
    <sgx1>yes</sgx1>
    <sgx2>no</sgx2>
    <section_size unit='KiB'>8</section_size>
    <sections>
      <section node='0' size='8' unit='KiB'/>
    </sections>
  </sgx>
  <hypervCapabilities supported='yes'>
    <cap name='relaxed'/>
  </hypervCapabilities>
</qemuCaps>
`);
});

test('what is written is read again', () => {
  expect(parseCapabilities(formatCapabilities(small)).capabilities).toEqual(small);
  const path = new URL('../testdata/x86_64-10.0.13-tcg.jsonl.gz', import.meta.url);
  const real = interpretProbe(parseRecording(gunzipSync(readFileSync(path)).toString()));
  expect(parseCapabilities(formatCapabilities(real)).capabilities).toEqual(real);
});

test('the stamp goes along', () => {
  const stamp = {
    qemuctime: 1_700_000_000,
    qemumoddirmtime: 5,
    selfctime: 6,
    selfvers: 11_003_000,
    hostCpuSignature: 'AuthenticAMD',
    kernelVersion: '6.1',
    cpuData: {
      cpuid: [{ eaxIn: 1, ecxIn: 0, eax: 0xa10f11, ebx: 0, ecx: 0x80000000, edx: 0 }],
      msr: [{ index: 0x10a, eax: 5, edx: 0 }],
    },
  };
  expect(parseCapabilities(formatCapabilities(small, stamp)).stamp).toEqual(stamp);
});

test('flags that are obsolete or unknown are left out', () => {
  const xml = formatCapabilities(small).replace("'kvm'/>", "'vnc-colon'/><flag name='of-tomorrow'/>");
  expect(parseCapabilities(xml).capabilities.flags).toEqual(['virtio-net']);
});

test('what is no such document is refused', () => {
  expect(() => parseCapabilities('<domain/>')).toThrow("expecting root element of 'qemuCaps', not 'domain'");
  const strange = formatCapabilities(small).replace('>aarch64<', '>z80<');
  expect(() => parseCapabilities(strange)).toThrow("unknown architecture 'z80'");
});
