// `node conformance/cpu-cases.mjs DATA [--verbose]`: counts how many of the CPU cases in DATA/cpu/cases.json come out as
// libvirt's own test-suite expects, by the function that they are about. Exits with 1 under nine tenths.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  baselineCpu,
  compareCpu,
  cpuOfData,
  decodeX86Cpu,
  expandCpu,
  expandedCpu,
  featuresOfData,
  formatCpu,
  guestCpu,
  guestCpuOfData,
  hasCpuFeature,
  hostCpuOfData,
  parseCpu,
  parseCpuData,
  updateGuestCpu,
  updateLiveCpu,
  x86HostModel,
} from '../packages/capabilities/dist/cpu/index.js';

const [data, ...options] = process.argv.slice(2);
const directory = join(data, 'cpu');
const read = (name) => readFileSync(join(directory, name), 'utf8');
const cpu = (name) => parseCpu(read(name));
const normalized = (value) => parseCpu(formatCpu(value));

/** Replies of QEMU, one JSON document after the other. */
function replies(name) {
  const documents = read(name)
    .split(/\n(?=\{)/)
    .filter((text) => text.trim() !== '')
    .map((text) => JSON.parse(text));
  const [{ return: expansion }, definitions] = documents;
  const properties = Object.entries(expansion.model.props).map(([key, value]) => ({
    name: key,
    type: typeof value,
    value,
  }));
  const cpuModels = (definitions?.return ?? []).map((entry) => ({
    name: entry.name,
    blockers: entry['unavailable-features'] ?? [],
  }));
  return { hostCpu: { name: expansion.model.name, properties }, cpuModels };
}

/** The models of the emulator, where the case has them. */
function models({ inputs, modelsFrom }) {
  if (modelsFrom === undefined || !/MODELS/.test(modelsFrom)) return undefined;
  return replies((inputs.qmp ?? inputs.cpuid ?? inputs.cpu).replace(/(-guest)?\.(xml|json)$/, '.json')).cpuModels;
}

const orError = (action) => {
  try {
    return action();
  } catch {
    return 'error';
  }
};

const asCpu = ({ model, vendor, require, disable }) => ({
  mode: 'custom',
  match: 'exact',
  model: { fallback: 'forbid', name: model.name },
  ...(vendor && { vendor }),
  features: [
    ...require.map((name) => ({ policy: 'require', name })),
    ...disable.map((name) => ({ policy: 'disable', name })),
  ],
});

/** The CPU that an emulator says `host` to be. */
function guestOfEmulator(name) {
  const { hostCpu, cpuModels } = replies(name);
  const decoded =
    cpuModels.length > 0
      ? x86HostModel({ hostCpu, cpuModels })
      : decodeX86Cpu(expandedCpu({ hostCpu, cpuModels }), { type: 'guest' });
  return asCpu(decoded);
}

/** The CPU that an emulator gave on the CPU of the data, where that was recorded; else the one that the data describe. */
function guestLike(name) {
  const recorded = name.replace(/\.xml$/, '.json');
  return existsSync(join(directory, recorded)) ? guestOfEmulator(recorded) : guestCpuOfData(parseCpuData(read(name)));
}

const same = (value, name) => isDeepStrictEqual(normalized(value), normalized(cpu(name)));

/** What each function is asked, and whether its answer is the expected one. */
const passes = {
  compare: ({ inputs, result }) => orError(() => compareCpu(cpu(inputs.host), cpu(inputs.cpu))) === result,
  update: ({ inputs, expected }) => same(updateGuestCpu(cpu(inputs.cpu), cpu(inputs.host)), expected),
  baseline({ inputs, expected, flags, fails }) {
    const cpus = [...read(inputs.cpus).matchAll(/<cpu>.*?<\/cpu>/gs)].map(([text]) => parseCpu(text));
    const value = orError(() =>
      baselineCpu(cpus, { migratable: flags.includes('migratable'), expand: flags.includes('expanded') }),
    );
    return fails ? value === 'error' : same(value, expected);
  },
  hasFeature: ({ inputs, feature, result }) =>
    orError(() => (hasCpuFeature(cpu(inputs.host), feature) ? 'yes' : 'no')) === (result === 'fail' ? 'error' : result),
  guestCpu({ inputs, expected, models: names, fails }) {
    const value = orError(() => guestCpu(cpu(inputs.cpu), cpu(inputs.host), names ?? undefined));
    return fails ? value === 'error' : same(value, expected);
  },
  cpuidToHostCpu: ({ inputs, expected }) => same(hostCpuOfData(parseCpuData(read(inputs.cpuid))), expected),
  cpuidToGuestCpu: (one) => same(guestCpuOfData(parseCpuData(read(one.inputs.cpuid)), models(one)), one.expected),
  cpuidSignature({ inputs, expected }) {
    const { signature } = cpuOfData(parseCpuData(read(inputs.cpuid)));
    const [family, model, stepping] = [...read(expected).matchAll(/:\s+(\d+)/g)].map(([, digits]) => Number(digits));
    return isDeepStrictEqual(signature, { family, model, stepping });
  },
  qmpToCpu: ({ inputs, expected }) => same(guestOfEmulator(inputs.qmp), expected),
  updateLive({ inputs, expected }) {
    const [enabled, disabled] = [inputs.enabled, inputs.disabled].map((name) =>
      featuresOfData(parseCpuData(read(name))),
    );
    const value = updateLiveCpu(cpu(inputs.cpu), { enabled, disabled });
    return isDeepStrictEqual(expandCpu(value, 'x86_64'), expandCpu(cpu(expected), 'x86_64'));
  },
  cpuidBaseline({ inputs, expected }) {
    const cpus = Object.values(inputs).map((name) => ({ ...guestLike(name), arch: 'x86_64' }));
    return same(baselineCpu(cpus), expected);
  },
};

const counts = new Map();
for (const one of JSON.parse(read('cases.json'))) {
  const count = counts.get(one.api) ?? { passed: 0, total: 0 };
  counts.set(one.api, count);
  count.total += 1;
  let passed = false;
  try {
    passed = passes[one.api](one);
  } catch (error) {
    if (options.includes('--verbose')) console.log(`${one.id}: ${error.message}`);
  }
  if (passed) count.passed += 1;
  else if (options.includes('--verbose')) console.log(`failed ${one.id}`);
}
for (const [api, { passed, total }] of counts) console.log(`${api.padEnd(16)} ${passed} of ${total}`);
const all = [...counts.values()];
const passed = all.reduce((sum, count) => sum + count.passed, 0);
const total = all.reduce((sum, count) => sum + count.total, 0);
console.log(`${passed} passed, ${total - passed} failed`);
process.exitCode = passed >= 0.9 * total ? 0 : 1;
