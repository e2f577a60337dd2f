import { type Command, query } from '../command.js';
import { type IndentedLine, parseIndentedTree } from '../parse/indented-tree.js';
import { parseHex } from '../parse/sizes.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** A base address register. */
export interface PciBar {
  readonly index: number;
  readonly kind: 'io' | 'memory';
  /** 32 or 64; memory only. */
  readonly bits?: number;
  readonly isPrefetchable: boolean;
  /** Absent while the guest hasn't mapped it. */
  readonly range?: { readonly first: bigint; readonly last: bigint };
}

/** One function of a PCI device. */
export interface PciFunction {
  readonly bus: number;
  readonly device: number;
  readonly function: number;
  /** Such as `Ethernet controller`, or `Class 0255` for what QEMU has no words. */
  readonly description: string;
  readonly vendorId: number;
  readonly deviceId: number;
  readonly subsystem?: { readonly vendorId: number; readonly deviceId: number };
  readonly irq?: { readonly line: number; readonly pin?: string };
  /** Of a bridge. */
  readonly secondaryBus?: number;
  readonly bars: readonly PciBar[];
  /** The device's alias; empty if it has none. */
  readonly id: string;
}

const UNMAPPED = 0xffff_ffff_ffff_ffffn;
const ADDRESS = /^Bus +(?<bus>\d+), device +(?<device>\d+), function (?<function>\d+):$/;
const IDENTITY = /^(?<description>.+): PCI device (?<vendor>[0-9a-f]{4}):(?<product>[0-9a-f]{4})$/;
const SUBSYSTEM = /^PCI subsystem ([0-9a-f]{4}):([0-9a-f]{4})$/;
const IRQ = /^IRQ (\d+)(?:, pin ([A-D]))?\.?$/;
const SECONDARY_BUS = /^secondary bus (\d+)\.$/;
const BAR =
  /^BAR(?<index>\d): (?<kind>I\/O|(?<bits>32|64) bit (?<prefetchable>prefetchable )?memory)(?: at (?<first>0x[0-9a-f]+) \[(?<last>0x[0-9a-f]+)\]\.?| \(not mapped\))$/;
const ID = /^id "(.*)"$/;

function parseBar(text: string): PciBar {
  const { index, kind, bits, prefetchable, first, last } = matchReply('info pci', BAR, text);
  const address = first === undefined || last === undefined ? UNMAPPED : parseHex(first);
  return {
    index: Number(index),
    kind: kind === 'I/O' ? 'io' : 'memory',
    ...(bits === undefined ? {} : { bits: Number(bits) }),
    isPrefetchable: prefetchable !== undefined,
    // Before QEMU 8, an unmapped one shows as the highest address.
    ...(address === UNMAPPED ? {} : { range: { first: address, last: parseHex(last ?? '0') } }),
  };
}

const find = (texts: readonly string[], pattern: RegExp): RegExpExecArray | null =>
  texts.map((text) => pattern.exec(text)).find((match) => match !== null) ?? null;

function parseFunction({ text, children: [identity] }: IndentedLine): PciFunction {
  const address = matchReply('info pci', ADDRESS, text);
  const { description = '', vendor = '', product = '' } = matchReply('info pci', IDENTITY, identity?.text ?? '');
  const texts = identity?.children.map((child) => child.text) ?? [];
  const subsystem = find(texts, SUBSYSTEM);
  const irq = find(texts, IRQ);
  const secondaryBus = find(texts, SECONDARY_BUS);
  return {
    bus: Number(address.bus),
    device: Number(address.device),
    function: Number(address.function),
    description,
    vendorId: Number.parseInt(vendor, 16),
    deviceId: Number.parseInt(product, 16),
    ...(subsystem === null
      ? {}
      : { subsystem: { vendorId: Number(`0x${subsystem[1]}`), deviceId: Number(`0x${subsystem[2]}`) } }),
    ...(irq === null ? {} : { irq: { line: Number(irq[1]), ...(irq[2] === undefined ? {} : { pin: irq[2] }) } }),
    ...(secondaryBus === null ? {} : { secondaryBus: Number(secondaryBus[1]) }),
    bars: texts.filter((line) => line.startsWith('BAR')).map(parseBar),
    id: find(texts, ID)?.[1] ?? '',
  };
}

/** Reads what `info pci` prints. */
export const parsePci = (reply: string): PciFunction[] => parseIndentedTree(reply).map(parseFunction);

/** The PCI devices. */
export const infoPci = (): Command<PciFunction[]> => query('info pci', parsePci);
