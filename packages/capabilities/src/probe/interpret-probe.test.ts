import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { acceleratorOf, findMachine, hasFlag } from '../questions.js';
import { interpretProbe } from './interpret-probe.js';
import type { Exchange, JsonValue, ProbeRecording } from './recording.js';
import { formatRecording, parseRecording } from './recording-text.js';

function recorded(name: string): ProbeRecording {
  const path = new URL(`../testdata/${name}.jsonl.gz`, import.meta.url);
  return parseRecording(gunzipSync(readFileSync(path)).toString());
}

const qemu10 = recorded('x86_64-10.0.13-tcg');
const qemu7 = recorded('x86_64-7.2.22-tcg');

/** The recording with another value returned by a command. */
function withReply(recording: ProbeRecording, execute: string, value: JsonValue): ProbeRecording {
  const exchanges = recording.exchanges.map((exchange) =>
    exchange.execute === execute ? { ...exchange, reply: { return: value } } : exchange,
  );
  return { ...recording, exchanges };
}

const returnOf = (recording: ProbeRecording, execute: string): JsonValue => {
  const reply = recording.exchanges.find((exchange) => exchange.execute === execute)?.reply;
  return reply && 'return' in reply ? reply.return : null;
};

test('version, architecture and machines of a recorded QEMU 10', () => {
  const capabilities = interpretProbe(qemu10);
  expect(capabilities).toMatchObject({
    arch: 'x86_64',
    version: 10_000_013,
    package: 'Debian 1:10.0.13+ds-0+deb13u1',
    gic: [],
    microcodeVersion: 0,
  });
  expect(capabilities.accelerators.map(({ name }) => name)).toEqual(['tcg']);
  expect(findMachine(capabilities, 'q35')).toEqual({
    name: 'pc-q35-10.0',
    alias: 'q35',
    maxCpus: 4096,
    hotplugCpus: true,
    isDefault: false,
    defaultCpu: 'qemu64-x86_64-cpu',
    numaMemSupported: false,
    defaultRamId: 'pc.ram',
    deprecated: false,
    acpi: true,
  });
  expect(findMachine(capabilities, 'none')).toBeUndefined();
});

test('the default machine type comes first, the others keep the emulator’s order', () => {
  const [tcg] = interpretProbe(qemu10).accelerators;
  const names = tcg?.machines.map(({ name }) => name) ?? [];
  expect(names[0]).toBe('pc-i440fx-10.0');
  const reply = returnOf(qemu10, 'query-machines');
  const listed = JSON.stringify(reply);
  const places = names.slice(1).map((name) => listed.indexOf(`"${name}"`));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('flags come from types, properties, the schema, options and replies', () => {
  const capabilities = interpretProbe(qemu10);
  const { flags } = capabilities;
  for (const flag of ['virtio-net', 'virtio-net.rss', 'netdev.stream', 'run-with.async-teardown', 'cpu-max'] as const)
    expect(flags, flag).toContain(flag);
  for (const flag of ['kvm', 'hvf', 'sev-guest', 'sgx-epc', 'ncr53c90', 'virtio-ccw', 's390-sclp'] as const)
    expect(flags, flag).not.toContain(flag);
  expect(hasFlag(interpretProbe(qemu7), 'run-with.async-teardown')).toBe(false);
});

test('blockers make a CPU model unusable', () => {
  const { cpuModels } = acceleratorOf(interpretProbe(qemu10), 'tcg') ?? { cpuModels: [] };
  expect(cpuModels.find(({ name }) => name === 'qemu64')).toMatchObject({ usable: true, blockers: [] });
  const server = cpuModels.find(({ name }) => name === 'Skylake-Server');
  expect(server?.usable).toBe(false);
  expect(server?.blockers).toContain('avx512f');
});

test('what can’t be migrated is marked as such', () => {
  const { hostCpu } = acceleratorOf(interpretProbe(qemu10), 'tcg') ?? {};
  expect(hostCpu).toMatchObject({ name: 'base', migratability: true });
  const properties = new Map(hostCpu?.properties.map((property) => [property.name, property]));
  expect(properties.get('sse2')).toEqual({ name: 'sse2', type: 'boolean', value: true, migratable: true });
  expect(properties.get('avx512f')).toEqual({ name: 'avx512f', type: 'boolean', value: false });
  expect(properties.get('vendor')).toMatchObject({ type: 'string', value: 'AuthenticAMD' });
});

test('a flag that depends on another one needs it, even where the answer is recorded', () => {
  const types = returnOf(qemu10, 'qom-list-types');
  const without = (Array.isArray(types) ? types : []).filter(
    (type: JsonValue) => !JSON.stringify(type).includes('"name":"intel-iommu"'),
  );
  const flags = new Set(interpretProbe(withReply(qemu10, 'qom-list-types', without)).flags);
  expect(flags.has('intel-iommu')).toBe(false);
  expect(flags.has('intel-iommu.intremap')).toBe(false);
});

test('with KVM there are two conversations, and the second is about TCG', () => {
  const second: Exchange[] = [
    { execute: 'qmp_capabilities', reply: { return: {} } },
    { execute: 'query-machines', reply: { return: [{ name: 'only', 'cpu-max': 3 }] } },
  ];
  const kvm = withReply(qemu10, 'query-kvm', { present: true, enabled: true });
  const capabilities = interpretProbe({ ...kvm, exchanges: [...kvm.exchanges, ...second] }, { microcodeVersion: 7 });
  expect(capabilities.flags).toContain('kvm');
  expect(capabilities.microcodeVersion).toBe(7);
  expect(capabilities.accelerators.map(({ name }) => name)).toEqual(['kvm', 'tcg']);
  expect(capabilities.accelerators[1]?.machines).toMatchObject([{ name: 'only', maxCpus: 3 }]);
});

test('SEV, SGX, GIC and Hyper-V are read where they are offered', () => {
  const enclaves = { sgx: true, flc: true, sgx1: true, sgx2: false, sections: [{ node: 0, size: 1_048_576 }] };
  const encryption = { pdh: 'AA==', 'cert-chain': 'BB==', cbitpos: 51, 'reduced-phys-bits': 1 };
  const rich = withReply(withReply(qemu10, 'query-sgx-capabilities', enclaves), 'query-sev-capabilities', encryption);
  const gic = [{ version: 3, emulated: true, kernel: false }];
  const exchanges = [...rich.exchanges, { execute: 'query-gic-capabilities', reply: { return: gic } }];
  const capabilities = interpretProbe({ ...rich, exchanges }, { sevGuests: { max: 10, maxEs: 5 } });
  expect(capabilities.sgx).toEqual({
    flc: true,
    sgx1: true,
    sgx2: false,
    sectionSizeKiB: 1024,
    sections: [{ node: 0, sizeKiB: 1024 }],
  });
  expect(capabilities.sev).toMatchObject({ cbitpos: 51, maxGuests: 10, maxEsGuests: 5 });
  expect(capabilities.flags).toContain('sev-guest');
  expect(capabilities.gic).toEqual(gic);
  expect(capabilities.hyperv?.features).toContain('spinlocks');
});

test('an emulator that is too old, unknown or silent is refused', () => {
  const old = { qemu: { major: 5, minor: 2, micro: 0 }, package: '' };
  expect(() => interpretProbe(withReply(qemu10, 'query-version', old))).toThrow(
    'unsupported configuration: QEMU version >= 6.2.0 is required, but 5.2.0 found',
  );
  expect(() => interpretProbe(withReply(qemu10, 'query-target', { arch: 'z80' }))).toThrow('Unknown QEMU arch z80');
  expect(() => interpretProbe({ binary: '/x', exchanges: [] })).toThrow('no reply to query-version');
});

test('a recording goes through text and back', () => {
  const recording = parseRecording(formatRecording(qemu7));
  expect(recording).toEqual(qemu7);
  expect(interpretProbe(recording)).toEqual(interpretProbe(qemu7));
  expect(parseRecording(JSON.stringify(qemu7))).toEqual(qemu7);
  expect(formatRecording({ binary: '/x', exchanges: [{ execute: 'a', reply: { return: 2n ** 64n } }] })).toBe(
    '{"binary":"/x"}\n{"execute":"a","reply":{"return":18446744073709552000}}\n',
  );
});

test.each([
  ['', 'line 1 of the recording: no emulator is named'],
  ['{"binary":1}\n', 'line 1 of the recording: neither an emulator nor an exchange'],
  ['{"binary":"/x"}\n{"execute":"a"}\n', 'line 2 of the recording: neither an emulator nor an exchange'],
  ['{"binary":"/x"}\n\nno json\n', 'line 3 of the recording'],
  ['{"binary":"/x","exchanges":[{"execute":"a"}]}', 'line 1 of the recording: neither an emulator nor an exchange'],
])('%j is no recording', (text, message) => {
  expect(() => parseRecording(text)).toThrow(message);
});
