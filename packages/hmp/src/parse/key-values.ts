/** `a=1,b=x` as a record; a word without `=` counts as `on`. */
export function parseKeyValues(text: string, separator: string | RegExp): Record<string, string> {
  const pairs = text.split(separator).filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, 'on'] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
