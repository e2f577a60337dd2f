import { type Command, query } from '../command.js';
import { parseIndentedTree } from '../parse/indented-tree.js';
import { parseHex, parseNumber } from '../parse/sizes.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One memory device. */
export interface MemoryDevice {
  /** Such as `dimm`, `nvdimm` or `virtio-mem`. */
  readonly kind: string;
  /** The device's alias, if it has one. */
  readonly id?: string;
  readonly address: bigint;
  /** Where QEMU prints it. */
  readonly sizeBytes?: number;
  readonly slot?: number;
  readonly node?: number;
  /** The path of the memory backend. */
  readonly memdev?: string;
  /** What QEMU prints, by its names. */
  readonly properties: Readonly<Record<string, string>>;
}

const HEADING = /^Memory device \[(?<kind>.+?)\]: "(?<id>.*)"$/;
const PROPERTY = /^(?<name>[^:]+): ?(?<value>.*)$/;

/** Reads what `info memory-devices` prints. */
export const parseMemoryDevices = (reply: string): MemoryDevice[] =>
  parseIndentedTree(reply).map(({ text, children }) => {
    const { kind = '', id } = matchReply('info memory-devices', HEADING, text);
    const pairs = children.map((child) => {
      const { name = '', value = '' } = matchReply('info memory-devices', PROPERTY, child.text);
      return [name, value];
    });
    const properties: Record<string, string> = Object.fromEntries(pairs);
    const { addr, memaddr, size, slot, node, memdev } = properties;
    return {
      kind,
      ...(id === undefined || id === '' ? {} : { id }),
      address: parseHex(addr ?? memaddr ?? '0x0'),
      ...(size === undefined ? {} : { sizeBytes: parseNumber(size) }),
      ...(slot === undefined ? {} : { slot: parseNumber(slot) }),
      ...(node === undefined ? {} : { node: parseNumber(node) }),
      ...(memdev === undefined ? {} : { memdev }),
      properties,
    };
  });

/** The memory devices: DIMMs and their like. */
export const infoMemoryDevices = (): Command<MemoryDevice[]> => query('info memory-devices', parseMemoryDevices);
