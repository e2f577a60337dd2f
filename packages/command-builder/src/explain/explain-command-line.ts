import type { Position, Positions } from '@virtkit/domain-conf';
import { textParts } from '../arguments/text.js';
import type { CommandLine } from '../build/build-command-line.js';
import { type Origins, originOf } from '../origins/origin.js';

/** One option of a command line, with its value, and why it is there. */
export interface ExplainedArgument {
  /** The option and its value, as argv has them; references to descriptors read `<name>`. */
  readonly argument: readonly string[];
  /** Paths of the source (JSON pointers) that it follows from, with their place in the document where that is known. */
  readonly sources: readonly { readonly path: string; readonly position?: Position }[];
  /** Rules that imply it: of completion, or of the command line itself. */
  readonly rules: readonly string[];
}

/** A command line explained both ways. */
export interface Explanation {
  /** The emulator, then each option in its order. */
  readonly arguments: readonly ExplainedArgument[];
  /** For each path of the source that led to arguments, the places of those in {@link Explanation.arguments}. */
  readonly elements: ReadonlyMap<string, readonly number[]>;
}

export interface ExplainOptions {
  /** What completing the definition said of origins; without it paths are those of the completed definition. */
  readonly origins?: Origins;
  /** Where the parts of the source stand in its document. */
  readonly positions?: Positions;
}

/** Tells of each argument what made it, and of each element of the definition what became of it. */
export function explainCommandLine(line: CommandLine, { origins = {}, positions }: ExplainOptions = {}): Explanation {
  const explained = groupOptions(line).map(({ argument, index }): ExplainedArgument => {
    const origin = line.origins[index];
    if (origin === undefined || 'rule' in origin)
      return { argument, sources: [], rules: origin === undefined ? [] : [origin.rule] };
    const resolved = origin.paths.map((path) => originOf(origins, path));
    const paths = resolved.flatMap((one) => ('source' in one ? [one.source] : []));
    const rules = resolved.flatMap((one) => ('rule' in one ? [one.rule] : []));
    return { argument, sources: paths.map((path) => withPosition(path, positions)), rules: [...new Set(rules)] };
  });
  return { arguments: explained, elements: elementsOf(explained) };
}

function groupOptions({ argv }: CommandLine): { argument: string[]; index: number }[] {
  const groups: { argument: string[]; index: number }[] = [];
  argv.forEach((element, index) => {
    const text = textParts(element)
      .map((part) => (typeof part === 'string' ? part : `<${part.descriptor}>`))
      .join('');
    const last = groups.at(-1);
    if (index <= 1 || last === undefined || text.startsWith('-')) groups.push({ argument: [text], index });
    else last.argument.push(text);
  });
  return groups;
}

function withPosition(path: string, positions: Positions | undefined): { path: string; position?: Position } {
  const position = positions?.of(path);
  return position === undefined ? { path } : { path, position };
}

function elementsOf(explained: readonly ExplainedArgument[]): Map<string, number[]> {
  const elements = new Map<string, number[]>();
  explained.forEach(({ sources }, index) => {
    for (const { path } of sources) elements.set(path, [...(elements.get(path) ?? []), index]);
  });
  return elements;
}
