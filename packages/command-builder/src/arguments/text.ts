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
export function isDescriptorReference(value: unknown): value is DescriptorReference {
  return typeof value === 'object' && value !== null && 'descriptor' in value && typeof value.descriptor === 'string';
}

/** The parts of a text, in order. */
export function textParts(text: Text): readonly (string | DescriptorReference)[] {
  return typeof text === 'string' || isDescriptorReference(text) ? [text] : text;
}

/** Joins texts to one: a plain string as long as no part refers to a descriptor. */
export function joinText(texts: readonly Text[]): Text {
  const parts: (string | DescriptorReference)[] = [];
  let plain = '';
  for (const part of texts.flatMap(textParts)) {
    if (typeof part === 'string') {
      plain += part;
      continue;
    }
    if (plain !== '') parts.push(plain);
    parts.push(part);
    plain = '';
  }
  if (parts.length === 0) return plain;
  return plain === '' ? parts : [...parts, plain];
}

/** Applies `change` to the literal parts of a text and leaves its references alone. */
export function mapText(text: Text, change: (literal: string) => string): Text {
  return typeof text === 'string'
    ? change(text)
    : joinText(textParts(text).map((part) => (typeof part === 'string' ? change(part) : part)));
}
