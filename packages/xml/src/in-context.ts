import type { Problem } from './problem.js';

/** A problem as libvirt shows it: after the document's name and line what is wrong, then that line, then a mark below it. */
export function inContext(problem: Problem, documentName: string, source: string): Problem {
  const { message, line = 1, column = 1, readTo = column } = problem;
  const text = source === '' ? '(null)' : (source.split(/\r\n|\r|\n/, line).at(-1) ?? '');
  const shown = `${documentName}:${line}: ${message}\n${text}\n${'-'.repeat(readTo - 1)}^`;
  return { ...problem, message: shown };
}
