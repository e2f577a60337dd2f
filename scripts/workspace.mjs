// The repository's own packages, as its scripts see them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/**
 * @typedef {object} WorkspacePackage
 * @property {string} name the directory's, such as `domain-conf`
 * @property {string} directory absolute
 * @property {Record<string, any>} manifest its package.json
 */

/** @returns {WorkspacePackage[]} in the order of their names */
export function workspacePackages() {
  return readdirSync(join(ROOT, 'packages'))
    .filter((name) => existsSync(join(ROOT, 'packages', name, 'package.json')))
    .sort()
    .map((name) => {
      const directory = join(ROOT, 'packages', name);
      return { name, directory, manifest: JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) };
    });
}

/**
 * @typedef {object} SourceFile
 * @property {string} path relative to the repository, such as `packages/xml/src/reader.ts`
 * @property {string} text
 */

/**
 * Hand-written files under a directory: without what is installed, built, generated or recorded.
 * @param {string} directory relative to the repository
 * @param {RegExp} name which files
 * @returns {SourceFile[]}
 */
export function handWritten(directory, name) {
  const root = join(ROOT, directory);
  if (!existsSync(root)) return [];
  const left = /(^|\/)(node_modules|dist|generated|testdata|\.turbo)(\/|$)/;
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !left.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}
