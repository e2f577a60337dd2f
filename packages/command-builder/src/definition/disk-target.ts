/** How a target's name begins, and the bus that it suggests. */
const PREFIXES = [
  ['fd', 'fdc'],
  ['hd', 'ide'],
  ['vd', 'virtio'],
  ['sd', 'scsi'],
  ['xvd', 'xen'],
  ['ubd', 'uml'],
] as const;

/** The number of a disk that a target's name tells: `vda` 0, `vdb` 1, `vdaa` 26; undefined for another kind of name. */
export function diskIndex(dev: string): number | undefined {
  const letters = /^(?:fd|hd|vd|sd|xvd|ubd)([a-z]+)\d*$/.exec(dev)?.[1];
  if (letters === undefined) return undefined;
  let index = 0;
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 96);
  return index - 1;
}

/** The bus that a target's name suggests; undefined for another kind of name. */
export function busOfTarget(dev: string): (typeof PREFIXES)[number][1] | undefined {
  return PREFIXES.find(([prefix]) => dev.startsWith(prefix))?.[1];
}
