import { expect, test } from 'vitest';
import { recordedReply } from '../testing/recordings.js';
import * as commands from './index.js';

const DEVICES = 'devices';
const BOTH = ['basic-qemu7.2', 'basic-qemu10'];

const read = <Result>(source: string, { line, parse }: commands.Command<Result>): Result =>
  parse(recordedReply(source, line));

test('status', () => {
  expect(read(DEVICES, commands.infoStatus())).toEqual({ status: 'prelaunch', isRunning: false, isSingleStep: false });
  expect(read('booted', commands.infoStatus())).toEqual({ status: 'running', isRunning: true, isSingleStep: false });
  const { parse } = commands.infoStatus();
  expect(parse('VM status: paused\r\n').status).toBe('paused');
  expect(parse('VM status: running (single step mode)\r\n').isSingleStep).toBe(true);
  expect(() => parse('fine')).toThrow(expect.objectContaining({ code: 'UNEXPECTED_REPLY' }));
});

test('version', () => {
  expect(read('basic-qemu7.2', commands.infoVersion())).toEqual({
    major: 7,
    minor: 2,
    micro: 22,
    package: 'Debian 1:7.2+dfsg-7+deb12u18+b3',
  });
  expect(read('basic-qemu10', commands.infoVersion())).toMatchObject({ major: 10, minor: 0, micro: 13 });
  expect(commands.infoVersion().parse('0.14\r\n')).toEqual({ major: 0, minor: 14, micro: 0, package: '' });
});

test('name, UUID, KVM', () => {
  expect(read(DEVICES, commands.infoName())).toBe('web');
  expect(read('basic-qemu10', commands.infoName())).toBeUndefined();
  expect(commands.infoName().parse('Error: (qemu) \r\n')).toBe('Error: (qemu) ');
  expect(read(DEVICES, commands.infoUuid())).toBe('11111111-2222-3333-4444-555555555555');
  expect(read(DEVICES, commands.infoKvm())).toEqual({ isPresent: true, isEnabled: false });
});

test('cpus', () => {
  const cpus = read(DEVICES, commands.infoCpus());
  expect(cpus.map(({ index, isCurrent }) => [index, isCurrent])).toEqual([
    [0, true],
    [1, false],
  ]);
  const old = commands.infoCpus().parse('* CPU #0: pc=0x00000000fffffff0 (halted) thread_id=4711 \r\n');
  expect(old).toEqual([{ index: 0, isCurrent: true, threadId: 4711, isHalted: true, pc: 0xfffffff0n }]);
});

test('pci, mapped and not', () => {
  for (const source of BOTH) {
    const disk = read(source, commands.infoPci()).find(({ id }) => id === 'vd0');
    expect(disk).toEqual({
      ...{ bus: 0, device: 3, function: 0, description: 'SCSI controller', vendorId: 0x1af4, deviceId: 0x1001 },
      subsystem: { vendorId: 0x1af4, deviceId: 2 },
      irq: { line: 0, pin: 'A' },
      bars: [
        { index: 0, kind: 'io', isPrefetchable: false },
        { index: 1, kind: 'memory', bits: 32, isPrefetchable: false },
        { index: 4, kind: 'memory', bits: 64, isPrefetchable: true },
      ],
      id: 'vd0',
    });
  }
  const booted = read('booted', commands.infoPci());
  expect(booted.find(({ id }) => id === 'br1')?.secondaryBus).toBe(1);
  expect(booted.find(({ bus }) => bus === 1)?.deviceId).toBe(0x8139);
  const [io] = booted.find(({ id }) => id === 'vd0')?.bars ?? [];
  expect((io?.range?.last ?? 0n) - (io?.range?.first ?? 0n)).toBe(0x7fn);
});

test('blockstats', () => {
  expect(read('basic-qemu10', commands.infoBlockstats())).toMatchObject([
    { device: 'd0', counters: { rd_bytes: 0, idle_time_ns: 0 } },
    { device: 'cd0' },
  ]);
});

test('snapshots', () => {
  expect(read('basic-qemu10', commands.infoSnapshots())).toEqual([]);
  expect(read('snapshots', commands.infoSnapshots())).toMatchObject([
    { tag: 'a', stateBytes: 594 * 1024, clock: '00:00:00.000' },
    { tag: 'b c', date: expect.stringMatching(/^\d{4}-/) },
  ]);
  const old = commands
    .infoSnapshots()
    .parse(
      'ID        TAG                 VM SIZE                DATE       VM CLOCK\r\n1         before upgrade         1.5M 2011-02-03 04:05:06   00:01:02.345\r\n',
    );
  expect(old).toEqual([
    { id: '1', tag: 'before upgrade', stateBytes: 1572864, date: '2011-02-03 04:05:06', clock: '00:01:02.345' },
  ]);
});

test('balloon', () => {
  expect(read(DEVICES, commands.infoBalloon())).toEqual({ actualMiB: 128, statistics: {} });
  expect(commands.infoBalloon().parse('balloon: actual=256,mem_swapped_in=3\r\n').statistics).toEqual({
    mem_swapped_in: 3,
  });
});

test('migrate', () => {
  expect(read('migration', commands.infoMigrate())).toMatchObject({ status: 'completed', remainingRamKiB: 0 });
  expect(read('basic-qemu10', commands.infoMigrate())).toMatchObject({
    status: 'none',
    rows: { 'only-migratable': 'off' },
  });
  const failed =
    "Migration status: failed (Failed to connect to '127.0.0.1:1': Connection refused)\r\ntotal time: 7 ms\r\n";
  expect(commands.infoMigrate().parse(failed)).toMatchObject({
    status: 'failed',
    reason: "Failed to connect to '127.0.0.1:1': Connection refused",
    totalTimeMs: 7,
  });
});

test('chardev', () => {
  expect(read(DEVICES, commands.infoChardev())).toEqual([
    { label: 'nul', filename: 'null', isConnected: true },
    { label: 'cs0', filename: 'unix:cs,server=on', isConnected: false },
    { label: 'compat_monitor0', filename: 'unix:monitor,server=on', isConnected: true },
  ]);
});

test('mice and usb', () => {
  expect(read(DEVICES, commands.infoMice())).toEqual([
    { index: 3, name: 'QEMU HID Tablet', isCurrent: false, isAbsolute: true },
    { index: 2, name: 'QEMU PS/2 Mouse', isCurrent: true, isAbsolute: false },
  ]);
  expect(read(DEVICES, commands.infoUsb())).toEqual([
    { bus: 0, address: 0, port: '1', speedMbps: 12, product: 'QEMU USB Tablet', id: 'tablet' },
    { bus: 0, address: 0, port: '2', speedMbps: 12, product: 'QEMU USB Hub' },
    { bus: 0, address: 0, port: '2.1', speedMbps: 12, product: 'QEMU USB Keyboard' },
  ]);
  expect(() => read('basic-qemu10', commands.infoUsb())).toThrow(/USB support not enabled/);
});

test('vnc', () => {
  expect(read(DEVICES, commands.infoVnc())).toEqual([
    {
      id: 'default',
      listens: [{ address: ':vnc', family: 'unix', authentication: { method: 'none', submethod: 'none' } }],
      clients: [{ address: ':', family: 'unix' }],
    },
  ]);
  expect(read('password-qemu10', commands.infoVnc())).toEqual([
    { id: 'default', listens: [], clients: [], authentication: { method: 'vnc', submethod: 'none' } },
  ]);
  expect(read('basic-qemu10', commands.infoVnc())).toEqual([]);
});

test('network, with a hub', () => {
  const nic = { name: 'e1000.0', index: 0, type: 'nic', details: 'model=e1000,macaddr=52:54:00:12:34:57' };
  expect(read(DEVICES, commands.infoNetwork())).toMatchObject([
    {
      kind: 'hub',
      id: 0,
      ports: [{ name: 'h2' }, { name: 'h1', peer: { name: 'n1', type: 'socket' } }, { name: 'h0', peer: nic }],
    },
    { kind: 'client', name: 'net0', peer: { name: 'n0', type: 'user', details: 'net=10.0.2.0,restrict=off' } },
    { kind: 'client', name: 'rtl8139.0' },
  ]);
});

test('roms', () => {
  expect(read('basic-qemu10', commands.infoRoms()).slice(0, 3)).toEqual([
    { name: 'kvmvapic.bin', sizeBytes: 0x2400, place: { kind: 'firmware', file: 'genroms/kvmvapic.bin' } },
    { name: 'bios-256k.bin', sizeBytes: 0x40000, place: { kind: 'address', address: 0xfffc0000n, memory: 'rom' } },
    { name: 'etc/acpi/tables', sizeBytes: 0x200000, place: { kind: 'region', region: '/rom@etc/acpi/tables' } },
  ]);
});

test('irq and jit', () => {
  expect(read('basic-qemu10', commands.infoIrq())).toEqual([
    { controller: 'ioapic', counts: { 0: 1 } },
    { controller: 'isa-i8259', counts: { 0: 1 } },
  ]);
  expect(read('basic-qemu10', commands.infoJit())).toMatchObject({
    codeBytes: 0,
    codeCapacityBytes: 1073736704,
    rows: { 'one-insn-per-tb': 'off', 'TLB elided flushes': '3872', 'direct jump count': '0 (0%) (2 jumps=0 0%)' },
  });
  expect(read('booted', commands.infoJit()).translationBlocks).toBeGreaterThan(1000);
});

test('iothreads, memory devices, tpm', () => {
  expect(read(DEVICES, commands.infoIothreads())).toMatchObject([
    { id: 'io0', threadId: expect.any(Number), settings: { 'poll-max-ns': 32768, 'aio-max-batch': 0 } },
  ]);
  expect(read(DEVICES, commands.infoMemoryDevices())).toMatchObject([
    { kind: 'dimm', id: 'dimm0', address: 0x100000000n, sizeBytes: 67108864, slot: 0, node: 0, memdev: '/objects/m0' },
  ]);
  expect(read('tpm', commands.infoTpm())).toEqual([
    { id: 'tpm0', model: 'tpm-tis', type: 'emulator', options: { chardev: 'chrtpm' } },
  ]);
  expect(read('basic-qemu10', commands.infoTpm())).toEqual([]);
});

test('memory dumps', () => {
  const { line, parse } = commands.xp({ address: 0xfffffff0n, count: 8, unitBytes: 1 });
  expect(line).toBe('xp/8bx 0xfffffff0');
  for (const source of BOTH) {
    expect(parse(recordedReply(source, 'xp/8xb 0xfffffff0'))[0]).toBe(0xean);
  }
  expect(parse(recordedReply('booted', 'xp/2gx 0xfffffff0'))).toHaveLength(2);
  expect(() => parse(recordedReply('booted', 'xp/3wx 0xfffffffffffffff0'))).toThrow(
    expect.objectContaining({ code: 'COMMAND_FAILED' }),
  );
});
