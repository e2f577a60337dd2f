/** Implementers of ARM CPUs by their code. */
export const armVendors: Readonly<Record<number, string>> = {
  65: 'ARM',
  66: 'Broadcom',
  67: 'Cavium',
  68: 'DigitalEquipment',
  70: 'Fujitsu',
  72: 'HiSilicon',
  73: 'Infineon',
  77: 'Freescale',
  78: 'NVIDIA',
  80: 'APM',
  81: 'Qualcomm',
  86: 'Marvell',
  105: 'Intel',
  112: 'Phytium',
  192: 'Ampere',
};

/** Models of ARM CPUs that libvirt names, by implementer and part number. */
export const armModels: readonly { readonly name: string; readonly vendor: string; readonly part: number }[] = [
  { name: 'cortex-a53', vendor: 'ARM', part: 0xd03 },
  { name: 'cortex-a57', vendor: 'ARM', part: 0xd07 },
  { name: 'cortex-a72', vendor: 'ARM', part: 0xd08 },
  { name: 'Neoverse-N1', vendor: 'ARM', part: 0xd0c },
  { name: 'Neoverse-N2', vendor: 'ARM', part: 0xd49 },
  { name: 'Neoverse-V1', vendor: 'ARM', part: 0xd40 },
  { name: 'Falkor', vendor: 'Qualcomm', part: 0xc00 },
  { name: 'ThunderX2 99xx', vendor: 'Cavium', part: 0x0af },
  { name: 'a64fx', vendor: 'Fujitsu', part: 0x001 },
  { name: 'Kunpeng-920', vendor: 'HiSilicon', part: 0xd01 },
  { name: 'FT-2000+', vendor: 'Phytium', part: 0x662 },
  { name: 'Tengyun-S2500', vendor: 'Phytium', part: 0x663 },
  { name: 'Ampere-1', vendor: 'Ampere', part: 0xac3 },
  { name: 'Ampere-1a', vendor: 'Ampere', part: 0xac4 },
];
