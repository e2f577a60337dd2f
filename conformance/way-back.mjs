// `node conformance/way-back.mjs [DATA] [REGEX]`: how many command lines come back. Each definition of the data is built,
// read from its argv, and built again; then the two command lines are compared. Fewer than nine equal ones in ten are a
// failure. Descriptors have no numbers here, since whoever spawns QEMU gives those. The data lies beside the repository,
// as for scripts/conformance.mjs.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, numberDescriptors, parseCommandLine } from '../packages/command-builder/dist/index.js';
import { formatDomain } from '../packages/domain-conf/dist/index.js';
import { buildOptions, defined } from './command-builder.mjs';
import { readDataSet, recordedCapabilities } from './data.mjs';

const [data = join(import.meta.dirname, '../../shared/conformance/golden'), only = ''] = process.argv.slice(2);
if (!existsSync(join(data, 'index.json'))) {
  console.log(`there is no ${data}/index.json: nothing to read back`);
  process.exit(0);
}
const { cases, host, read } = readDataSet(data);
const capabilitiesOf = recordedCapabilities(data);

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

/** The command line of a case; undefined where its definition can't be built. */
function lineOf(one, context) {
  try {
    return build(defined(read(one.input), context), context);
  } catch {
    return undefined;
  }
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

const groups = new Map();
const counts = { cases: 0, equal: 0, kept: 0 };
for (const one of cases.filter(({ kind, id }) => kind === 'argv' && id.match(only))) {
  const context = { caps: capabilitiesOf(one), host, params: one.params };
  const before = lineOf(one, context);
  if (before === undefined) continue;
  const { equal, group, detail, leftOver } = wayBack(before, context);
  counts.cases++;
  if (equal) counts.equal++;
  else groups.set(group, [...(groups.get(group) ?? []), { id: one.id, detail }]);
  if (leftOver > 0) counts.kept++;
}

for (const [group, [first, ...others]] of [...groups].sort(([, a], [, b]) => b.length - a.length)) {
  console.log(`${others.length + 1}  ${group}\n    ${first.id}\n      ${first.detail}`);
}
console.log(
  `${counts.equal} of ${counts.cases} command lines come back equal; ${counts.kept} keep arguments as they are`,
);
if (counts.equal < 0.9 * counts.cases) process.exitCode = 1;
