/** Records, while a document is read, where each part of the value begins. Paths are JSON pointers. */
export class Trail {
  readonly offsets = new Map<string, number>();
  #path = '';

  /** Goes into a part of the value, which begins at the offset; returns what {@link leave} takes. */
  enter(key: string | number, offset: number): string {
    const outer = this.#path;
    this.#path = `${outer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!this.offsets.has(this.#path)) this.offsets.set(this.#path, offset);
    return outer;
  }

  leave(outer: string): void {
    this.#path = outer;
  }

  /** Notes a part that has no parts. */
  note(key: string | number, offset: number): void {
    this.leave(this.enter(key, offset));
  }
}
