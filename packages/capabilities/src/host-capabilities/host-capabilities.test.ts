import { expect, test } from 'vitest';
import type { EmulatorCapabilities } from '../model.js';
import { formatCpuSet } from './cpu-set.js';
import { buildHostCapabilities, formatHostCapabilities, parseHostCapabilities } from './host-capabilities.js';

const emulator: EmulatorCapabilities = {
  binary: '/usr/bin/qemu-system-i386',
  arch: 'i686',
  version: 10_000_000,
  package: '',
  flags: ['kvm'],
  accelerators: [
    {
      name: 'tcg',
      machines: [
        {
          name: 'pc-i440fx-10.0',
          alias: 'pc',
          maxCpus: 255,
          hotplugCpus: true,
          isDefault: true,
          numaMemSupported: false,
          deprecated: false,
        },
      ],
      cpuModels: [],
    },
  ],
  gic: [],
  microcodeVersion: 0,
};

const xml = `<capabilities>
  <host>
    <uuid>d569c838-6cb1-4f31-82a8-605262527afd</uuid>
    <cpu>
      <arch>x86_64</arch>
      <model>EPYC</model>
      <vendor>AMD</vendor>
      <microcode version='7'/>
      <signature family='25' model='17' stepping='1'/>
      <counter name='tsc' frequency='2596130000' scaling='no'/>
      <topology sockets='1' dies='1' clusters='1' cores='2' threads='1'/>
      <maxphysaddr mode='emulate' bits='48'/>
      <feature name='x2apic'/>
      <pages unit='KiB' size='4'/>
    </cpu>
    <power_management/>
    <iommu support='no'/>
    <migration_features>
      <live/>
      <uri_transports>
        <uri_transport>tcp</uri_transport>
      </uri_transports>
    </migration_features>
    <topology>
      <cells num='1'>
        <cell id='0'>
          <memory unit='KiB'>8874188</memory>
          <pages unit='KiB' size='4'>2218547</pages>
          <distances>
            <sibling id='0' value='10'/>
          </distances>
          <cpus num='1'>
            <cpu id='0' socket_id='0' die_id='0' core_id='0' siblings='0'/>
          </cpus>
        </cell>
      </cells>
    </topology>
    <cache>
      <bank id='0' level='3' type='both' size='32' unit='MiB' cpus='0-1'/>
    </cache>
    <secmodel>
      <model>dac</model>
      <doi>0</doi>
      <baselabel type='kvm'>+64055:+64055</baselabel>
    </secmodel>
  </host>
  <guest>
    <os_type>hvm</os_type>
    <arch name='i686'>
      <wordsize>32</wordsize>
      <emulator>/usr/bin/qemu-system-i386</emulator>
      <machine maxCpus='255'>pc-i440fx-10.0</machine>
      <machine canonical='pc-i440fx-10.0' maxCpus='255'>pc</machine>
      <domain type='qemu'/>
      <domain type='kvm'/>
    </arch>
    <features>
      <pae/>
      <nonpae/>
      <acpi default='on' toggle='yes'/>
      <apic default='on' toggle='no'/>
      <cpuselection/>
      <deviceboot/>
      <disksnapshot default='on' toggle='no'/>
      <externalSnapshot/>
    </features>
  </guest>
</capabilities>
`;

test('a host and its guests as libvirt writes them', () => {
  const value = buildHostCapabilities(
    {
      arch: 'x86_64',
      uuid: 'd569c838-6cb1-4f31-82a8-605262527afd',
      cpu: {
        arch: 'x86_64',
        model: 'EPYC',
        vendor: 'AMD',
        microcodeVersion: 7,
        signature: { family: 25, model: 17, stepping: 1 },
        tsc: { frequencyHz: 2_596_130_000, scaling: false },
        topology: { sockets: 1, cores: 2, threads: 1 },
        physAddrBits: 48,
        features: ['x2apic'],
      },
      memory: {
        pageSizesKiB: [4],
        hugetlbfs: [],
        caches: [{ id: 0, level: 3, type: 'both', sizeKiB: 32_768, cpus: [0, 1] }],
        cells: [
          {
            id: 0,
            memoryKiB: 8_874_188,
            pages: [{ sizeKiB: 4, count: 2_218_547 }],
            distances: [{ cell: 0, distance: 10 }],
            cpus: [{ id: 0, socketId: 0, dieId: 0, coreId: 0, siblings: [0] }],
          },
        ],
      },
      security: {
        models: [{ model: 'dac', doi: '0', baselabels: { kvm: '+64055:+64055' } }],
        defaultConfined: true,
        requireConfined: false,
      },
      migrationTransports: ['tcp'],
    },
    [emulator],
  );
  expect(formatHostCapabilities(value)).toBe(xml);
  expect(formatHostCapabilities(parseHostCapabilities(xml))).toBe(xml);
});

test('an architecture without ACPI offers none', () => {
  const { guests } = buildHostCapabilities({ arch: 's390x' }, [{ ...emulator, arch: 's390x', flags: [] }]);
  expect(guests?.[0]?.features?.acpi).toBeUndefined();
  expect(guests?.[0]?.arch.domains).toEqual([{ type: 'qemu' }]);
});

test('sets of processors', () => {
  expect(formatCpuSet([3, 0, 1, 2, 8, 8])).toBe('0-3,8');
  expect(formatCpuSet([])).toBe('');
});
