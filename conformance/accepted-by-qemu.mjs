// `node conformance/accepted-by-qemu.mjs DATA... [--only REGEX] [--verbose]`: builds the command line of each x86_64 and
// aarch64 definition of the data for the emulators that are installed (qemu-system-x86_64, qemu-system-aarch64 of the package
// qemu-system-arm, qemu-img), with files and sockets faked in a temporary directory, and starts it paused. Counts how many
// are accepted, and the others by reason. Exits with 1 if the emulator refuses one for a reason that is ours.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { probeCapabilities } from '../packages/capabilities/dist/node/index.js';
import { buildCommandLine, completeDomain, numberDescriptors } from '../packages/command-builder/dist/index.js';
import { applyFormatRules, parseDomain } from '../packages/domain-conf/dist/index.js';
import { readDataSet } from './data.mjs';
import { hostDescription } from './host-description.mjs';
import { askedTooMuch } from './qemu/asked-too-much.mjs';
import { FakedHost } from './qemu/faked-host.mjs';
import { installedDefinition } from './qemu/installed-definition.mjs';
import { startAndQuit } from './qemu/start-and-quit.mjs';
import { unfakeableNeed } from './qemu/unfakeable.mjs';

const EMULATORS = { x86_64: '/usr/bin/qemu-system-x86_64', aarch64: '/usr/bin/qemu-system-aarch64' };
const TIMEOUT_MS = 20_000;
const PARALLEL = 2;

const args = process.argv.slice(2);
const only = new RegExp(args.includes('--only') ? args[args.indexOf('--only') + 1] : '');
const verbose = args.includes('--verbose');
const directories = args.filter((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--only');

const capabilities = new Map();
for (const [arch, binary] of Object.entries(EMULATORS)) {
  if (existsSync(binary)) capabilities.set(arch, await probeCapabilities(binary));
  else console.log(`there is no ${binary}: its definitions are left out`);
}

const cases = directories.flatMap(casesOf);
const outcomes = [];
await Promise.all(Array.from({ length: PARALLEL }, work));
report(outcomes);

/** Each definition of the data set once. */
function casesOf(directory) {
  const { cases: all, host, read } = readDataSet(directory);
  const seen = new Set();
  return all.flatMap(({ kind, id, input, arch, params }) => {
    if (!['argv', 'start', 'xml'].includes(kind) || !capabilities.has(arch) || seen.has(input) || !only.test(id))
      return [];
    seen.add(input);
    return [{ id, arch, host, params, xml: read(input) }];
  });
}

async function work() {
  for (let next = cases.shift(); next !== undefined; next = cases.shift()) outcomes.push(await outcomeOf(next));
}

async function outcomeOf({ id, arch, host, params, xml }) {
  const description = { ...hostDescription(host, params, xml) };
  description.devices = { ...description.devices, vhostNet: false };
  const root = mkdtempSync(join(tmpdir(), 'vq-'));
  const faked = new FakedHost({
    root,
    arch,
    masterKey: Buffer.from(description.moment.masterKey, 'base64'),
    secret: Buffer.from(host.secrets.value).toString('base64'),
  });
  try {
    await faked.open();
    const { argv, environment } = build(xml, capabilities.get(arch), description);
    const need = unfakeableNeed(argv) ?? (xml.includes(':commandline') ? 'arguments handed through' : undefined);
    if (need !== undefined) return { id, group: `not faked: ${need}` };
    const fakedArgv = faked.fake(argv);
    const start = () => startAndQuit(fakedArgv, environment, root, TIMEOUT_MS);
    const first = await start();
    const words = first?.includes('Address already in use') ? await onceFree(start) : first;
    if (words === undefined) return { id, group: 'accepted' };
    const reason = askedTooMuch(words);
    return { id, group: reason === undefined ? 'refused' : `asks for ${reason}`, detail: words.split('\n').at(-1) };
  } catch (error) {
    return { id, group: `not built: ${error.code ?? error.name}`, detail: error.stderr?.toString() || error.message };
  } finally {
    await faked.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** The other one that is at work may have the port. */
async function onceFree(start) {
  await delay(500);
  return start();
}

function build(xml, caps, description) {
  const parsed = installedDefinition(parseDomain(xml).definition, caps);
  const ruled = applyFormatRules(parsed, { architecture: caps.arch, origin: 'new' });
  const { definition } = completeDomain(ruled, caps, description, { origin: 'new' });
  const line = buildCommandLine(definition, caps, description, { paths: true });
  return { argv: withoutTaps(numberDescriptors(line.argv, () => 0)), environment: line.environment };
}

/** A tap comes as a descriptor that only the kernel can make; another network stands for it. */
function withoutTaps(argv) {
  return argv.map((value, index) => {
    if (argv[index - 1] !== '-netdev' || !value.startsWith('{')) return value;
    const { type, id } = JSON.parse(value);
    return type === 'tap' ? JSON.stringify({ type: 'user', id }) : value;
  });
}

function report(all) {
  const groups = Map.groupBy?.(all, ({ group }) => group) ?? groupsOf(all);
  for (const [group, members] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`${String(members.length).padStart(5)}  ${group}`);
    if (group !== 'refused' && !verbose) continue;
    for (const { id, detail = '' } of members)
      if (group !== 'accepted') console.log(`       ${id}: ${detail.split('\n')[0]}`);
  }
  const accepted = groups.get('accepted')?.length ?? 0;
  const refused = groups.get('refused')?.length ?? 0;
  console.log(`${accepted} passed, ${refused} failed`);
  if (refused > 0) process.exitCode = 1;
}

function groupsOf(all) {
  const groups = new Map();
  for (const one of all) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return groups;
}
