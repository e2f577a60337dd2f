// A package's .d.ts files: tsc writes one for every source, and those that the entry points reach stay. The others are
// no part of the public face; where types there are too large or too private to be written down, nobody misses them.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';

const EMIT = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--declarationMap', 'false'];
// The built packages are what a user's compiler will see; without a condition that is what tsc sees, too.
const SETTINGS = ['--customConditions', '', '--pretty', 'false'];

/** What tsc says where it can't write an inferred type down. */
const UNWRITABLE = /^(\S+)\.ts\(\d+,\d+\): error TS(2883|4023|4058|4082|7056):/;

/**
 * Writes `dist/**\/*.d.ts` of the package in the working directory. Throws with what tsc says where something is wrong
 * in what users see.
 * @param {string[]} projects its tsconfig.json files
 * @param {string[]} entries entry points without extension, relative to `src/` and `dist/` alike
 */
export async function emitDeclarations(projects, entries) {
  const complaints = [];
  for (const project of projects) complaints.push(...(await compile(project)));
  const reached = reach(entries.map((entry) => `${entry}.d.ts`));
  const serious = complaints.filter((line) => {
    const unwritable = UNWRITABLE.exec(line);
    return !unwritable || reached.has(`${posix.relative('src', unwritable[1])}.d.ts`);
  });
  if (serious.length > 0) throw new Error(`tsc cannot write the declarations:\n${serious.join('\n')}`);
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(join('dist', file));
  }
}

/** @param {string} project @returns {Promise<string[]>} what tsc complains of */
async function compile(project) {
  try {
    await promisify(execFile)('tsc', ['-p', project, ...EMIT, ...SETTINGS], { maxBuffer: 64 * 1024 * 1024 });
    return [];
  } catch (error) {
    const lines = String(error.stdout ?? error)
      .split('\n')
      .filter((line) => /\S/.test(line) && !/^\s/.test(line));
    return lines.length > 0 ? lines : [String(error)];
  }
}

/** @param {string[]} entries declaration files in `dist/` @returns {Set<string>} these, and all that they import */
function reach(entries) {
  const reached = new Set(entries);
  for (const file of reached) {
    const path = join('dist', file);
    if (!existsSync(path)) throw new Error(`tsc wrote no ${path}`);
    for (const { fileName } of ts.preProcessFile(readFileSync(path, 'utf8')).importedFiles) {
      if (fileName.startsWith('.')) reached.add(posix.join(posix.dirname(file), fileName.replace(/\.js$/, '.d.ts')));
    }
  }
  return reached;
}
