// `node conformance/origins.mjs DATA... [--seed N] [--samples N] [--verbose]`: builds the command line of every definition of
// the data and counts the arguments that say where they come from: a path of the definition, or a rule with a name. Then
// takes a sample of those with a path (the same one for the same seed), deletes that element from the definition, and counts
// how often the argument goes or changes. Exits with 1 if any doesn't.
import { buildCommandLine, completeDomain, explainCommandLine } from '../packages/command-builder/dist/index.js';
import { applyFormatRules, parseDomain } from '../packages/domain-conf/dist/index.js';
import { readDataSet, recordedCapabilities } from './data.mjs';
import { hostDescription } from './host-description.mjs';

const args = process.argv.slice(2);
const numberOf = (name, fallback) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : fallback);
const seed = numberOf('--seed', 1);
const wanted = numberOf('--samples', 200);
const directories = args.filter(
  (arg, index) => !arg.startsWith('--') && !['--seed', '--samples'].includes(args[index - 1]),
);

const built = directories.flatMap(definitionsIn);
const explained = built.flatMap((one) => one.explanation.arguments.map((argument) => ({ ...argument, one })));
const without = explained.filter(({ sources, rules }) => sources.length === 0 && rules.length === 0);
for (const { one, argument } of without) console.log(`${one.id}: ${argument.join(' ')} has no origin`);
console.log(
  `${explained.length - without.length} of ${explained.length} arguments of ${built.length} definitions have an origin`,
);

const withPath = explained.flatMap(({ sources, ...rest }) => sources.map(({ path }) => ({ ...rest, path })));
const sample = sampleOf(withPath, wanted, seed);
const kept = sample.filter(({ one, argument, path }) => stays(argument, one, path));
for (const { one, argument, path } of kept)
  console.log(`${one.id}: without ${path} there still is ${argument.join(' ').slice(0, 160)}`);
console.log(`${sample.length - kept.length} passed, ${kept.length + without.length} failed`);
if (kept.length + without.length > 0) process.exitCode = 1;

function definitionsIn(directory) {
  const { cases, host, read } = readDataSet(directory);
  const capabilitiesOf = recordedCapabilities(directory);
  return cases.flatMap((one) => {
    if (one.kind !== 'argv' || one.hostDependent === true) return [];
    const xml = read(one.input);
    const description = hostDescription(host, one.params, xml);
    const origin = one.params.parseFlags?.includes('ABI_UPDATE') ? 'new' : 'existing';
    const options = { architecture: one.params.hostArch ?? description.arch, origin };
    const context = { capabilities: capabilitiesOf(one), host: description, origin };
    try {
      const source = applyFormatRules(parseDomain(xml).definition, options);
      return [{ id: one.id, source, context, ...explain(source, context) }];
    } catch {
      return [];
    }
  });
}

function explain(source, { capabilities, host, origin }) {
  const completed = completeDomain(source, capabilities, host, { origin });
  const line = buildCommandLine(completed.definition, capabilities, host, { paths: true });
  return { explanation: explainCommandLine(line, { origins: completed.origins }) };
}

/** Whether the argument is as it was without the element: the same text, and as many of its option. */
function stays(argument, one, path) {
  const after = argumentsWithout(one, path);
  if (after?.includes(argument.join(' ')) !== true) return false;
  const count = (all) => all.filter((text) => text.split(' ')[0] === argument[0]).length;
  return count(after) >= count(one.explanation.arguments.map((other) => other.argument.join(' ')));
}

/** The arguments of the same definition without an element; undefined where that is no definition any more. */
function argumentsWithout({ source, context }, path) {
  const changed = structuredClone(source);
  const steps = path.split('/').slice(1);
  const last = steps.pop();
  const parent = steps.reduce((at, step) => at?.[step], changed);
  if (parent === undefined || !(last in parent)) return [];
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  try {
    return explain(changed, context).explanation.arguments.map(({ argument }) => argument.join(' '));
  } catch {
    return undefined;
  }
}

/** So many of them, chosen by a generator that always begins alike. */
function sampleOf(items, count, first) {
  let state = first >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const left = [...items];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(next() * left.length), 1)[0],
  );
}
