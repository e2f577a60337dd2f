// `node conformance/way-back.mjs [DATA] [REGEX]`: how many command lines come back. Each definition of the data is built,
// read from its argv, and built again; then the two command lines are compared. Fewer than nine equal ones in ten are a
// failure. Descriptors have no numbers here, since whoever spawns QEMU gives those. The data lies beside the repository,
// as for scripts/conformance.mjs.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildCommandLine, numberDescriptors, parseCommandLine } from '../packages/command-builder/dist/index.js';
import { formatDomain } from '../packages/domain-conf/dist/index.js';
import { loadCapabilities } from './capabilities.mjs';
import { buildOptions, defined } from './command-builder.mjs';

const [data = join(import.meta.dirname, '../../shared/conformance/golden'), only = ''] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(join(data, path), 'utf8'));

if (!existsSync(join(data, 'index.json'))) {
  console.log(`there is no ${data}/index.json: nothing to read back`);
  process.exit(0);
}
const host = { ...read('host/host.json'), files: filesBelow(join(data, 'host/fs'), '') };
const known = new Map();

/** What lies in the host's directories, by path. */
function filesBelow(directory, base) {
  return Object.assign(
    {},
    ...readdirSync(directory, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => {
        const path = join(directory, entry.name);
        if (entry.isDirectory()) return filesBelow(path, `${base}/${entry.name}`);
        return { [`${base}/${entry.name}`]: readFileSync(path, 'utf8') };
      }),
  );
}

/** The capabilities of a case, interpreted once for all that share them. */
async function capabilitiesFor({ arch, capsFile, params }) {
  const { capsAdd = [], capsDel = [], binary = `/usr/bin/qemu-system-${arch}`, fakeMicrocodeVersion } = params;
  const options = {
    flags: { add: capsAdd, remove: capsDel },
    hvf: params.capsVariant === '+hvf',
    binary,
    ...(fakeMicrocodeVersion === undefined ? {} : { microcodeVersion: fakeMicrocodeVersion }),
  };
  const key = JSON.stringify([capsFile, options]);
  if (!known.has(key)) {
    const recording = JSON.parse(gunzipSync(readFileSync(join(data, capsFile))));
    known.set(key, loadCapabilities({ ...options, recording }));
  }
  return known.get(key);
}

/** What differs first, as a group of cases that probably share their cause. */
function firstDifference(before, after) {
  const at = before.findIndex((word, index) => word !== after[index]);
  const place = at < 0 ? before.length : at;
  const option = before[place]?.startsWith('-') ? before[place] : before[place - 1];
  return {
    group: `${option}: ${shape(before[place])} became ${shape(after[place])}`,
    before: before[place],
    after: after[place],
  };
}

const shape = (word = 'nothing') => {
  if (!word.startsWith('{')) return word.replace(/\d+/g, '#').slice(0, 60);
  const { driver, 'qom-type': type } = JSON.parse(word);
  return `{${driver ?? type ?? '…'}}`;
};

const groups = new Map();
const counts = { cases: 0, equal: 0, kept: 0 };

for (const one of (read('index.json').cases ?? read('index.json')).filter(
  ({ kind, id }) => kind === 'argv' && id.match(only),
)) {
  const context = { caps: await capabilitiesFor(one), host, params: one.params };
  const xml = readFileSync(join(data, one.input), 'utf8');
  let before;
  try {
    before = build(defined(xml, context), context);
  } catch {
    continue;
  }
  counts.cases++;
  const { equal, group, detail, leftOver } = wayBack(before, context);
  if (equal) counts.equal++;
  if (leftOver > 0) counts.kept++;
  if (!equal) groups.set(group, [...(groups.get(group) ?? []), { id: one.id, detail }]);
}

function build({ definition, caps, description }, context) {
  const line = buildCommandLine(definition, caps, description, buildOptions(context));
  return numberDescriptors(line.argv, () => 3);
}

function wayBack(before, context) {
  try {
    const { definition, leftOver } = parseCommandLine(before);
    // Through XML, as the definition would reach a daemon.
    const again = defined(formatDomain(definition), { ...context, params: { ...context.params, parseFlags: [] } });
    const after = build(again, context);
    const equal = before.length === after.length && before.every((word, index) => word === after[index]);
    const { group, before: was, after: became } = equal ? {} : firstDifference(before, after);
    return {
      equal,
      group,
      detail: `${was}\n      ${became}\n      ${leftOver.map(({ words, reason }) => `left ${words[0]}: ${reason}`).join('\n      ')}`,
      leftOver: leftOver.length,
    };
  } catch (error) {
    return { equal: false, group: `error: ${error.message.replace(/\d+/g, '#')}`, detail: error.stack, leftOver: 0 };
  }
}

for (const [group, cases] of [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, 40)) {
  console.log(`${cases.length}  ${group}\n    ${cases[0].id}\n      ${cases[0].detail}`);
}
console.log(
  `${counts.equal} of ${counts.cases} command lines come back equal; ${counts.kept} keep arguments as they are`,
);
if (counts.equal < 0.9 * counts.cases) process.exitCode = 1;
