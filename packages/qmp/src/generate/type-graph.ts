import { QmpError } from '../errors.js';
import type { MergedSchema } from './merged-schema.js';
import type { MergedRoot, MergedType, TypeTuple } from './merged-type.js';
import { SHARED, type Topic, topicOf } from './topics.js';
import { nestedName, typeName } from './type-names.js';

/** A type that the output declares. */
export interface NamedType {
  readonly name: string;
  /** The way of use that named it, such as `query-status: return.status`. */
  readonly path: string;
  readonly tuple: TypeTuple;
  readonly type: MergedType;
  /** The topics of the commands and events that lead to it. */
  readonly topics: Set<Topic>;
}

interface Visit {
  readonly tuple: TypeTuple;
  readonly name: string;
  readonly path: string;
}

/** The types that commands and events lead to, each with a name. */
export class TypeGraph {
  readonly schema: MergedSchema;
  readonly roots: readonly MergedRoot[];
  readonly #fullest = new Map<string, TypeTuple>();
  readonly #named = new Map<string, NamedType>();

  /** @throws {@link QmpError} `INVALID_ARGUMENT` where two types would get one name. */
  constructor(schema: MergedSchema) {
    this.schema = schema;
    this.roots = schema.roots;
    const starts = this.roots.flatMap((root) => this.#starts(root));
    this.#walk(starts, (tuple) => this.#remember(tuple));
    this.#walk(starts, (tuple, visit) => this.#name(tuple, visit));
    this.#checkNames();
    for (const root of this.roots) {
      this.#walk(this.#starts(root), (tuple) => this.find(tuple)?.topics.add(topicOf(root.name)));
    }
  }

  get types(): readonly NamedType[] {
    return [...this.#named.values()];
  }

  /** The declared type of a tuple that needs no splitting; undefined for those written out where they are used. */
  find(tuple: TypeTuple): NamedType | undefined {
    return this.#named.get(keyOf(this.canonical(tuple)));
  }

  /** The tuple of most versions that agrees with this one: a type that one version uses once more is still that type. */
  canonical(tuple: TypeTuple): TypeTuple {
    const index = tuple.findIndex((name) => name !== undefined);
    const fullest = this.#fullest.get(`${index}:${tuple[index]}`);
    const agrees = fullest && tuple.every((name, at) => name === undefined || name === fullest[at]);
    return agrees ? fullest : tuple;
  }

  #starts({ kind, name, input, output }: MergedRoot): Visit[] {
    const word = kind === 'command' ? 'arguments' : 'data';
    const visits = [{ tuple: input, name: typeName([name, word]), path: `${name}: ${word}` }];
    if (output) visits.push({ tuple: output, name: typeName([name, 'return']), path: `${name}: return` });
    return visits;
  }

  /** Visits all types that the starts lead to, each once, the nearest first. */
  #walk(starts: readonly Visit[], visit: (tuple: TypeTuple, visit: Visit) => void): void {
    const met = new Set<string>();
    const queue = [...starts];
    for (const next of queue) {
      for (const part of this.schema.split(next.tuple)) {
        const tuple = this.canonical(part);
        if (met.has(keyOf(tuple))) continue;
        met.add(keyOf(tuple));
        visit(tuple, next);
        queue.push(...stepsFrom(this.schema.merge(tuple), next));
      }
    }
  }

  #remember(tuple: TypeTuple): void {
    const size = this.schema.versionsOf(tuple).length;
    tuple.forEach((name, index) => {
      if (name === undefined) return;
      const key = `${index}:${name}`;
      const known = this.#fullest.get(key);
      if (!known || this.schema.versionsOf(known).length < size) this.#fullest.set(key, tuple);
    });
  }

  #name(tuple: TypeTuple, { name, path }: Visit): void {
    const type = this.schema.merge(tuple);
    const isNamed = type.kind === 'object' ? !isEmpty(type) : type.kind === 'enum' || type.kind === 'alternate';
    if (isNamed) this.#named.set(keyOf(tuple), { name, path, tuple, type, topics: new Set() });
  }

  #checkNames(): void {
    const paths = new Map<string, string>();
    for (const { name, path } of this.types) {
      const other = paths.get(name);
      if (other !== undefined) {
        throw new QmpError('INVALID_ARGUMENT', `two types would be named ${name}: those of '${other}' and '${path}'`);
      }
      paths.set(name, path);
    }
  }
}

/** Where a type is declared: with the one topic that leads to it, else with those that several use. */
export function topicOfType({ topics }: NamedType): Topic {
  const [topic, ...others] = topics;
  return topic !== undefined && others.length === 0 ? topic : SHARED;
}

/** Whether an object has nothing in it, in any version. */
export function isEmpty(type: MergedType): boolean {
  return type.kind === 'object' && type.members.length === 0 && type.cases.length === 0;
}

/** A tuple as a key: tuples of equal names are one. */
export function keyOf(tuple: TypeTuple): string {
  return tuple.map((name) => name ?? '-').join('|');
}

function stepsFrom(type: MergedType, { name, path }: Visit): Visit[] {
  const step = (tuple: TypeTuple, word: string): Visit => ({
    tuple,
    name: nestedName(name, word),
    path: `${path}.${word}`,
  });
  switch (type.kind) {
    case 'object':
      return [
        ...type.members.map((member) => step(member.type, member.name)),
        ...type.cases.map((each) => step(each.type, each.value)),
      ];
    case 'array':
      return [step(type.element, 'item')];
    case 'alternate':
      return type.options.map((option) => step(option.type, option.kind));
    default:
      return [];
  }
}
