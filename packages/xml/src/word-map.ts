/**
 * A map from words that are known beforehand. Words cut out of a document have no hash yet, and reckoning it over all
 * their characters is what takes a `Map` longest; three characters and the length tell most words apart, too.
 */
export class WordMap<T> {
  readonly #words: (string | undefined)[];
  readonly #values: (T | undefined)[];

  constructor(entries: ReadonlyMap<string, T>) {
    let size = 4;
    while (size < 3 * entries.size) size *= 2;
    this.#words = new Array<string | undefined>(size).fill(undefined);
    this.#values = new Array<T | undefined>(size).fill(undefined);
    for (const [word, value] of entries) {
      const place = this.#placeOf(word);
      this.#words[place] = word;
      this.#values[place] = value;
    }
  }

  get(word: string): T | undefined {
    return this.#values[this.#placeOf(word)];
  }

  /** Where the word is, or would be: never a place that is taken by another. */
  #placeOf(word: string): number {
    const { length } = word;
    const last = this.#words.length - 1;
    let place = length === 0 ? 0 : last & (mixed(word, length) >>> 15);
    for (;;) {
      const found = this.#words[place];
      if (found === undefined || found === word) return place;
      place = (place + 1) & last;
    }
  }
}

function mixed(word: string, length: number): number {
  const letters = word.charCodeAt(0) | (word.charCodeAt(length >> 1) << 8) | (word.charCodeAt(length - 1) << 16);
  return Math.imul(letters + length * 0x1f1f1f, 0x9e3779b1);
}
