/** The number of a disk that a target's name tells: `vda` 0, `vdb` 1, `vdaa` 26; undefined for another kind of name. */
export function diskIndex(dev: string): number | undefined {
  const letters = /^(?:fd|hd|vd|sd|xvd|ubd)([a-z]+)\d*$/.exec(dev)?.[1];
  if (letters === undefined) return undefined;
  let index = 0;
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 96);
  return index - 1;
}
