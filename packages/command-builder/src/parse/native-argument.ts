import { parseOptionValue } from './option-syntax.js';
import type { Parameter, Parameters } from './parameters.js';

/** One option of a command line that exists, with its value. */
export class NativeArgument {
  /** Without its dash: `device`. */
  readonly option: string;
  /** The elements of argv that it is made of. */
  readonly words: readonly string[];
  /** What became of it; undefined as long as nobody looked at it. */
  fate: 'read' | { readonly leftOver: readonly string[]; readonly reason: string } | undefined;
  readonly #value: string | undefined;
  #parameters: Parameters | undefined;
  #isWhole = false;

  constructor(option: string, words: readonly string[], value: string | undefined = words[1]) {
    this.option = option;
    this.words = words;
    this.#value = value;
  }

  /** Its value as a whole, of which nothing is unread then; undefined for an option that has none. */
  get value(): string | undefined {
    this.#isWhole = true;
    return this.#value;
  }

  /** The value, taken apart. */
  get parameters(): Parameters {
    this.#parameters ??= parseOptionValue(this.option, this.#value ?? '');
    return this.#parameters;
  }

  /** What nothing was made of yet. */
  unread(): readonly Parameter[] {
    return this.#isWhole ? [] : this.parameters.unread();
  }

  /** Leaves it to `<qemu:commandline>`, as a whole unless `words` are what remains of it. */
  leave(reason: string, words: readonly string[] = this.words): void {
    this.fate = { leftOver: words, reason };
  }
}
