/** The tags of an element at one depth. */
export interface Tags {
  readonly name: string;
  readonly indent: string;
  /** The start tag up to the attributes. */
  readonly opening: string;
  /** The end tag on the line of the start tag. */
  readonly end: string;
  /** The end tag on a line of its own. */
  readonly closing: string;
  /** The indent of the element's children. */
  readonly inner: string;
}

/** Elements stand at few depths, save for chains that refer to themselves. */
const DEPTHS = 8;

/** Tags that are written once and kept. */
export class KnownTags {
  readonly #known: Tags[] = [];

  of(name: string, indent: string): Tags {
    for (const tags of this.#known) if (tags.name === name && tags.indent === indent) return tags;
    const end = `</${name}>\n`;
    const tags = { name, indent, opening: `${indent}<${name}`, end, closing: indent + end, inner: `${indent}  ` };
    if (this.#known.length < DEPTHS) this.#known.push(tags);
    return tags;
  }
}
