import { existsSync, readdirSync } from 'node:fs';

/** The names `NAME.SUFFIX` in a directory, without the suffix; none if it isn't there. @param suffix with its dot: `.xml` */
export function namesIn(directory: string, suffix: string): ReadonlySet<string> {
  const entries = existsSync(directory) ? readdirSync(directory) : [];
  return new Set(
    entries.filter((entry) => entry.endsWith(suffix)).map((entry) => entry.slice(0, entry.length - suffix.length)),
  );
}
