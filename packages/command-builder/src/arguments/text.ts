import type { DescriptorSource } from './descriptor-source.js';

/** A file descriptor that QEMU inherits, by its symbolic name: its number is known only when the process is spawned. */
export interface DescriptorReference {
  readonly descriptor: string;
  /** What is to be opened for it. */
  readonly open: DescriptorSource;
}

/** Text of a command line that may hold references to descriptors. */
export type Text = string | DescriptorReference | readonly (string | DescriptorReference)[];

/** Whether `value` refers to a descriptor. */
function isDescriptorReference(value: unknown): value is DescriptorReference {
  return typeof value === 'object' && value !== null && 'descriptor' in value && typeof value.descriptor === 'string';
}

/** The parts of a text, in order. */
export function textParts(text: Text): readonly (string | DescriptorReference)[] {
  return typeof text === 'string' || isDescriptorReference(text) ? [text] : text;
}

/** A text that grows: a plain string as long as nothing in it refers to a descriptor. */
export class TextWriter {
  readonly #parts: (string | DescriptorReference)[] = [];
  /** What follows the last part. */
  #plain = '';

  /** Adds to the end. */
  write(text: Text): void {
    if (typeof text === 'string') this.#plain += text;
    else for (const part of textParts(text)) this.#writePart(part);
  }

  /** What was written. */
  text(): Text {
    if (this.#parts.length === 0) return this.#plain;
    return this.#plain === '' ? this.#parts : [...this.#parts, this.#plain];
  }

  #writePart(part: string | DescriptorReference): void {
    if (typeof part === 'string') {
      this.#plain += part;
      return;
    }
    if (this.#plain !== '') this.#parts.push(this.#plain);
    this.#parts.push(part);
    this.#plain = '';
  }
}

/** Applies `change` to the literal parts of a text and leaves its references alone. */
export function mapText(text: Text, change: (literal: string) => string): Text {
  if (typeof text === 'string') return change(text);
  const changed = new TextWriter();
  for (const part of textParts(text)) changed.write(typeof part === 'string' ? change(part) : part);
  return changed.text();
}
