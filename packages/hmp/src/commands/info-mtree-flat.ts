import { type Command, query } from '../command.js';
import { parseIndentedTree } from '../parse/indented-tree.js';
import { type MemoryRange, parseMemoryRange } from '../parse/memory-range.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** The memory as a CPU or a device sees it. */
export interface FlatView {
  /** Those that see it. */
  readonly addressSpaces: readonly { readonly name: string; readonly root: string }[];
  readonly rootRegion: string;
  /** In the order of their addresses, none over another. */
  readonly ranges: readonly MemoryRange[];
}

const ADDRESS_SPACE = /^AS "(?<name>.*)", root: (?<root>.*?)(?:, alias .*)?$/;
const ROOT = /^Root memory region: (?<root>.*)$/;
const NOTHING = 'No rendered FlatView';

/** Reads what `info mtree -f` prints. */
export const parseFlatViews = (reply: string): FlatView[] =>
  parseIndentedTree(reply).map(({ text, children }) => {
    matchReply('info mtree -f', /^FlatView #\d+$/, text);
    const spaces = children.filter((child) => child.text.startsWith('AS ')).map((child) => child.text);
    const rootLine = children.find((child) => ROOT.test(child.text));
    const ranges = rootLine?.children.filter((child) => child.text !== NOTHING) ?? [];
    return {
      addressSpaces: spaces.map((space) => {
        const { name = '', root = '' } = matchReply('info mtree -f', ADDRESS_SPACE, space);
        return { name, root };
      }),
      rootRegion: ROOT.exec(rootLine?.text ?? '')?.groups?.root ?? '',
      ranges: ranges.map((child) => parseMemoryRange(child.text)),
    };
  });

/** The memory as CPUs and devices see it. */
export const infoMtreeFlat = (): Command<FlatView[]> => query('info mtree -f', parseFlatViews);
