/** A set of CPUs as text, `0-2,5`, as libvirt's map: one bit a CPU, the lowest first. */
export function cpuMapOf(cpuset: string, length: number): Uint8Array {
  const map = new Uint8Array(length);
  for (const part of cpuset.split(',')) {
    const [first = 0, last = first] = part.split('-').map(Number);
    for (let cpu = first; cpu <= last && cpu >> 3 < length; cpu++)
      map[cpu >> 3] = (map[cpu >> 3] ?? 0) | (1 << (cpu & 7));
  }
  return map;
}

/** The CPUs of a map. */
export function cpusOf(map: Uint8Array): number[] {
  return [...map].flatMap((byte, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (1 << bit)).map((bit) => at * 8 + bit),
  );
}

/** A map as text, `0-2,5`. */
export function cpusetOf(map: Uint8Array): string {
  const ranges: [number, number][] = [];
  for (const cpu of cpusOf(map)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === cpu - 1) last[1] = cpu;
    else ranges.push([cpu, cpu]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
