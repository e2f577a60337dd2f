import { type ErrorCode, VirtError } from '@virtkit/errors';
import type { Position } from './position.js';

/** Something wrong with a document or a value, said so that a person can mend it. */
export interface Problem extends Partial<Position> {
  /** libvirt's error code: `XML_DETAIL` for what is not well-formed, else mostly `XML_ERROR` or `CONFIG_UNSUPPORTED`. */
  readonly code: ErrorCode;
  /** What is wrong, in libvirt's words where it has some: element, value, limits. */
  readonly message: string;
  /** Where: a path of elements (`/domain/devices/disk`) in a document, of keys (`/devices/disks/0`) in a value. */
  readonly path: string;
  /** What would be right. */
  readonly remedy?: string;
  /** The column that reading had come to, from 1, where that isn't the fault's own. */
  readonly readTo?: number;
}

/** What follows the message: remedy, then where. */
function adviceOn({ message, remedy, path, line, column }: Problem): string {
  const place = line === undefined ? path : `line ${line}, column ${column}, ${path}`;
  return remedy === undefined ? ` (${place})` : `${/[.!?]$/.test(message) ? '' : ';'} ${remedy} (${place})`;
}

/** The problem as one line: what, then remedy, then where. */
export function describeProblem(problem: Problem): string {
  return problem.message + adviceOn(problem);
}

/** The error to throw for a problem: its code, its message as detail, remedy and place as advice. */
export function problemError(problem: Problem): XmlError {
  return new XmlError(problem);
}

/** A VirtError that knows its place. */
export class XmlError extends VirtError {
  /** What, where, and what would be right, apart. */
  readonly problem: Problem;
  /** Line in the document, from 1; absent for values that came from no document. */
  readonly line: number | undefined;
  /** Column in the document, from 1, in UTF-16 units. */
  readonly column: number | undefined;

  constructor(problem: Problem) {
    super(problem.code, problem.message, { domain: 'XML', advice: adviceOn(problem) });
    this.problem = problem;
    this.line = problem.line;
    this.column = problem.column;
  }
}
