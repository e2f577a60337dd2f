import type { Origin, Origins } from './origin.js';

/** What is known of one object or array: where it comes from, and which members come from elsewhere. */
interface Trace {
  readonly self: Origin;
  readonly members: ReadonlyMap<string, Origin>;
}

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

const NO_MEMBERS: ReadonlyMap<string, Origin> = new Map();

/**
 * Follows a definition through the rules that complete it. Rules never change an object but put another in its place, so
 * what a rule did is what differs between before and after; an object that stayed the same kept its origins, wherever it
 * has moved. A value in the place of another (`pc-q35-10.0` for `q35`) comes from where that one came from.
 */
export class OriginTracker {
  readonly #traces = new WeakMap<object, Trace>();

  /** Begins with the definition as it was handed in. */
  constructor(source: object) {
    this.#addSource(source, '');
  }

  /** Takes note of what the rule changed. */
  record(rule: string, before: unknown, after: unknown): void {
    if (before === after || !isContainer(after)) return;
    if (!isContainer(before) || Array.isArray(before) !== Array.isArray(after)) this.#addNew(rule, after);
    else if (isArray(before) && isArray(after)) this.#recordItems(rule, before, after);
    else if (!isArray(before) && !isArray(after)) this.#recordMembers(rule, before, after);
  }

  /** The origins of a definition that came out of the rules. */
  origins(definition: object): Origins {
    const origins: Record<string, Origin> = {};
    this.#collect(definition, '', { source: '' }, origins);
    return origins;
  }

  #addSource(value: object, path: string): void {
    this.#traces.set(value, { self: { source: path }, members: NO_MEMBERS });
    eachMember(value, path, (member, memberAt) => {
      if (isContainer(member)) this.#addSource(member, memberAt);
    });
  }

  #addNew(rule: string, value: object): void {
    if (this.#traces.has(value)) return;
    this.#traces.set(value, { self: { rule }, members: NO_MEMBERS });
    eachMember(value, '', (member) => {
      if (isContainer(member)) this.#addNew(rule, member);
    });
  }

  #recordMembers(
    rule: string,
    before: Readonly<Record<string, unknown>>,
    after: Readonly<Record<string, unknown>>,
  ): void {
    const known = this.#traces.get(before);
    const members = new Map(known?.members);
    for (const [name, value] of Object.entries(after)) {
      const old = before[name];
      if (old === value) continue;
      if (isContainer(value)) this.record(rule, old, value);
      else if (old === undefined) members.set(name, { rule });
    }
    if (!this.#traces.has(after)) this.#traces.set(after, { self: known?.self ?? { rule }, members });
  }

  /** Items that stayed the same are matched by themselves; the others in their order, if there are as many. */
  #recordItems(rule: string, before: readonly unknown[], after: readonly unknown[]): void {
    this.#traces.set(after, { self: this.#traces.get(before)?.self ?? { rule }, members: NO_MEMBERS });
    const kept = new Set(before);
    const present = new Set(after);
    const changed = after.filter((item) => !kept.has(item));
    const replaced = before.filter((item) => !present.has(item));
    changed.forEach((item, index) => {
      this.record(rule, changed.length === replaced.length ? replaced[index] : undefined, item);
    });
  }

  /** `expected` is the origin that holds without an entry. */
  #collect(value: object, path: string, expected: Origin, into: Record<string, Origin>): void {
    const trace = this.#traces.get(value);
    const self = trace?.self ?? expected;
    if (!isSameOrigin(self, expected)) into[path] = self;
    eachMember(value, path, (member, memberAt, step) => {
      const own = trace?.members.get(step);
      if (isContainer(member)) this.#collect(member, memberAt, memberOrigin(self, step), into);
      else if (own !== undefined && !isSameOrigin(own, self)) into[memberAt] = own;
    });
  }
}

function memberOrigin(origin: Origin, step: string): Origin {
  return 'rule' in origin ? origin : { source: `${origin.source}/${step}` };
}

function isSameOrigin(a: Origin, b: Origin): boolean {
  return 'rule' in a ? 'rule' in b && a.rule === b.rule : 'source' in b && a.source === b.source;
}

function eachMember(value: object, path: string, visit: (member: unknown, path: string, step: string) => void): void {
  for (const [step, member] of Object.entries(value)) visit(member, `${path}/${step}`, step);
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function isArray(value: Container): value is readonly unknown[] {
  return Array.isArray(value);
}
