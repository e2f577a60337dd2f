/** A CPU model of POWER, and the processor versions (PVR) that it stands for. */
export interface Ppc64Model {
  readonly name: string;
  readonly vendor: 'IBM' | 'Freescale';
  readonly pvr: readonly { readonly value: number; readonly mask: number }[];
}

const ibm = (name: string, ...versions: number[]): Ppc64Model => ({
  name,
  vendor: 'IBM',
  pvr: versions.map((version) => ({ value: version * 0x10000, mask: 0xffff0000 })),
});

const freescale = (name: string, version: number): Ppc64Model => ({
  name,
  vendor: 'Freescale',
  pvr: [{ value: version * 0x10000, mask: 0xffffffff }],
});

/** All models in libvirt's order. */
export const ppc64Models: readonly Ppc64Model[] = [
  ibm('POWER6', 0x003e),
  ibm('POWER7', 0x003f, 0x004a),
  ibm('POWER8', 0x004b, 0x004c, 0x004d),
  ibm('POWER9', 0x004e),
  ibm('POWER10', 0x0080),
  freescale('POWERPC_e5500', 0x8024),
  freescale('POWERPC_e6500', 0x8040),
];
