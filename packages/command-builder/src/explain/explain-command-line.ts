import type { Position, Positions } from '@virtkit/domain-conf';
import { textParts } from '../arguments/text.js';
import type { ArgumentOrigin } from '../build/argument-origin.js';
import type { CommandLine } from '../build/build-command-line.js';
import { type Origin, type Origins, originOf } from '../origins/origin.js';

/** A path of the source (a JSON pointer), with its place in the document where that is known. */
export interface ExplainedPath {
  readonly path: string;
  readonly position?: Position;
}

/** One option of a command line, with its value, and why it is there. */
export interface ExplainedArgument {
  /** The option and its value, as argv has them; references to descriptors read `<name>`. */
  readonly argument: readonly string[];
  /** Paths of the source that it follows from: without any of them it would be another. */
  readonly sources: readonly ExplainedPath[];
  /** Rules that imply it: of completion, or of the command line itself. */
  readonly rules: readonly string[];
  /** Paths of the source that say what the rules would imply without them. */
  readonly alsoSaid: readonly ExplainedPath[];
}

/** A command line explained both ways. */
export interface Explanation {
  /** The emulator, then each option in its order. */
  readonly arguments: readonly ExplainedArgument[];
  /** For each path of the source that speaks of arguments, itself or below it, their places in {@link Explanation.arguments}. */
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
    const { paths, rules, alsoSaid } = resolved(line.origins[index], origins);
    const placed = (all: readonly string[]) => [...new Set(all)].map((path) => withPosition(path, positions));
    return { argument, sources: placed(paths), rules: [...new Set(rules)], alsoSaid: placed(alsoSaid) };
  });
  return { arguments: explained, elements: elementsOf(explained) };
}

interface Resolved {
  readonly paths: readonly string[];
  readonly rules: readonly string[];
  readonly alsoSaid: readonly string[];
}

/** Follows an origin from the completed definition to the source. */
function resolved(origin: ArgumentOrigin | undefined, origins: Origins): Resolved {
  if (origin === undefined) return { paths: [], rules: [], alsoSaid: [] };
  if ('rule' in origin) {
    const said = (origin.alsoSaid ?? []).map((path) => originOf(origins, path));
    return { paths: [], rules: [origin.rule], alsoSaid: said.flatMap((one) => saidAt(one) ?? []) };
  }
  const all = origin.paths.map((path) => originOf(origins, path));
  return {
    paths: all.flatMap((one) => ('source' in one ? [one.source] : [])),
    rules: all.flatMap((one) => ('rule' in one ? [one.rule] : [])),
    alsoSaid: all.flatMap((one) => ('rule' in one ? (one.alsoSaid ?? []) : [])),
  };
}

function saidAt(origin: Origin): string | undefined {
  return 'source' in origin ? origin.source : origin.alsoSaid;
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

function withPosition(path: string, positions: Positions | undefined): ExplainedPath {
  const position = positions?.of(path);
  return position === undefined ? { path } : { path, position };
}

function elementsOf(explained: readonly ExplainedArgument[]): Map<string, number[]> {
  const elements = new Map<string, number[]>();
  explained.forEach(({ sources, alsoSaid }, index) => {
    const paths = [...sources, ...alsoSaid].flatMap(({ path }) => withAncestors(path));
    for (const path of new Set(paths)) elements.set(path, [...(elements.get(path) ?? []), index]);
  });
  return elements;
}

/** `/os/boots/0`, `/os/boots`, `/os` */
function withAncestors(path: string): string[] {
  const ancestors: string[] = [];
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) ancestors.push(path.slice(0, end));
  return ancestors;
}
