import { endOfName, endOfSpace, forbiddenCharacter, isPlain, isSpace } from './characters.js';
import { type Binding, expandedName, NamespaceScope } from './namespaces.js';
import { LineIndex, type Position } from './position.js';
import { problemError } from './problem.js';
import { resolveReferences } from './references.js';

/** How deeply elements may nest; libvirt's reader has the same limit. */
export const MAX_DEPTH = 256;

const LESS_THAN = 60;
const SLASH = 47;
const GREATER_THAN = 62;
const EQUALS = 61;
const COLON = 58;
const BANG = 33;
const QUESTION = 63;
const QUOTE = 34;
const APOSTROPHE = 39;
const LETTER_X = 120;

/** What keeps an attribute's value from being what stands there. */
const NOT_LITERAL = /[\t\n\r<&]/;

/**
 * Reads a document forwards, one element at a time. Constructing it reads up to the root's start tag; then `nextChild`
 * and `skipContent` go through the content of the element that is open. Every fault of well-formedness (XML 1.0 with
 * namespaces) throws an {@link XmlError} with code `XML_DETAIL`. There are no DTDs, hence no entities but the
 * predefined ones, and nothing outside the document is ever read. Time is linear in the document's length.
 */
export class XmlReader {
  /** The document. */
  readonly source: string;
  /** Positions of the document's offsets. */
  readonly lines: LineIndex;
  /** The element whose start tag was read last: its local name, `{uri}local`, or `prefix:local`. */
  name = '';
  /** Offset of its start tag. */
  start = 0;
  /** How many attributes it has; namespace declarations aside. */
  attributeCount = 0;
  /** Their names, as {@link XmlReader.name}; entries from attributeCount on mean nothing. */
  readonly attributeNames: string[] = [];
  readonly attributeValues: string[] = [];
  /** Offsets of their names. */
  readonly attributeOffsets: number[] = [];
  /** The text before what the last `nextChild(true)` found; else `''`. */
  text = '';

  #offset = 0;
  #emptyTag = false;
  readonly #open: string[] = [];
  /** Where each of them begins. */
  readonly #starts: number[] = [];
  #scope: NamespaceScope | undefined;
  /** Whether the start tag has attributes with prefixes or declares namespaces. */
  #tagHasPrefixes = false;
  /** Whether any element so far declared a default namespace. */
  #hasDefaultNamespace = false;
  /** Whether no text or value needs more than a look for `<` and line breaks. */
  readonly #isPlain: boolean;
  /** The first line break after the start tag. */
  #lineEnd = 0;
  /** Values that end before it are what stands there. */
  #literalEnd = 0;

  readonly #namespaces: { readonly [prefix: string]: string };

  /** `namespaces` are those that {@link XmlReader.name} shows by a prefix, whatever the document calls them. */
  constructor(source: string, namespaces: { readonly [prefix: string]: string } = {}) {
    this.#namespaces = namespaces;
    this.source = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
    this.lines = new LineIndex(this.source);
    this.#isPlain = isPlain(this.source);
    const forbidden = this.#isPlain ? -1 : forbiddenCharacter(this.source);
    if (forbidden !== -1) {
      const point = this.source.codePointAt(forbidden) ?? 0;
      this.fail(forbidden, `character U+${point.toString(16).toUpperCase().padStart(4, '0')} is not allowed in XML`);
    }
    this.#readDeclaration();
    this.#skipMisc();
    if (this.#offset >= this.source.length) this.fail(this.#offset, 'Document is empty');
    if (this.source.charCodeAt(this.#offset) !== LESS_THAN)
      this.fail(this.#offset, "Start tag expected, '<' not found");
    this.#readStartTag();
  }

  /** Offset after what was read last: after `skipContent`, the end of the element. */
  get end(): number {
    return this.#offset;
  }

  /** How many elements are open; 0 once the root has been read. */
  get depth(): number {
    return this.#open.length;
  }

  /** The open elements as a path, `/domain/devices/disk`, by the names that the document gives them. */
  get path(): string {
    return `/${this.#open.join('/')}`;
  }

  /** The innermost open element, by the name that the document gives it. */
  get element(): string {
    return this.#open.at(-1) ?? '';
  }

  /** Begins to notice which of the namespaces declared so far get used; {@link XmlReader.takeUsedBindings} tells. */
  watchBindings(): void {
    this.#scope?.watch();
  }

  /** The prefixes and namespaces, among those that are watched, used since the last time. */
  takeUsedBindings(): Binding[] {
    return this.#scope?.takeUsed() ?? [];
  }

  /** The element whose start tag is at the offset, by the name that the document gives it. */
  elementAt(offset: number): string {
    return /^[^\t\n\r />]*/.exec(this.source.slice(offset + 1))?.[0] ?? '';
  }

  /** The value of the current element's attribute, if it has it. Ask before reading its content. */
  attribute(name: string): string | undefined {
    for (let index = 0; index < this.attributeCount; index++) {
      if (this.attributeNames[index] === name) return this.attributeValues[index];
    }
    return undefined;
  }

  /**
   * Goes to the next child of the open element and reads its start tag: true; or reads the end tag: false.
   * With `keepText` the text on the way there is in `text`.
   */
  nextChild(keepText = false): boolean {
    this.text = '';
    if (this.#emptyTag) {
      this.#emptyTag = false;
      this.#close();
      return false;
    }
    for (;;) {
      this.#readText(keepText);
      const code = this.source.charCodeAt(this.#offset + 1);
      if (code === SLASH) {
        this.#readEndTag();
        return false;
      }
      if (code === BANG) this.#readMarkup(keepText);
      else if (code === QUESTION) this.#skipInstruction();
      else {
        this.#readStartTag();
        return true;
      }
    }
  }

  /** Reads the rest of the open element, through its end tag. */
  skipContent(): void {
    const depth = this.#open.length;
    while (this.#open.length >= depth) this.nextChild();
  }

  /** Reads what may follow the root's end: comments, processing instructions, white space; anything else throws. */
  finish(): void {
    this.#skipMisc();
    if (this.#offset < this.source.length) this.fail(this.#offset, 'Extra content at the end of the document');
  }

  /** Throws that the document is not well-formed. */
  fail(offset: number, message: string, end?: number): never {
    const readTo = end === undefined ? {} : { readTo: this.position(end).column };
    throw problemError({ code: 'XML_DETAIL', message, path: this.path, ...this.position(offset), ...readTo });
  }

  /** Line and column of an offset. */
  position(offset: number): Position {
    return this.lines.at(offset);
  }

  #readStartTag(): void {
    const { source } = this;
    this.start = this.#offset;
    if (this.#open.length >= MAX_DEPTH) {
      this.fail(this.#offset, `Excessive depth in document: elements nest at most ${MAX_DEPTH} deep`);
    }
    const nameStart = this.#offset + 1;
    const colon = endOfName(source, nameStart);
    const nameEnd = source.charCodeAt(colon) === COLON ? endOfName(source, colon + 1) : colon;
    if (colon === nameStart || nameEnd === colon + 1) this.fail(this.#offset, 'StartTag: invalid element name');
    const qualified = source.slice(nameStart, nameEnd);
    this.#open.push(qualified);
    this.#starts.push(this.start);
    this.#offset = nameEnd;
    this.#readAttributes();
    if (colon === nameEnd && !this.#tagHasPrefixes && !this.#hasDefaultNamespace) this.name = qualified;
    else this.#resolveNames(qualified);
    if (source.charCodeAt(this.#offset) === SLASH) {
      this.#emptyTag = true;
      this.#offset++;
    }
    if (source.charCodeAt(this.#offset) !== GREATER_THAN) {
      this.fail(this.#offset, `Couldn't find end of Start Tag ${this.#opened()}`);
    }
    this.#offset++;
  }

  #readAttributes(): void {
    this.#tagHasPrefixes = false;
    const { source, attributeNames, attributeValues, attributeOffsets } = this;
    let count = 0;
    let bits = 0;
    let many: Set<string> | undefined;
    for (;;) {
      const start = endOfSpace(source, this.#offset);
      const code = source.charCodeAt(start);
      if (code === GREATER_THAN || code === SLASH) {
        this.#offset = start;
        break;
      }
      if (count === 0) this.#findLiteralEnd();
      const end = this.#endOfAttributeName(start);
      if (start === this.#offset)
        this.fail(start, 'attributes construct error: white space is missing before an attribute');
      const name = source.slice(start, end);
      attributeValues[count] = this.#readAttributeValue(name, end);
      if (count === 8) many = new Set(attributeNames.slice(0, count));
      // A bit for first letter and length tells most names apart without comparing them.
      const bit = 1 << (code + end - start);
      if ((bits & bit) !== 0 && (many?.has(name) ?? this.#isAmong(name, count)))
        this.fail(start, `Attribute ${name} redefined`);
      bits |= bit;
      many?.add(name);
      attributeNames[count] = name;
      attributeOffsets[count] = start;
      count++;
      if (code === LETTER_X && name.startsWith('xmlns')) {
        this.#tagHasPrefixes = true;
        this.#hasDefaultNamespace ||= name === 'xmlns';
      }
    }
    this.attributeCount = count;
  }

  #findLiteralEnd(): void {
    const { source } = this;
    if (!this.#isPlain) return;
    if (this.#lineEnd < this.#offset) {
      const lineEnd = source.indexOf('\n', this.#offset);
      this.#lineEnd = lineEnd === -1 ? source.length : lineEnd;
    }
    this.#literalEnd = Math.min(this.#lineEnd, source.indexOf('<', this.#offset));
  }

  #endOfAttributeName(start: number): number {
    const { source } = this;
    const end = endOfName(source, start);
    if (end === start) this.fail(start, `Couldn't find end of Start Tag ${this.#opened()}`);
    if (source.charCodeAt(end) !== COLON) return end;
    this.#tagHasPrefixes = true;
    const endOfLocal = endOfName(source, end + 1);
    if (endOfLocal === end + 1) this.fail(start, 'an attribute name is invalid');
    return endOfLocal;
  }

  #isAmong(name: string, count: number): boolean {
    for (let index = 0; index < count; index++) if (this.attributeNames[index] === name) return true;
    return false;
  }

  #readAttributeValue(name: string, endOfName: number): string {
    const { source } = this;
    const equals = endOfSpace(source, endOfName);
    if (source.charCodeAt(equals) !== EQUALS) {
      this.fail(equals, `Specification mandates value for attribute ${name}`);
    }
    const opening = endOfSpace(source, equals + 1);
    const quote = source.charCodeAt(opening);
    if (quote !== APOSTROPHE && quote !== QUOTE) this.fail(opening, 'AttValue: " or \' expected');
    const start = opening + 1;
    const end = source.indexOf(quote === APOSTROPHE ? "'" : '"', start);
    if (end === -1) this.fail(opening, `the value of attribute ${name} has no end`);
    this.#offset = end + 1;
    const raw = source.slice(start, end);
    return end < this.#literalEnd || !NOT_LITERAL.test(raw) ? raw : this.#interpretAttribute(raw, start);
  }

  /** The value of an attribute that is not what stands there. */
  #interpretAttribute(raw: string, start: number): string {
    const less = raw.indexOf('<');
    if (less !== -1) this.fail(start + less, "Unescaped '<' not allowed in attributes values");
    return this.#resolve(raw.replace(/\r\n|[\t\n\r]/g, ' '), start);
  }

  /** Takes the namespace declarations out of the attributes and expands the names that remain. */
  #resolveNames(qualified: string): void {
    this.#scope ??= new NamespaceScope();
    const scope = this.#scope;
    const total = this.attributeCount;
    let count = 0;
    let hasPrefixes = false;
    for (let index = 0; index < total; index++) {
      const name = this.attributeNames[index] ?? '';
      const offset = this.attributeOffsets[index] ?? 0;
      if (name === 'xmlns' || name.startsWith('xmlns:')) {
        const fault = scope.declare(name.slice(6), this.attributeValues[index] ?? '', this.#open.length);
        if (fault !== undefined) this.fail(offset, fault);
        continue;
      }
      hasPrefixes ||= name.includes(':');
      this.attributeNames[count] = name;
      this.attributeValues[count] = this.attributeValues[index] ?? '';
      this.attributeOffsets[count] = offset;
      count++;
    }
    this.attributeCount = count;
    this.name = this.#expand(qualified, this.start, true);
    if (!hasPrefixes) return;
    const expanded = new Set<string>();
    for (let index = 0; index < count; index++) {
      const offset = this.attributeOffsets[index] ?? 0;
      const name = this.#expand(this.attributeNames[index] ?? '', offset, false);
      if (expanded.has(name)) this.fail(offset, `Attribute ${name} redefined`);
      expanded.add(name);
      this.attributeNames[index] = name;
    }
  }

  #expand(qualified: string, offset: number, isElement: boolean): string {
    const colon = qualified.indexOf(':');
    if (colon === -1 && !isElement) return qualified;
    const prefix = colon === -1 ? '' : qualified.slice(0, colon);
    const uri = prefix === 'xmlns' ? undefined : this.#scope?.resolve(prefix);
    if (uri === undefined)
      this.fail(offset, `Namespace prefix ${prefix} on ${qualified.slice(colon + 1)} is not defined`);
    const local = qualified.slice(colon + 1);
    const known = Object.keys(this.#namespaces).find((own) => this.#namespaces[own] === uri);
    return known === undefined ? expandedName(uri, local) : `${known}:${local}`;
  }

  #readEndTag(): void {
    const { source } = this;
    const start = this.#offset;
    const expected = this.#open.at(-1) ?? '';
    const matches = source.slice(start + 2, start + 2 + expected.length) === expected;
    this.#offset = start + 2 + (matches ? expected.length : 0);
    const end = this.#skipSpace();
    if (!matches || source.charCodeAt(end) !== GREATER_THAN) {
      const found = source.slice(start + 2, start + 42).split(/[\s>]/, 1)[0];
      const mismatch = `Opening and ending tag mismatch: ${this.#opened()} and ${found}`;
      this.fail(start, mismatch, Math.max(start, source.indexOf('>', start) + 1));
    }
    this.#offset = end + 1;
    this.#close();
  }

  #close(): void {
    this.#scope?.close(this.#open.length);
    this.#open.pop();
    this.#starts.pop();
  }

  /** The innermost open element and its line. */
  #opened(): string {
    return `${this.element} line ${this.lines.at(this.#starts.at(-1) ?? 0).line}`;
  }

  /** Reads up to the next `<`. */
  #readText(keep: boolean): void {
    const { source } = this;
    const start = this.#offset;
    const blankEnd = keep ? start : endOfSpace(source, start);
    if (source.charCodeAt(blankEnd) === LESS_THAN) {
      this.#offset = blankEnd;
      return;
    }
    const end = source.indexOf('<', blankEnd);
    if (end === -1) this.fail(source.length, `Premature end of data in tag ${this.#opened()}`);
    this.#offset = end;
    const raw = source.slice(start, end);
    const closing = raw.indexOf(']]>');
    if (closing !== -1) this.fail(start + closing, "Sequence ']]>' not allowed in content");
    const text = this.#isPlain ? raw : this.#resolve(this.#normalised(raw), start);
    if (keep) this.text += text;
  }

  #resolve(text: string, start: number): string {
    if (!text.includes('&')) return text;
    return resolveReferences(text, start, (offset, message) => this.fail(offset, message));
  }

  #normalised(text: string): string {
    return this.#isPlain ? text : text.replace(/\r\n?/g, '\n');
  }

  /** Reads a comment or a CDATA section in content. */
  #readMarkup(keepText: boolean): void {
    const { source } = this;
    if (source.startsWith('<!--', this.#offset)) {
      this.#skipComment();
      return;
    }
    if (!source.startsWith('<![CDATA[', this.#offset)) this.fail(this.#offset, 'StartTag: invalid element name');
    const start = this.#offset + 9;
    const end = source.indexOf(']]>', start);
    if (end === -1) this.fail(this.#offset, 'CData section not finished');
    if (keepText) this.text += this.#normalised(source.slice(start, end));
    this.#offset = end + 3;
  }

  #skipComment(): void {
    const end = this.source.indexOf('--', this.#offset + 4);
    if (end === -1) this.fail(this.#offset, 'Comment not terminated');
    if (this.source.charCodeAt(end + 2) !== GREATER_THAN) this.fail(end, 'Double hyphen within comment');
    this.#offset = end + 3;
  }

  #skipInstruction(): void {
    const start = this.#offset + 2;
    const target = endOfName(this.source, start);
    const end = this.source.indexOf('?>', start);
    if (end === -1) this.fail(this.#offset, 'processing instruction has no end');
    if (target === start || (target !== end && !isSpace(this.source.charCodeAt(target)))) {
      this.fail(start, 'processing instruction has no proper target');
    }
    if (/^xml$/i.test(this.source.slice(start, target))) {
      this.fail(this.#offset, 'XML declaration allowed only at the start of the document');
    }
    this.#offset = end + 2;
  }

  #readDeclaration(): void {
    if (!/^<\?xml[\t\n\r ]/.test(this.source.slice(0, 6))) return;
    const end = this.source.indexOf('?>');
    const declaration =
      /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(\s+encoding\s*=\s*(["'])[A-Za-z][-.\w]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>$/;
    if (end === -1 || !declaration.test(this.source.slice(0, Math.min(end + 2, 1000)))) {
      this.fail(0, 'malformed XML declaration');
    }
    this.#offset = end + 2;
  }

  #skipMisc(): void {
    for (;;) {
      const offset = this.#skipSpace();
      if (this.source.startsWith('<!--', offset)) this.#skipComment();
      else if (this.source.startsWith('<?', offset)) this.#skipInstruction();
      else if (this.source.startsWith('<!', offset)) {
        this.fail(offset, 'document type declarations are not accepted; remove the DTD');
      } else return;
    }
  }

  #skipSpace(): number {
    this.#offset = endOfSpace(this.source, this.#offset);
    return this.#offset;
  }
}
