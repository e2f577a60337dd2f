// `node conformance/stability.mjs DATA...`: for every definition of the data, builds its command line twice and completes what
// was completed; counts those for which both come out as before. Exits with 1 if any doesn't.
import { isDeepStrictEqual } from 'node:util';
import { buildCommandLine, completeDomain } from '../packages/command-builder/dist/index.js';
import { applyFormatRules, parseDomain } from '../packages/domain-conf/dist/index.js';
import { readDataSet, recordedCapabilities } from './data.mjs';
import { hostDescription } from './host-description.mjs';

const directories = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };
for (const directory of directories) {
  const { cases, host, read } = readDataSet(directory);
  const capabilitiesOf = recordedCapabilities(directory);
  for (const one of cases) if (one.kind === 'argv') check(one, host, read(one.input), capabilitiesOf(one));
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
if (counts.failed > 0) process.exitCode = 1;

function check({ id, params }, host, xml, capabilities) {
  const description = hostDescription(host, params, xml);
  const origin = params.parseFlags?.includes('ABI_UPDATE') ? 'new' : 'existing';
  const options = { architecture: params.hostArch ?? description.arch, origin };
  const complete = (source) => completeDomain(source, capabilities, description, { origin }).definition;
  const build = (definition) => buildCommandLine(definition, capabilities, description, { paths: true }).argv;
  let completed;
  let argv;
  try {
    completed = complete(applyFormatRules(parseDomain(xml).definition, options));
    argv = build(completed);
  } catch {
    return;
  }
  const again = build(complete(applyFormatRules(parseDomain(xml).definition, options)));
  const same = isDeepStrictEqual(argv, again);
  const settled = isDeepStrictEqual(complete(completed), completed);
  counts[same && settled ? 'passed' : 'failed']++;
  if (!same) console.log(`${id}: the command line differs from one time to the next`);
  if (!settled) console.log(`${id}: completing what was completed changes it`);
}
