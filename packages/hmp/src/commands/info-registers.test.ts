import { expect, test } from 'vitest';
import { recordedReply } from '../testing/recordings.js';
import { infoRegisters, parseRegisters } from './info-registers.js';

test.each(['basic-qemu7.2', 'basic-qemu10'])('%s: reads a CPU at its reset', (source) => {
  const [cpu] = parseRegisters(recordedReply(source, 'info registers'));
  expect(cpu).toMatchObject({
    cpu: 0,
    architecture: 'x86',
    flags: '-------',
    registers: {
      EAX: 0n,
      EDX: 0x60fb1n,
      EIP: 0xfff0n,
      EFL: 2n,
      HLT: 0n,
      CR0: 0x60000010n,
      DR6: 0xffff0ff0n,
      MXCSR: 0x1f80n,
    },
    segments: {
      ES: { selector: 0n, base: 0n, limit: 0xffffn, attributes: 0x9300n },
      CS: { selector: 0xf000n, base: 0xffff0000n, limit: 0xffffn, attributes: 0x9b00n },
      LDT: { selector: 0n, attributes: 0x8200n },
      GDT: { base: 0n, limit: 0xffffn },
    },
  });
  expect(Object.keys(cpu?.registers ?? {}).filter((name) => name.startsWith('XMM'))).toHaveLength(8);
});

test('reads long mode', () => {
  const [cpu] = parseRegisters(recordedReply('long-mode', 'info registers'));
  expect(cpu).toMatchObject({
    registers: { RAX: 0x123456789abcdef0n, R15: 0xfedcba9876543210n, R8: 0n, EFER: 0x500n, XMM15: 0n, HLT: 1n },
    segments: { CS: { selector: 0x18n, attributes: 0xaf9a00n }, IDT: { limit: 0x3ffn } },
    flags: '--S--P-',
  });
});

test('reads AVX registers whole', () => {
  const [cpu] = parseRegisters(recordedReply('avx', 'info registers'));
  expect(cpu?.registers).toMatchObject({ YMM00: 0n, YMM01: (1n << 256n) - 1n, YMM02: 0x123456789abcdef0n, YMM15: 0n });
});

test('reads aarch64', () => {
  const [cpu] = parseRegisters(recordedReply('aarch64', 'info registers'));
  expect(cpu).toMatchObject({
    architecture: 'aarch64',
    registers: {
      PC: 0x4020000cn,
      X00: 0x300000n,
      X30: 0n,
      SP: 0n,
      PSTATE: 0x400003c5n,
      FPCR: 0n,
      Q00: 0x3ff0000000000000n,
    },
    flags: '-Z-- EL1h',
  });
  expect(parseRegisters(recordedReply('aarch64', 'info registers 1'))).toMatchObject([
    { cpu: 1, architecture: 'aarch64' },
  ]);
});

test('joins the halves of wide registers, the high one first', () => {
  const [cpu] = parseRegisters(
    'EIP=00000001\r\nFPR0=8000000000000000 3fff FPR1=0000000000000000 0000\r\nXMM00=0000000000000001 0000000000000002 XMM01=0000000000000000 0000000000000000\r\n',
  );
  expect(cpu?.registers).toEqual({
    EIP: 1n,
    FPR0: 0x3fff8000000000000000n,
    FPR1: 0n,
    XMM00: (1n << 64n) | 2n,
    XMM01: 0n,
  });
});

test('reads all CPUs', () => {
  const cpus = parseRegisters(recordedReply('devices', 'info registers -a'));
  expect(cpus.map(({ cpu }) => cpu)).toEqual([0, 1]);
  expect(infoRegisters({ all: true }).line).toBe('info registers -a');
  expect(infoRegisters({ cpu: 1 }).line).toBe('info registers 1');
});
