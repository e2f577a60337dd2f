/**
 * Where a value of a completed definition comes from: a path of the definition as it was handed in, or the rule that
 * implied it. The definition may say itself, at the path in `alsoSaid`, what the rule would imply without it.
 */
export type Origin = { readonly source: string } | { readonly rule: string; readonly alsoSaid?: string };

/**
 * Origins by path of the completed definition. Paths are JSON pointers, `/devices/controllers/2/model`. One that isn't listed
 * has the origin of the nearest listed path above it, and with none above it comes from the same path of the source.
 */
export type Origins = Readonly<Record<string, Origin>>;

/** The origin of the value at `path` of a completed definition. */
export function originOf(origins: Origins, path: string): Origin {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const found = origins[path.slice(0, end)];
    if (found === undefined) continue;
    const rest = path.slice(end);
    if ('source' in found) return { source: found.source + rest };
    return found.alsoSaid === undefined ? found : { ...found, alsoSaid: found.alsoSaid + rest };
  }
  return { source: path };
}
