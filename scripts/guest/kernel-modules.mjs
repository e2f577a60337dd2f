// Which module files the guest carries, in the order in which they load.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * @param {string} directory the kernel's `lib/modules/VERSION`
 * @param {string[]} wanted module names; one that is built into the kernel is left out
 * @returns {{ name: string, content: Buffer }[]} the modules and all they depend on, dependencies first
 */
export function loadOrder(directory, wanted) {
  const files = index(directory, 'modules.order');
  const builtIn = index(directory, 'modules.builtin');
  /** @type {Map<string, Buffer>} */
  const ordered = new Map();
  /** @param {string} name */
  const add = (name) => {
    if (ordered.has(name) || builtIn.has(name)) return;
    const file = files.get(name);
    if (!file) throw new Error(`the kernel in ${directory} has no module '${name}'`);
    const content = readFileSync(join(directory, file));
    for (const dependency of dependencies(content)) add(dependency);
    ordered.set(name, content);
  };
  for (const name of wanted) add(name);
  return [...ordered].map(([name, content]) => ({ name, content }));
}

/** @param {string} directory @param {string} list */
function index(directory, list) {
  const files = readFileSync(join(directory, list), 'utf8').split('\n').filter(Boolean);
  return new Map(files.map((file) => [moduleName(basename(file, '.ko')), file]));
}

// The kernel's package carries no modules.dep (installing it would make that), but each module names what it needs.
/** @param {Buffer} content */
function dependencies(content) {
  const found = /\0depends=([^\0]*)\0/.exec(content.toString('latin1'));
  return found ? found[1].split(',').filter(Boolean).map(moduleName) : [];
}

/** @param {string} file */
function moduleName(file) {
  return file.replaceAll('-', '_');
}
