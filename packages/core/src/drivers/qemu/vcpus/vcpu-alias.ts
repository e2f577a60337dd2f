const ALIAS = /^vcpu(\d+)$/;

/** QEMU's name of a vCPU that was added to a running domain, by its number. */
export function vcpuAlias(number: number): string {
  return `vcpu${number}`;
}

/** The number of the vCPU of that name; undefined for what is none. */
export function vcpuOfAlias(alias: string): number | undefined {
  const number = ALIAS.exec(alias)?.[1];
  return number === undefined ? undefined : Number(number);
}
