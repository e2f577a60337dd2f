import type { Position } from './position.js';
import { type Problem, problemError } from './problem.js';
import type { XmlReader } from './reader.js';
import type { Trail } from './trail.js';

/** How many parts that no declaration knows are listed; more tell nobody more, and a document can have millions. */
const MAX_UNKNOWN = 10_000;

/** A part of a document that no declaration knows, and that reading dropped. */
export interface UnknownPart extends Position {
  readonly kind: 'element' | 'attribute';
  /** Path of elements: `/domain/devices/disk/foo`, or `/domain/devices/disk/@foo`. */
  readonly path: string;
}

export interface ReadOptions {
  /** Gets each problem with a value; unless told, the first is thrown. A document that is not well-formed always throws. */
  readonly onProblem?: ((problem: Problem) => void) | undefined;
  /** What libvirt calls the document, `(domain_definition)`: what is not well-formed is then shown as libvirt shows it. */
  readonly documentName?: string | undefined;
}

/** One reading of one document: what the shapes hand on to each other. */
export class ReadState {
  readonly reader: XmlReader;
  readonly unknown: UnknownPart[] = [];
  /** Records where each part of the value came from, if somebody wants to know. */
  readonly trail: Trail | undefined;
  #failed: Map<object, Set<string>> | undefined;
  readonly #onProblem: ((problem: Problem) => void) | undefined;

  constructor(reader: XmlReader, { onProblem }: ReadOptions = {}, trail?: Trail) {
    this.reader = reader;
    this.#onProblem = onProblem;
    this.trail = trail;
  }

  /** Tells of a problem at an offset, in the element that is open, or in its child that was just closed. */
  problem(offset: number, problem: Omit<Problem, 'path' | 'line' | 'column'>, closedChild?: string): void {
    const open = this.reader.depth === 0 ? '' : this.reader.path;
    const path = closedChild === undefined ? open : `${open}/${closedChild}`;
    const placed: Problem = { ...problem, path, ...this.reader.position(offset) };
    if (this.#onProblem === undefined) throw problemError(placed);
    this.#onProblem(placed);
  }

  /** Notes that a record's field has a fault, and has been told of: it is not missing besides. */
  fail(record: object, key: string): void {
    this.#failed ??= new Map();
    this.#failed.set(record, (this.#failed.get(record) ?? new Set()).add(key));
  }

  hasFailed(record: object, key: string): boolean {
    return this.#failed?.get(record)?.has(key) === true;
  }

  /** Drops the element whose start tag was just read. */
  dropElement(): void {
    const { reader } = this;
    this.#noteUnknown('element', reader.path, reader.start);
    reader.skipContent();
  }

  /** Notes that the current element's attribute is dropped. */
  dropAttribute(index: number): void {
    const { reader } = this;
    const path = `${reader.path}/@${reader.attributeNames[index]}`;
    this.#noteUnknown('attribute', path, reader.attributeOffsets[index] ?? 0);
  }

  #noteUnknown(kind: UnknownPart['kind'], path: string, offset: number): void {
    if (this.unknown.length < MAX_UNKNOWN) this.unknown.push({ kind, path, ...this.reader.position(offset) });
  }
}
