// `node scripts/compare-with-libvirt.mjs [--fetch] [REPORT]`: asks the libvirt that is installed and this package for the
// domain capabilities of the same emulators, and tells the differences, as Markdown. `--fetch` gets the emulators that Debian
// has for our architectures with apt-get, into a temporary directory; otherwise those of /usr/bin are asked. libvirtd runs
// privately, as `nobody` where this script runs as root.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildDomainCapabilities, parseDomainCapabilities } from '@virtkit/capabilities';
import { probeCapabilities } from '@virtkit/capabilities/node';

const PACKAGES = ['qemu-system-common', 'qemu-system-x86', 'qemu-system-arm', 'qemu-system-misc', 'qemu-system-ppc'];
const TARGETS = ['x86_64', 'i386', 'aarch64', 'arm', 'ppc64', 'riscv64', 's390x', 'loongarch64'];

const fetch = process.argv.includes('--fetch');
const report = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const work = mkdtempSync(join(tmpdir(), 'vk-'));
chmodSync(work, 0o755);

/** @param {string} directory gets a script for each emulator, which sets the directory of its modules */
function fetchEmulators(directory) {
  const packages = join(work, 'packages');
  mkdirSync(packages);
  execFileSync('apt-get', ['download', ...PACKAGES], { cwd: packages, stdio: 'inherit' });
  for (const file of readdirSync(packages)) execFileSync('dpkg', ['-x', join(packages, file), join(work, 'unpacked')]);
  const [modules = ''] = readdirSync(join(work, 'unpacked/usr/lib')).filter((name) => name.includes('-linux-'));
  mkdirSync(directory, { recursive: true });
  for (const target of TARGETS) {
    const binary = join(work, `unpacked/usr/bin/qemu-system-${target}`);
    const environment = `QEMU_MODULE_DIR=${join(work, 'unpacked/usr/lib', modules, 'qemu')}`;
    const text = `#!/bin/sh\n${environment} exec ${binary} "$@"\n`;
    if (existsSync(binary)) writeFileSync(join(directory, `qemu-system-${target}`), text, { mode: 0o755 });
  }
}

async function startLibvirt() {
  const root = process.getuid?.() === 0;
  const home = join(work, 'home');
  mkdirSync(join(home, 'libvirt'), { recursive: true });
  writeFileSync(join(home, 'libvirt/qemu.conf'), 'stdio_handler = "file"\n');
  const names = ['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'TMPDIR'];
  const env = { ...process.env, ...Object.fromEntries(names.map((name) => [name, home])) };
  const nobody = root ? { uid: 65534, gid: 65534 } : {};
  if (root)
    for (const path of [home, join(home, 'libvirt'), join(home, 'libvirt/qemu.conf')]) chownSync(path, 65534, 65534);
  const daemon = spawn('libvirtd', [], { env, cwd: home, stdio: 'ignore', ...nobody });
  const socket = join(home, 'libvirt/libvirt-sock');
  for (let tries = 0; !existsSync(socket) && tries < 200; tries++) await sleep(50);
  const virsh = (...args) =>
    execFileSync('virsh', ['-c', `qemu+unix:///session?socket=${socket}`, ...args], {
      env,
      encoding: 'utf8',
      ...nobody,
    });
  return { daemon, virsh };
}

const HOST = {
  arch: 'x86_64',
  privileged: false,
  kvm: { available: false },
  memory: { pageSizesKiB: [4], hugetlbfs: [], cells: [] },
  directories: {
    lib: '',
    channelTarget: '',
    memoryBacking: '',
    nvram: '',
    state: '',
    passtState: '',
    dbusState: '',
    rdpState: '',
    tls: {},
    sasl: {},
  },
  settings: {},
  environment: {},
  programs: { emulators: {}, vhostUser: [] },
  firmware: [],
  devices: { pci: [], scsi: [], vfio: false },
  security: { models: [], defaultConfined: false, requireConfined: false },
  objects: { secrets: [], networks: [], volumes: [] },
};

/** Values by path; lists of words stay together. */
function flatten(value, path = '', found = new Map()) {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) found.set(path, value.join(' '));
  else if (Array.isArray(value)) for (const item of value) flatten(item, `${path}/${item.name ?? ''}`, found);
  else if (value?.policy !== undefined) found.set(path, value.policy);
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) flatten(item, `${path}/${key}`, found);
  else found.set(path, String(value));
  return found;
}

/** What libvirt says otherwise; and how much it doesn't say at all, as an older one doesn't, by the part of the document. */
function differences(theirs, ours) {
  const [left, right] = [flatten(theirs), flatten(ours)];
  const otherwise = [...left].filter(
    ([path, value]) => right.get(path) !== value && !(value === '' && !right.has(path)),
  );
  const beyond = new Map();
  for (const path of right.keys()) {
    const part = path.split('/').slice(1, 4).join('/');
    if (!left.has(path)) beyond.set(part, (beyond.get(part) ?? 0) + 1);
  }
  return { otherwise: otherwise.map(([path, value]) => [path, value, right.get(path) ?? '(absent)']), beyond };
}

/** What holds for many models or features is said once. */
function summarized(rows) {
  const groups = new Map();
  for (const [path, ...values] of rows) {
    const general = path.replace(/(models|hostModel\/features)\/[^/]+/, '$1/*');
    const known = groups.get(general) ?? { count: 0, values };
    groups.set(general, {
      count: known.count + 1,
      values: values.map((value, index) => (known.values[index] === value ? value : '…')),
    });
  }
  return [...groups].map(([path, { count, values }]) => [count > 1 ? `${path} (${count})` : path, ...values]);
}

/** The document, or libvirt's error. */
function libvirtSays(virsh, binary, arch) {
  try {
    return parseDomainCapabilities(
      virsh('domcapabilities', '--emulatorbin', binary, '--arch', arch, '--virttype', 'qemu'),
    );
  } catch (error) {
    return String(error.stderr ?? error)
      .trim()
      .split('\n')
      .at(-1);
  }
}

const lines = [];
const say = (line = '') => lines.push(line);
const { daemon, virsh } = await startLibvirt();
try {
  const directory = fetch ? join(work, 'emulators') : '/usr/bin';
  if (fetch) fetchEmulators(directory);
  say(
    `# Domain capabilities: libvirt ${virsh('version').match(/Using library: libvirt (\S+)/)?.[1]} and @virtkit/capabilities`,
  );
  say(
    '\nWhat `virsh domcapabilities --virttype qemu` says of Debian’s emulators, beside what this package makes of them, by',
  );
  say(
    '`packages/capabilities/scripts/compare-with-libvirt.mjs --fetch`. This package follows libvirt 11.3: an older libvirt knows',
  );
  say(
    'fewer parts of the document and fewer CPU models, and may choose another model for `host-model` or another machine type.',
  );
  for (const target of TARGETS) {
    const binary = join(directory, `qemu-system-${target}`);
    if (!existsSync(binary)) {
      say(`\n## ${target}\n\nDebian has no emulator here.`);
      continue;
    }
    const capabilities = await probeCapabilities(binary, { kvm: false });
    const { version } = capabilities;
    say(
      `\n## ${target}, QEMU ${[version / 1_000_000, (version / 1000) % 1000, version % 1000].map(Math.trunc).join('.')}\n`,
    );
    const ours = buildDomainCapabilities(capabilities, HOST, { virtType: 'qemu' });
    const theirs = libvirtSays(virsh, binary, capabilities.arch);
    if (typeof theirs === 'string') {
      say(`libvirt refuses: ${theirs}`);
      continue;
    }
    const found = differences(theirs, { ...ours, path: theirs.path });
    const { otherwise, beyond } = found;
    say(`${flatten(theirs).size} values from libvirt, ${otherwise.length} of them otherwise here.`);
    if (otherwise.length > 0) say('\n| | libvirt | virtkit |\n|---|---|---|');
    for (const row of summarized(otherwise)) say(`| ${row.join(' | ')} |`);
    if (beyond.size > 0) say(`\nOnly here: ${[...beyond].map(([part, count]) => `${part} (${count})`).join(', ')}.`);
  }
} finally {
  daemon.kill('SIGTERM');
  rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
const text = `${lines.join('\n')}\n`;
if (report) writeFileSync(report, text);
else process.stdout.write(text);
