// Who may import whom (docs/architecture.md draws it), and a reader of imports that holds the sources to it.
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';

const MODEL = ['domain-conf', 'xml', 'errors'];

/**
 * The arrows: a package, or a part of one that differs, and the packages that it may import.
 * The longest path that a file begins with decides.
 * @type {Record<string, string[]>}
 */
export const ARROWS = {
  errors: [],
  xml: ['errors'],
  qmp: [],
  hmp: [],
  'domain-conf': ['xml', 'errors'],
  capabilities: MODEL,
  'capabilities/src/node': [...MODEL, 'qmp'],
  'command-builder': ['capabilities', ...MODEL],
  rpc: ['errors'],
  core: ['command-builder', 'capabilities', ...MODEL, 'qmp', 'hmp', 'rpc'],
  daemon: ['core', 'command-builder', 'capabilities', ...MODEL, 'rpc'],
  cli: ['daemon', 'core', 'command-builder', 'capabilities', ...MODEL, 'qmp', 'hmp', 'rpc'],
};

/** Parts that run anywhere, browsers too; what needs Node sits in their `src/node/`. */
export const PURE = [
  'errors',
  'xml',
  'domain-conf',
  'capabilities',
  'command-builder',
  'rpc',
  'hmp/src/parse',
  'hmp/src/commands',
];

const DRIVER_MAY = ['core/src/driver', 'core/src/host', 'core/src/trace', 'core/src/drivers/lazy.js'];

/**
 * Rooms inside a package, and the others of that package that they may import; a room without a row is free. A driver
 * knows no other driver and nothing above the contract.
 * @type {Record<string, string[]>}
 */
export const ROOMS = {
  'core/src/driver': [],
  'core/src/faults': ['core/src/driver', 'core/src/trace'],
  'core/src/host': [],
  'core/src/trace': [],
  'core/src/drivers/qemu': DRIVER_MAY,
  'core/src/drivers/remote': DRIVER_MAY,
  'core/src/drivers/test': [...DRIVER_MAY, 'core/src/faults'],
};

/**
 * @param {import('./workspace.mjs').SourceFile[]} files under `packages/`
 * @returns {string[]} one sentence a forbidden import, with what to do instead
 */
export function arrowProblems(files) {
  const imports = files.map((file) => ({ file: file.path, targets: importsOf(file.text) }));
  const forbidden = imports.flatMap(({ file, targets }) => targets.flatMap((target) => verdict(file, target) ?? []));
  return [...forbidden, ...cycles(imports)];
}

/** @param {string} text */
function importsOf(text) {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** @param {string} file @param {string} target */
function verdict(file, target) {
  const room = file.slice('packages/'.length);
  const own = room.split('/')[0];
  const isPure = !file.endsWith('.test.ts') && !room.includes('/src/node/') && row(PURE, room) !== undefined;
  if (isPure && needsNode(file, target)) {
    return `${file} imports '${target}', but this part runs without Node: move what needs Node to packages/${own}/src/node/, or take its result as a value.`;
  }
  if (target.startsWith('.')) return leavesRoom(file, target, own);
  if (!target.startsWith('@virtkit/')) return undefined;
  const allowed = ARROWS[row(Object.keys(ARROWS), room) ?? ''];
  if (!allowed) return `${file} belongs to a package that has no row in ARROWS of scripts/arrows.mjs: give it one.`;
  const imported = target.split('/')[1];
  if (imported === own)
    return `${file} imports '${target}', its own package: import the file itself by a relative path.`;
  if (allowed.includes(imported)) return undefined;
  const may = allowed.length > 0 ? `only ${allowed.join(', ')}` : 'no other package';
  return `${file} imports '${target}', but may import ${may}: hand it in as a value, or move what you need to a package below both.`;
}

/** @param {string} file @param {string} target */
function needsNode(file, target) {
  if (target.startsWith('node:') || builtinModules.includes(target)) return true;
  if (target.startsWith('@virtkit/')) return target.endsWith('/node');
  return target.startsWith('.') && posix.join(posix.dirname(file), target).includes('/src/node/');
}

/** @param {string} file @param {string} target @param {string} own */
function leavesRoom(file, target, own) {
  if (file.endsWith('.test.ts')) return undefined;
  const path = posix.join(posix.dirname(file), target);
  if (!path.startsWith(`packages/${own}/`)) {
    return `${file} imports '${target}', which lies outside its package: import it by the name of the package that has it.`;
  }
  const room = row(Object.keys(ROOMS), file.slice('packages/'.length));
  // What prepares tests goes through the front door, as they do.
  if (!room || file.includes('/testing/') || row([room, ...ROOMS[room]], path.slice('packages/'.length)))
    return undefined;
  const may = ROOMS[room].length > 0 ? `only ${ROOMS[room].join(', ')}` : 'nothing';
  return `${file} imports '${target}', but ${room} may import ${may} beside itself: hand it in, or move what both need there.`;
}

/** @param {string[]} rows @param {string} room */
function row(rows, room) {
  const found = rows.filter((name) => room === name || room.startsWith(`${name}/`));
  return found.sort((a, b) => b.length - a.length)[0];
}

/** @param {{ file: string, targets: string[] }[]} imports */
function cycles(imports) {
  const sources = imports.filter(({ file }) => !file.endsWith('.test.ts'));
  const graph = new Map(
    sources.map(({ file, targets }) => [file, targets.flatMap((target) => sourceOf(file, target))]),
  );
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const problems = [];
  /** @param {string} file @param {string[]} path */
  const visit = (file, path) => {
    const start = path.indexOf(file);
    if (start >= 0) {
      const circle = [...path.slice(start), file].join(' → ');
      problems.push(`${circle} is a circle: move what both need to a file of its own.`);
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return problems;
}

/** @param {string} file @param {string} target */
function sourceOf(file, target) {
  return target.startsWith('.') ? [posix.join(posix.dirname(file), target).replace(/\.js$/, '.ts')] : [];
}
