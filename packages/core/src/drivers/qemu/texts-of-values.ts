/** Texts made of values that don't change: each is made once, and kept as long as somebody has the value. */
export class TextsOfValues {
  readonly #texts = new WeakMap<object, Map<number, string>>();

  /** The text of one kind that `write` makes of a value. */
  of(value: object, kind: number, write: () => string): string {
    let texts = this.#texts.get(value);
    if (texts === undefined) {
      texts = new Map();
      this.#texts.set(value, texts);
    }
    let text = texts.get(kind);
    if (text === undefined) {
      text = write();
      texts.set(kind, text);
    }
    return text;
  }
}
