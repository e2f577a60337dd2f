const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** A prefix (`''`: the default namespace) and what it stands for. */
export interface Binding {
  readonly prefix: string;
  readonly uri: string;
}

/** The bindings of prefixes in the elements that are open. */
export class NamespaceScope {
  readonly #stack: (Binding & { readonly depth: number })[] = [];
  /** Where in the stack each prefix is bound. */
  readonly #places = new Map<string, number[]>();
  /** How much of the stack is watched for being used, and what of it was. */
  #watched = 0;
  #used = new Set<number>();

  constructor() {
    this.#bind({ prefix: 'xml', uri: XML, depth: 0 });
    this.#bind({ prefix: 'xmlns', uri: XMLNS, depth: 0 });
  }

  /** Binds a prefix for the element at this depth; what is wrong with it, if anything. */
  declare(prefix: string, uri: string, depth: number): string | undefined {
    if (prefix === 'xmlns' || uri === XMLNS || (prefix === 'xml') !== (uri === XML)) {
      return `prefix '${prefix}' cannot be bound to '${uri}'`;
    }
    if (prefix !== '' && uri === '') return `prefix '${prefix}' cannot be unbound`;
    this.#bind({ prefix, uri, depth });
    return undefined;
  }

  /** The namespace of a prefix, `''` for none; undefined for a prefix that nothing bound. */
  resolve(prefix: string): string | undefined {
    const place = this.#places.get(prefix)?.at(-1);
    if (place === undefined) return prefix === '' ? '' : undefined;
    if (place < this.#watched) this.#used.add(place);
    return this.#stack[place]?.uri;
  }

  /** Begins to notice which of the bindings that there are now get used. */
  watch(): void {
    this.#watched = this.#stack.length;
    this.#used.clear();
  }

  /** The watched bindings used since the last time, less that of `xml`. */
  takeUsed(): Binding[] {
    const used = [...this.#used].flatMap((place) => this.#stack[place] ?? []);
    this.#used.clear();
    return used.filter(({ prefix }) => prefix !== 'xml');
  }

  /** Forgets the bindings of the element at this depth. */
  close(depth: number): void {
    while (this.#stack.length > 2 && (this.#stack.at(-1)?.depth ?? 0) >= depth) {
      const { prefix = '' } = this.#stack.pop() ?? {};
      this.#places.get(prefix)?.pop();
    }
    if (this.#watched > this.#stack.length) this.#watched = 0;
  }

  #bind(binding: Binding & { readonly depth: number }): void {
    const places = this.#places.get(binding.prefix);
    if (places === undefined) this.#places.set(binding.prefix, [this.#stack.length]);
    else places.push(this.#stack.length);
    this.#stack.push(binding);
  }
}

/** How readers name what has a namespace: `{uri}local`; what has none, by its local name. */
export function expandedName(uri: string, local: string): string {
  return uri === '' ? local : `{${uri}}${local}`;
}
