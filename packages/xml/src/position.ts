/** A place in a document; the first character is line 1, column 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into positions; finds the line breaks when first asked, so that a faultless parse pays nothing. */
export class LineIndex {
  readonly #source: string;
  #starts: number[] | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** The position of an offset (in UTF-16 units) of the source. */
  at(offset: number): Position {
    this.#starts ??= lineStarts(this.#source);
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let offset = source.indexOf('\n'); offset !== -1; offset = source.indexOf('\n', offset + 1)) {
    starts.push(offset + 1);
  }
  return starts;
}
