const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The bindings of prefixes in the elements that are open. */
export class NamespaceScope {
  readonly #prefixes: string[] = ['xml', 'xmlns'];
  readonly #uris: string[] = [XML, XMLNS];
  readonly #depths: number[] = [0, 0];

  /** Binds a prefix (`''`: the default namespace) for the element at this depth; what is wrong with it, if anything. */
  declare(prefix: string, uri: string, depth: number): string | undefined {
    if (prefix === 'xmlns' || uri === XMLNS || (prefix === 'xml') !== (uri === XML)) {
      return `prefix '${prefix}' cannot be bound to '${uri}'`;
    }
    if (prefix !== '' && uri === '') return `prefix '${prefix}' cannot be unbound`;
    this.#prefixes.push(prefix);
    this.#uris.push(uri);
    this.#depths.push(depth);
    return undefined;
  }

  /** The namespace of a prefix, `''` for none; undefined for a prefix that nothing bound. */
  resolve(prefix: string): string | undefined {
    const index = this.#prefixes.lastIndexOf(prefix);
    return index === -1 ? (prefix === '' ? '' : undefined) : this.#uris[index];
  }

  /** Forgets the bindings of the element at this depth. */
  close(depth: number): void {
    while (this.#depths.length > 2 && (this.#depths.at(-1) ?? 0) >= depth) {
      this.#prefixes.pop();
      this.#uris.pop();
      this.#depths.pop();
    }
  }
}

/** How readers name what has a namespace: `{uri}local`; what has none, by its local name. */
export function expandedName(uri: string, local: string): string {
  return uri === '' ? local : `{${uri}}${local}`;
}
