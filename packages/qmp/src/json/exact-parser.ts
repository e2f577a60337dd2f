import type { JsonValue } from './json-value.js';

/** As QEMU's own parser. */
const MAX_DEPTH = 1024;

/** Digits of 2^64 − 1; a longer integer is none that QEMU knows, and becomes a double, as it does there. */
const MAX_INTEGER_DIGITS = 20;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
/** Up to the first quote, backslash or control character. */
const PLAIN_STRING = /[ !#-[\]-\uffff]*/y;
const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['inf', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['nan', Number.NaN],
  ['-nan', Number.NaN],
];

/** A recursive-descent JSON parser that keeps integers exact and admits QEMU's `inf` and `nan`. */
export class ExactParser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @throws SyntaxError */
  parse(): JsonValue {
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#unexpected();
    return value;
  }

  #value(): JsonValue {
    this.#skipSpace();
    switch (this.#text.charCodeAt(this.#at)) {
      case OPEN_BRACE:
        return this.#object();
      case OPEN_BRACKET:
        return this.#array();
      case QUOTE:
        return this.#string();
      default:
        return this.#number();
    }
  }

  #enter(): void {
    this.#at++;
    if (++this.#depth > MAX_DEPTH) throw new SyntaxError(`nested deeper than ${MAX_DEPTH} at offset ${this.#at}`);
  }

  #leave(end: number): void {
    if (!this.#accepts(end)) throw this.#unexpected();
    this.#depth--;
  }

  #object(): JsonValue {
    const object: Record<string, JsonValue> = {};
    this.#enter();
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) !== CLOSE_BRACE) {
      do {
        this.#skipSpace();
        const name = this.#string();
        if (!this.#accepts(COLON)) throw this.#unexpected();
        const value = this.#value();
        if (name === '__proto__') define(object, name, value);
        else object[name] = value;
      } while (this.#accepts(COMMA));
    }
    this.#leave(CLOSE_BRACE);
    return object;
  }

  #array(): JsonValue {
    const array: JsonValue[] = [];
    this.#enter();
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) !== CLOSE_BRACKET) {
      do array.push(this.#value());
      while (this.#accepts(COMMA));
    }
    this.#leave(CLOSE_BRACKET);
    return array;
  }

  #string(): string {
    if (this.#text.charCodeAt(this.#at) !== QUOTE) throw this.#unexpected();
    const start = this.#at + 1;
    PLAIN_STRING.lastIndex = start;
    PLAIN_STRING.test(this.#text);
    const end = PLAIN_STRING.lastIndex;
    if (this.#text.charCodeAt(end) === QUOTE) {
      this.#at = end + 1;
      return this.#text.slice(start, end);
    }
    return this.#escapedString(start);
  }

  #escapedString(start: number): string {
    let end = this.#text.indexOf('"', start);
    while (end >= 0 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) throw new SyntaxError(`the string at offset ${start - 1} has no end`);
    this.#at = end + 1;
    return String(JSON.parse(this.#text.slice(start - 1, end + 1)));
  }

  #isEscaped(at: number): boolean {
    let backslashes = 0;
    while (this.#text[at - 1 - backslashes] === '\\') backslashes++;
    return backslashes % 2 === 1;
  }

  #number(): JsonValue {
    NUMBER.lastIndex = this.#at;
    const found = NUMBER.exec(this.#text);
    if (!found) return this.#word();
    this.#at = NUMBER.lastIndex;
    const [digits, fraction, exponent] = found;
    const value = Number(digits);
    const isExact = fraction !== undefined || exponent !== undefined || Number.isSafeInteger(value);
    return isExact || digits.replace('-', '').length > MAX_INTEGER_DIGITS ? value : BigInt(digits);
  }

  #word(): JsonValue {
    const found = WORDS.find(([word]) => this.#text.startsWith(word, this.#at));
    if (!found) throw this.#unexpected();
    this.#at += found[0].length;
    return found[1];
  }

  #accepts(code: number): boolean {
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) !== code) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  #unexpected(): SyntaxError {
    const found = this.#text[this.#at];
    return new SyntaxError(`unexpected ${found === undefined ? 'end' : `'${found}'`} at offset ${this.#at}`);
  }
}

function define(object: object, name: string, value: JsonValue): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
