/** Machine code of a boot sector that sends back what comes in at the first serial port, with its case turned. */
const CODE = [
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

/** A disk with a guest of half a kilobyte, which answers on its serial port. */
export function echoGuestDisk(): Buffer {
  const sector = Buffer.alloc(512);
  sector.set(CODE);
  sector.writeUInt16LE(0xaa55, 510);
  return sector;
}

/** The domain that boots the guest from the disk at `path`. */
export const echoGuestXml = (name: string, path: string): string => `<domain type='qemu'>
  <name>${name}</name>
  <memory unit='MiB'>32</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type><boot dev='hd'/></os>
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
