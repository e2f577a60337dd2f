// Lays out the guest's root file system from an unpacked tree of packages.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from '../command.mjs';
import { cpioArchive } from './cpio.mjs';
import { loadOrder } from './kernel-modules.mjs';
import { MODULES, PROGRAMS } from './recipe.mjs';

const LIBRARIES = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'];
const LOADER = 'lib64/ld-linux-x86-64.so.2';

/**
 * @param {string} tree the unpacked packages
 * @param {string} version the kernel's
 * @returns {Promise<Buffer>} an uncompressed initramfs
 */
export async function initramfs(tree, version) {
  const modules = loadOrder(join(tree, 'lib/modules', version), MODULES);
  return cpioArchive([
    ...['bin', 'dev', 'etc', 'lib', 'lib64', 'lib/modules', 'proc', 'root', 'sys'].map(directory),
    { path: 'dev/console', mode: 0o020600, device: [5, 1] },
    program('init', readFileSync(join(import.meta.dirname, 'init'))),
    program('bin/lease', readFileSync(join(import.meta.dirname, 'lease'))),
    program('bin/busybox', readFileSync(join(tree, 'bin/busybox'))),
    ...PROGRAMS.map((name) => ({ path: `bin/${name}`, mode: 0o120777, content: Buffer.from('busybox') })),
    file('lib/modules.order', modules.map(({ name }) => `${name}\n`).join('')),
    ...modules.map(({ name, content }) => file(`lib/modules/${name}.ko`, content)),
    ...(await guestAgent(tree)),
  ]);
}

/** @param {string} tree */
async function guestAgent(tree) {
  const agent = join(tree, 'usr/sbin/qemu-ga');
  const path = LIBRARIES.map((name) => join(tree, name)).join(':');
  const { stdout } = await run(join(tree, LOADER), ['--library-path', path, '--list', agent]);
  const libraries = [...stdout.matchAll(/=> (\/\S+)/g)]
    .map((match) => match[1])
    .filter((name) => name.startsWith(tree));
  return [
    program('bin/qemu-ga', readFileSync(agent)),
    program(LOADER, readFileSync(join(tree, LOADER))),
    ...libraries
      .filter((name) => basename(name) !== basename(LOADER))
      .map((name) => program(`lib/${basename(name)}`, readFileSync(name))),
  ];
}

/** @param {string} tree */
export function kernelVersion(tree) {
  const [version] = readdirSync(join(tree, 'lib/modules'));
  if (!version) throw new Error(`no kernel modules in ${tree}`);
  return version;
}

/** @param {string} path */
function directory(path) {
  return { path, mode: 0o040755 };
}

/** @param {string} path @param {string | Buffer} content */
function file(path, content) {
  return { path, mode: 0o100644, content: Buffer.from(content) };
}

/** @param {string} path @param {Buffer} content */
function program(path, content) {
  return { path, mode: 0o100755, content };
}
