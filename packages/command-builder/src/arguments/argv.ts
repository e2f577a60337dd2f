import { type DescriptorReference, type Text, textParts } from './text.js';

/** One element of an argv: a string, or its parts where it refers to descriptors. */
export type ArgvElement = Text;

/** The descriptors that an argv refers to, each once, in the order of their first mention. */
export function descriptorsOf(argv: readonly ArgvElement[]): DescriptorReference[] {
  const found = new Map<string, DescriptorReference>();
  for (const element of argv) {
    if (typeof element === 'string') continue;
    for (const part of textParts(element)) {
      if (typeof part !== 'string' && !found.has(part.descriptor)) found.set(part.descriptor, part);
    }
  }
  return [...found.values()];
}

/** Puts a number in the place of each reference to a descriptor: what remains is the argv to spawn. */
export function numberDescriptors(
  argv: readonly ArgvElement[],
  numberOf: (descriptor: DescriptorReference) => number,
): string[] {
  return argv.map((element) =>
    typeof element === 'string'
      ? element
      : textParts(element)
          .map((part) => (typeof part === 'string' ? part : String(numberOf(part))))
          .join(''),
  );
}
