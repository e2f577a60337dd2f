import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Machine code of a boot sector that sends back what comes in at the first serial port, with its case turned. */
const ECHO = [
  [0xba, 0xfd, 0x03], // wait: mov dx, 0x3fd
  [0xec], // in al, dx
  [0xa8, 0x01], // test al, 1
  [0x74, 0xf8], // jz wait
  [0xba, 0xf8, 0x03], // mov dx, 0x3f8
  [0xec], // in al, dx
  [0x34, 0x20], // xor al, 0x20
  [0xee], // out dx, al
  [0xeb, 0xef], // jmp wait
].flat();

/** Writes the guest's disk, of half a kilobyte, to a directory, and returns the XML of a domain that boots from it. */
export async function echoGuest(name: string, uuid: string, directory: string): Promise<string> {
  const sector = Buffer.alloc(512);
  sector.set(ECHO);
  sector.writeUInt16LE(0xaa55, 510);
  const path = join(directory, `${name}.img`);
  await writeFile(path, sector);
  return `<domain type='qemu'>
  <name>${name}</name>
  <uuid>${uuid}</uuid>
  <memory unit='MiB'>32</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw'/>
      <source file='${path}'/>
      <target dev='hda' bus='ide'/>
    </disk>
    <serial type='pty'/>
    <console type='pty'/>
  </devices>
</domain>
`;
}
