import { type Command, query } from '../command.js';
import { commandLine } from '../command-line-words.js';
import { type IndentedLine, parseIndentedTree } from '../parse/indented-tree.js';
import { matchReply, unexpectedReply } from '../parse/unexpected-reply.js';

/** One object of the composition tree. */
export interface QomNode {
  /** Its name below its parent, such as `peripheral`; a slash in it is written `\x2f`. */
  readonly name: string;
  /** Its type, such as `container` or `virtio-blk-pci`. */
  readonly type: string;
  readonly children: readonly QomNode[];
}

const FORM = /^\/(?<name>.*) \((?<type>[^()]*)\)$/;

function parseNode({ text, children }: IndentedLine): QomNode {
  const { name = '', type = '' } = matchReply('info qom-tree', FORM, text);
  return { name, type, children: children.map(parseNode) };
}

/** Reads what `info qom-tree` prints. */
export function parseQomTree(reply: string): QomNode {
  const [root] = parseIndentedTree(reply);
  if (root === undefined) throw unexpectedReply('info qom-tree', reply);
  return parseNode(root);
}

/** The objects below `path`; below `/machine` unless told. */
export const infoQomTree = (path?: string): Command<QomNode> => query(commandLine('info qom-tree', path), parseQomTree);
