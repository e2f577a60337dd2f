import { type Command, query } from '../command.js';
import { type IndentedLine, parseIndentedTree } from '../parse/indented-tree.js';
import { type MemoryRange, parseMemoryRange } from '../parse/memory-range.js';
import { unexpectedReply } from '../parse/unexpected-reply.js';

/** A region of memory with those in it. */
export interface MemoryRegion extends MemoryRange {
  readonly children: readonly MemoryRegion[];
}

/** An address space, or a region that only aliases show. */
export interface MemoryTree {
  readonly kind: 'address-space' | 'memory-region';
  /** More than one where address spaces are the same. */
  readonly names: readonly string[];
  readonly regions: readonly MemoryRegion[];
}

const HEADING = /^(address-space|memory-region): (.*)$/;

const parseRegion = ({ text, children }: IndentedLine): MemoryRegion => ({
  ...parseMemoryRange(text),
  children: children.map(parseRegion),
});

/** Reads what `info mtree` prints. */
export function parseMemoryTree(reply: string): MemoryTree[] {
  const trees: MemoryTree[] = [];
  let names: string[] = [];
  for (const { text, children } of parseIndentedTree(reply)) {
    const [, kind, name] = HEADING.exec(text) ?? [];
    if (name === undefined) throw unexpectedReply('info mtree', text);
    names.push(name);
    // Equal address spaces follow each other, and only the last has the tree below it.
    if (children.length === 0) continue;
    trees.push({
      kind: kind === 'memory-region' ? 'memory-region' : 'address-space',
      names,
      regions: children.map(parseRegion),
    });
    names = [];
  }
  return trees;
}

/** The memory as it is composed. */
export const infoMtree = (): Command<MemoryTree[]> => query('info mtree', parseMemoryTree);
