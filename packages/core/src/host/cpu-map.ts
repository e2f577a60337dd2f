/** CPUs 0 to `count` - 1 as libvirt's map: one bit a CPU, the lowest first. */
export function allCpus(count: number): Uint8Array {
  const map = new Uint8Array(Math.ceil(count / 8));
  for (let cpu = 0; cpu < count; cpu++) map[cpu >> 3] = (map[cpu >> 3] ?? 0) | (1 << (cpu & 7));
  return map;
}
