import { inContext } from './in-context.js';
import type { LineIndex, Position } from './position.js';
import { problemError, XmlError } from './problem.js';
import { type ReadOptions, ReadState, type UnknownPart } from './read-state.js';
import { XmlReader } from './reader.js';
import type { Element, WriteOptions } from './shape.js';
import { Trail } from './trail.js';

/** Where the parts of a value stand in the document that it was read from. */
export interface Positions {
  /** The position of a part by its JSON pointer (`/devices/disks/0/target`; `''` is all of it); undefined for what the document lacks. */
  of(pointer: string): Position | undefined;
}

export interface DocumentReading<T> {
  readonly value: T;
  readonly positions: Positions;
  readonly unknown: readonly UnknownPart[];
}

/** Reads a document whose root is the element. Throws an {@link XmlError}. */
export function readDocument<T>(root: Element<T>, source: string, options?: ReadOptions): DocumentReading<T>;
export function readDocument(
  root: Element<unknown>,
  source: string,
  options: ReadOptions = {},
): DocumentReading<unknown> {
  try {
    const state = new ReadState(new XmlReader(source, root.namespaces), options);
    const value = readRoot(root, state);
    return { value, positions: positionsLater(root, source, state.reader.lines), unknown: state.unknown };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const fault = notWellFormed(source);
    const { documentName } = options;
    if (fault === undefined || documentName === undefined) throw fault ?? error;
    throw problemError(inContext(fault.problem, documentName, source));
  }
}

/** Why a document is not well-formed, wherever that is: until it is, nothing else about it matters. */
function notWellFormed(source: string): XmlError | undefined {
  try {
    const reader = new XmlReader(source);
    reader.skipContent();
    reader.finish();
    return undefined;
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
}

/** Writes a document; the element's lines end with a line break each. */
export function writeDocument<T>(root: Element<T>, value: T, options: WriteOptions = {}): string {
  return root.write(value, root.name, '', options);
}

function readRoot(root: Element<unknown>, state: ReadState): unknown {
  const { reader } = state;
  if (reader.name !== root.name) {
    state.problem(reader.start, {
      code: 'XML_ERROR',
      message: `expecting root element of '${root.name}', not '${reader.element}'`,
    });
  }
  state.trail?.offsets.set('', reader.start);
  const value = root.read(state);
  reader.finish();
  return value;
}

/** Reads the document a second time when first asked for a position, so that who never asks pays nothing. */
function positionsLater(root: Element<unknown>, source: string, lines: LineIndex): Positions {
  let offsets: ReadonlyMap<string, number> | undefined;
  const find = (): ReadonlyMap<string, number> => {
    const trail = new Trail();
    readRoot(root, new ReadState(new XmlReader(source, root.namespaces), { onProblem: () => undefined }, trail));
    return trail.offsets;
  };
  return {
    of: (pointer) => {
      offsets ??= find();
      const offset = offsets.get(pointer);
      return offset === undefined ? undefined : lines.at(offset);
    },
  };
}
