import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UUID } from './temporary-root.js';

/** What the smallest guests do as soon as they have booted: 16-bit code of a PC. Afterwards they halt. */
const PROGRAMS = {
  /** mov al, 1; mov dx, 0x505 (the port of pvpanic); out dx, al */
  crash: [0xb0, 0x01, 0xba, 0x05, 0x05, 0xee],
  /** mov ax, 0x2000; mov dx, 0x604 (PM1a control of `pc`: sleep type 0, sleep); out dx, ax */
  'power off': [0xb8, 0x00, 0x20, 0xba, 0x04, 0x06, 0xef],
  /** mov al, 0xfe (pulse the reset line); out 0x64, al (the keyboard controller) */
  reboot: [0xb0, 0xfe, 0xe6, 0x64],
  nothing: [],
} as const;

const HALT = [0xfa, 0xf4, 0xeb, 0xfd];
const SECTOR_BYTES = 512;

/** XML of a domain whose guest does one thing when it boots; `settings` goes beside its devices. */
export async function bootSectorXml(
  directory: string,
  name: string,
  does: keyof typeof PROGRAMS,
  settings = '',
): Promise<string> {
  const sector = Buffer.alloc(SECTOR_BYTES);
  sector.set([...PROGRAMS[does], ...HALT]);
  sector.set([0x55, 0xaa], SECTOR_BYTES - 2);
  const path = join(directory, `${name}.img`);
  await writeFile(path, sector);
  return `<domain type='qemu'>
  <name>${name}</name>
  <uuid>${UUID}</uuid>
  <memory unit='MiB'>32</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <features><acpi/></features>
  ${settings}
  <devices>
    <disk type='file' device='floppy'><source file='${path}'/><target dev='fda' bus='fdc'/><readonly/></disk>
    <panic model='isa'/>
  </devices>
</domain>`;
}
