import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { FirmwareDescriptor } from '../host/firmware.js';
import type { HostDescription } from '../host-description.js';
import type { EmulatorCapabilities } from '../model.js';
import { interpretProbe } from '../probe/interpret-probe.js';
import { parseRecording } from '../probe/recording-text.js';
import { buildDomainCapabilities, requireVirtType } from './build-domain-capabilities.js';
import { formatDomainCapabilities } from './format-domain-capabilities.js';
import { parseDomainCapabilities } from './parse-domain-capabilities.js';

const path = new URL('../testdata/x86_64-10.0.13-tcg.jsonl.gz', import.meta.url);
const tcg = interpretProbe(parseRecording(gunzipSync(readFileSync(path)).toString()));
/** The same emulator as if its answers were those of KVM. */
const kvm: EmulatorCapabilities = {
  ...tcg,
  flags: ['kvm', ...tcg.flags],
  accelerators: tcg.accelerators.map((accelerator) => ({ ...accelerator, name: 'kvm' })),
};

const ovmf: FirmwareDescriptor = {
  path: '/usr/share/qemu/firmware/60-ovmf.json',
  interfaceTypes: ['uefi'],
  mapping: { device: 'flash', executable: { filename: '/ovmf/CODE.fd', format: 'raw' } },
  targets: [{ architecture: 'x86_64', machines: ['pc-q35-*'] }],
  features: ['secure-boot', 'requires-smm'],
};

const host: HostDescription = {
  arch: 'x86_64',
  privileged: true,
  kvm: { available: true, maxVcpus: 64 },
  cpu: { arch: 'x86_64', model: 'EPYC', features: [], physAddrBits: 48 },
  memory: { pageSizesKiB: [4], hugetlbfs: [], cells: [] },
  directories: {
    lib: '/l',
    channelTarget: '/c',
    memoryBacking: '/m',
    nvram: '/n',
    state: '/s',
    passtState: '/p',
    dbusState: '/d',
    rdpState: '/r',
    tls: {},
    sasl: {},
  },
  settings: {},
  environment: {},
  programs: { emulators: {}, vhostUser: [], swtpm: { versions: ['2.0'] } },
  firmware: [ovmf],
  loaders: ['/default.fd'],
  devices: { pci: [], scsi: [], vfio: true },
  security: { models: [], defaultConfined: false, requireConfined: false },
  objects: { secrets: [], networks: [], volumes: [] },
};

test('the machine type decides about IDE, firmware, PS/2 and how many vCPUs', () => {
  const pc = buildDomainCapabilities(tcg, host);
  expect(pc).toMatchObject({ domain: 'qemu', machine: 'pc-i440fx-10.0', vcpu: { max: 255 } });
  expect(pc.devices.disk?.bus).toEqual(['ide', 'fdc', 'scsi', 'virtio', 'usb', 'sata']);
  expect(pc.os).toMatchObject({ firmware: [], loader: { paths: ['/default.fd'], secure: ['no'] } });
  expect(pc.features.ps2).toEqual({ supported: true });
  const q35 = buildDomainCapabilities(tcg, host, { machine: 'q35' });
  expect(q35).toMatchObject({ machine: 'pc-q35-10.0', vcpu: { max: 4096 } });
  expect(q35.devices.disk?.bus).not.toContain('ide');
  expect(q35.os).toMatchObject({ firmware: ['efi'], loader: { paths: ['/ovmf/CODE.fd'], secure: ['yes', 'no'] } });
  const microvm = buildDomainCapabilities(tcg, host, { machine: 'microvm' });
  expect(microvm.features.ps2).toEqual({ supported: false });
});

test('the host decides about VFIO, TPM and what KVM can', () => {
  const rich = buildDomainCapabilities(kvm, host, { machine: 'q35' });
  expect(rich).toMatchObject({ domain: 'kvm', vcpu: { max: 64 } });
  expect(rich.devices.hostdev?.pciBackend).toEqual(['default', 'vfio']);
  expect(rich.devices.tpm?.backendVersion).toEqual(['2.0']);
  expect(rich.cpu.hostPassthrough).toMatchObject({ supported: true, hostPassthroughMigratable: ['on', 'off'] });
  expect(rich.cpu.hostModel?.maxphysaddr).toEqual({ mode: 'passthrough', limit: 48 });
  const poor = buildDomainCapabilities(tcg, { ...host, devices: { pci: [], scsi: [], vfio: false } });
  expect(poor.devices.hostdev?.pciBackend).toEqual([]);
  const withoutSwtpm = { ...host, programs: { emulators: {}, vhostUser: [] } };
  expect(buildDomainCapabilities(tcg, withoutSwtpm).devices.tpm).toEqual({
    supported: true,
    model: ['tpm-tis', 'tpm-crb'],
    backendModel: ['passthrough', 'external'],
  });
  expect(poor.cpu.hostPassthrough).toEqual({ name: 'host-passthrough', supported: false });
  expect(poor.cpu.hostModel?.maxphysaddr).toBeUndefined();
});

test('host-model is the nearest named model, with what it lacks disabled', () => {
  const { hostModel } = buildDomainCapabilities(tcg, host).cpu;
  expect(hostModel?.model).toEqual({ fallback: 'forbid', name: 'EPYC' });
  const features = new Map(hostModel?.features?.map(({ name, policy }) => [name, policy]));
  expect(features.get('hypervisor')).toBe('require');
  expect(features.get('fxsr_opt')).toBe('disable');
});

test('custom models are libvirt’s, sorted, with vendor, versioned name and blockers', () => {
  const models = buildDomainCapabilities(tcg, host).cpu.custom?.models ?? [];
  const names = models.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  expect(names).not.toContain('host');
  expect(names).not.toContain('base');
  expect(models.find(({ name }) => name === 'qemu64')).toMatchObject({
    usable: 'yes',
    vendor: 'unknown',
    canonical: 'qemu64-v1',
  });
  expect(models.find(({ name }) => name === 'Skylake-Server')?.blockers).toContain('avx512f');
});

test('what is written is read again, blockers beside their models', () => {
  for (const capabilities of [tcg, kvm]) {
    const value = buildDomainCapabilities(capabilities, host);
    const xml = formatDomainCapabilities(value);
    expect(xml).toMatch(/<model usable='no' [^>]*>Skylake-Server<\/model>\n {6}<blockers model='Skylake-Server'>/);
    const read = parseDomainCapabilities(xml);
    expect(formatDomainCapabilities(read)).toBe(xml);
    expect(read.devices).toEqual(value.devices);
    expect(read.cpu.custom?.models?.find(({ name }) => name === 'Skylake-Server')).toEqual(
      value.cpu.custom?.models?.find(({ name }) => name === 'Skylake-Server'),
    );
  }
});

test('what the emulator hasn’t is refused in libvirt’s words', () => {
  expect(() => buildDomainCapabilities(tcg, host, { machine: 'nosuch' })).toThrow(
    "the machine 'nosuch' is not supported by emulator '/usr/bin/qemu-system-x86_64'",
  );
  expect(() => requireVirtType(tcg, 'kvm')).toThrow(
    "the accel 'kvm' is not supported by '/usr/bin/qemu-system-x86_64' on this host",
  );
  expect(() => requireVirtType(tcg, 'qemu')).not.toThrow();
});
