import type { QmpSchema } from '../schema/qmp-schema.js';
import type { TypeEntry, TypeSource } from '../schema/schema-entry.js';
import { argumentPaths } from './argument-paths.js';

/** What may stand in place of the last word, and that word: as Node's readline wants it. */
export type Completion = [candidates: string[], word: string];

/** Completes the name of a command, the name of an argument, or a value, whichever the end of the line is. */
export function completeLine(schema: QmpSchema, line: string): Completion {
  const words = line.trimStart().split(/\s+/);
  const word = words.at(-1) ?? '';
  const [name = ''] = words;
  if (words.length === 1)
    return [
      startingWith(
        schema.commands.map((command) => command.name),
        word,
      ),
      word,
    ];
  const command = schema.command(name);
  if (!command) return [[], word];
  const typed = new Map(words.slice(1).map(readWord));
  const [path, value] = readWord(word);
  const prefix = path.split('.').slice(0, -1);
  const paths = argumentPaths(schema, command.argumentsType, prefix, typed);
  if (!word.includes('='))
    return [
      startingWith(
        paths.filter(isNew).map((each) => each.path + suffix(each.type)),
        word,
      ),
      word,
    ];
  const type = paths.find((each) => each.path === path)?.type;
  return [startingWith(type ? valuesOf(schema, type) : [], value).map((each) => `${path}=${each}`), word];

  function isNew(each: { path: string }): boolean {
    return each.path.startsWith(word) && (each.path === word || !typed.has(each.path));
  }
}

function readWord(word: string): [string, string] {
  const at = word.indexOf('=');
  return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
}

function startingWith(candidates: readonly string[], word: string): string[] {
  return candidates.filter((candidate) => candidate.startsWith(word)).sort();
}

/** What follows a name: members of an object, or a value. */
function suffix(type: TypeEntry): string {
  return type.kind === 'object' ? '.' : '=';
}

function valuesOf(source: TypeSource, type: TypeEntry): string[] {
  if (type.kind === 'enum') return type.values.map(({ name }) => name);
  if (type.kind === 'alternate') return type.options.flatMap((option) => valuesOf(source, source.type(option)));
  return type.kind === 'builtin' && type.jsonType === 'boolean' ? ['true', 'false'] : [];
}
