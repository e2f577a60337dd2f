import { type ErrorCode, type ErrorDomain, VirtError } from '@virtkit/errors';

/** A moment of a domain that was kept: it comes after another. */
export interface Moment {
  readonly name: string;
  parent: string | undefined;
}

/** virDomainSnapshotListFlags and virDomainCheckpointListFlags that both have. */
const LIST = { roots: 1, descendants: 1, metadata: 2, leaves: 4, noLeaves: 8, noMetadata: 16 } as const;

/** The moments of one domain, and which of them is the current one. */
export class MomentTree<T extends Moment> {
  readonly #moments = new Map<string, T>();
  readonly #noun: string;
  readonly #missing: ErrorCode;
  readonly #domain: ErrorDomain;
  current: T | undefined;

  /** @param noun `domain snapshot`; `missing` and `domain` are the code and the domain of its errors */
  constructor(noun: string, missing: ErrorCode, domain: ErrorDomain) {
    this.#noun = noun;
    this.#missing = missing;
    this.#domain = domain;
  }

  all(): T[] {
    return [...this.#moments.values()];
  }

  /** @throws VirtError NO_DOMAIN_SNAPSHOT, NO_DOMAIN_CHECKPOINT */
  byName(name: string): T {
    const moment = this.#moments.get(name);
    if (moment !== undefined) return moment;
    throw new VirtError(this.#missing, `no ${this.#noun} with matching name '${name}'`, { domain: this.#domain });
  }

  /** Adds a moment and makes it the current one. @throws VirtError OPERATION_FAILED if there is one with its name */
  add(moment: T): T {
    if (this.#moments.has(moment.name)) {
      throw new VirtError('OPERATION_FAILED', `domain moment ${moment.name} already exists`, { domain: this.#domain });
    }
    this.#moments.set(moment.name, moment);
    this.current = moment;
    return moment;
  }

  /** Puts a moment in place of one with its name, or adds it; which one is current stays. @throws VirtError INVALID_ARG for a parent that can't be */
  put(moment: T): T {
    const { name, parent } = moment;
    const refuse = (detail: string): never => {
      throw new VirtError('INVALID_ARG', detail, { domain: this.#domain });
    };
    if (parent === name) refuse(`cannot set moment ${name} as its own parent`);
    if (parent !== undefined && !this.#moments.has(parent)) refuse(`parent ${parent} for moment ${name} not found`);
    const old = this.#moments.get(name);
    if (old !== undefined && this.descendantsOf(old).some((one) => one.name === parent)) {
      refuse(`parent ${parent} would create cycle to ${name}`);
    }
    this.#moments.set(name, moment);
    if (this.current === old && old !== undefined) this.current = moment;
    return moment;
  }

  childrenOf({ name }: Moment): T[] {
    return this.all().filter(({ parent }) => parent === name);
  }

  descendantsOf(moment: Moment): T[] {
    return this.childrenOf(moment).flatMap((child) => [child, ...this.descendantsOf(child)]);
  }

  /** What a list of all with these flags shows. */
  listed(flags: number): T[] {
    return this.#filtered((flags & LIST.roots) === 0 ? this.all() : this.all().filter((one) => !one.parent), flags);
  }

  /** What a list of the children of one with these flags shows. */
  listedUnder(moment: Moment, flags: number): T[] {
    const deep = (flags & LIST.descendants) !== 0;
    return this.#filtered(deep ? this.descendantsOf(moment) : this.childrenOf(moment), flags);
  }

  #filtered(moments: readonly T[], flags: number): T[] {
    const isAsked = (flag: number): boolean => (flags & flag) !== 0;
    if (isAsked(LIST.noMetadata) && !isAsked(LIST.metadata)) return [];
    return moments.filter((moment) => {
      const isLeaf = this.childrenOf(moment).length === 0;
      return isAsked(LIST.leaves) === isAsked(LIST.noLeaves) || isLeaf === isAsked(LIST.leaves);
    });
  }

  /** Takes a moment out; those that came after it come after its parent, which is current if the moment was. */
  remove(moment: T): void {
    for (const child of this.childrenOf(moment)) child.parent = moment.parent;
    this.#moments.delete(moment.name);
    if (this.current === moment)
      this.current = moment.parent === undefined ? undefined : this.#moments.get(moment.parent);
  }

  /** Takes out what came after a moment. */
  removeDescendants(moment: T): void {
    for (const one of this.descendantsOf(moment)) {
      this.#moments.delete(one.name);
      if (this.current === one) this.current = moment;
    }
  }
}
