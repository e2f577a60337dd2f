// The archive format of an initramfs ("newc"), written here so that making one needs neither root nor the cpio program.

/**
 * @typedef {object} ArchiveEntry
 * @property {string} path relative, its parent directories listed before it
 * @property {number} mode file type and permissions, as in `stat`
 * @property {Buffer} [content] a file's bytes or a symbolic link's target
 * @property {[major: number, minor: number]} [device] of a device node
 */

/** @param {ArchiveEntry[]} entries */
export function cpioArchive(entries) {
  const records = entries.map((entry, index) => record(entry, index + 1));
  return Buffer.concat([...records, record({ path: 'TRAILER!!!', mode: 0 }, 0)]);
}

/** @param {ArchiveEntry} entry @param {number} inode */
function record({ path, mode, content = Buffer.alloc(0), device = [0, 0] }, inode) {
  const name = Buffer.from(`${path}\0`);
  const [uid, gid, links, time, check] = [0, 0, 1, 0, 0];
  const fields = [inode, mode, uid, gid, links, time, content.length, 0, 0, ...device, name.length, check];
  const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`;
  return Buffer.concat([padded(Buffer.concat([Buffer.from(header), name])), padded(content)]);
}

/** @param {Buffer} bytes */
function padded(bytes) {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}
