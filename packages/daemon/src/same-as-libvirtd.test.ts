import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from '@virtkit/core';
import { driverContract } from '@virtkit/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
// What starts a libvirtd for rpc's tests starts one for ours.
import { type PrivateLibvirtd, startPrivateLibvirtd } from '../../rpc/src/node/testing/private-libvirtd.js';
import { Virtkitd } from './testing/virtkitd.js';

const REPOSITORY = join(import.meta.dirname, '../../..');
/** The greeting, or the prompt of the shell that a key starts. */
const ANSWER = /virtkit greeting: same|\/ # /;

let virtkitd: Virtkitd;
let libvirtd: PrivateLibvirtd;
let ours: string;
let theirs: string;
let xmlPath: string;

beforeAll(async () => {
  virtkitd = await Virtkitd.build();
  // libvirtd runs under another account, which wants to read the guest's kernel.
  await chmod(virtkitd.directory, 0o755);
  ours = (await virtkitd.start(['--root', join(virtkitd.directory, 'root')])).uri('qemu:///session');
  libvirtd = await startPrivateLibvirtd();
  theirs = `qemu+unix:///session?socket=${libvirtd.path}`;
  xmlPath = await writeHello(virtkitd.directory);
}, 240_000);
afterAll(async () => {
  for (const uri of [ours, theirs]) await virsh(uri, 'destroy hello');
  await libvirtd[Symbol.asyncDispose]();
  await virtkitd[Symbol.asyncDispose]();
});

/** The demo's domain, with its guest where every account can read it. */
async function writeHello(directory: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(REPOSITORY, 'scripts/guest-image.mjs')]);
  const image: { kernel: string; initrd: string } = JSON.parse(stdout);
  const kernel = join(directory, 'vmlinuz');
  const initrd = join(directory, 'initramfs.img');
  await copyFile(image.kernel, kernel);
  await copyFile(image.initrd, initrd);
  await chmod(kernel, 0o644);
  await chmod(initrd, 0o644);
  const hello = await readFile(join(REPOSITORY, 'examples/hello.xml'), 'utf8');
  const boot = `<kernel>${kernel}</kernel><initrd>${initrd}</initrd><cmdline>console=ttyS0 quiet virtkit.greeting=same</cmdline>`;
  const path = join(directory, 'hello.xml');
  const xml = hello
    .replace('<memory', '<uuid>11111111-2222-4333-8444-555555555555</uuid><memory')
    .replace("<interface type='user'>", "<interface type='user'><mac address='52:54:00:11:22:33'/>")
    .replace('</os>', `${boot}</os>`);
  await writeFile(path, xml);
  return path;
}

function virsh(uri: string, command: string): Promise<string> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C' };
    execFile('virsh', ['-c', uri, command], { env }, (_error, stdout, stderr) => resolve(stdout + stderr));
  });
}

/** What depends on the host, the moment and the number of the terminal; and a device that libvirt gives this machine since 9.1. */
function comparable(text: string): string {
  return text
    .replace(/^(CPU time: +)\S+$/gm, '$1…')
    .replace(/^( +(?:cpu|vcpu\.0)\.(?:time|user|system|wait|delay)=)\d+$/gm, '$1…')
    .replace(/^( +balloon\.(?:unused|usable|minor_fault|major_fault|disk_caches|last-update|rss)=)\d+$/gm, '$1…')
    .replace(/^((?:unused|usable|minor_fault|major_fault|disk_caches|last_update|rss) )\d+$/gm, '$1…')
    .replace(/\/dev\/pts\/\d+/g, '/dev/pts/…')
    .replace(/^ +<watchdog model='itco' action='reset'(\/>|>\n.*\n +<\/watchdog>)\n/gm, '');
}

/** Returns once the guest has greeted on its console, or, if nobody listened then, answers there. */
async function greeted(uri: string): Promise<void> {
  const connection = await connect(uri);
  try {
    const console = await (await connection.domainLookupByName('hello')).openConsole();
    const knocking = setInterval(() => console.write('\n'), 1_000);
    let said = '';
    console.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
    });
    // That a console which is left ends with its connection is no news; one that fails before never answers.
    console.on('error', () => {});
    try {
      await expect.poll(() => said, { timeout: 60_000 }).toMatch(ANSWER);
    } finally {
      clearInterval(knocking);
      console.destroy();
    }
  } finally {
    await connection.close();
  }
}

/** Returns once the domain has shut off. */
async function hasEnded(uri: string): Promise<void> {
  await expect.poll(() => virsh(uri, 'domstate hello'), { timeout: 60_000 }).toBe('shut off\n\n');
}

async function nothing(): Promise<void> {}

/** The life of the demo's domain, and what is asked of it on the way; some commands take until something has happened. */
const LIFE: readonly (readonly [command: string, until?: (uri: string) => Promise<void>])[] = [
  ['define HELLO'],
  ['list --all'],
  ['dominfo hello'],
  ['dumpxml hello'],
  ['domstats hello --state --balloon --vcpu'],
  ['start hello', greeted],
  ['start hello'],
  ['list'],
  ['list --all --title'],
  ['dominfo hello'],
  ['domstate hello --reason'],
  ['domid hello'],
  ['dumpxml hello'],
  ['dumpxml hello --inactive'],
  ['domstats hello'],
  ['domstats --list-active --state'],
  ['dommemstat hello'],
  ['domblklist hello'],
  ['domiflist hello'],
  ['domifstat hello vnet7'],
  ['vcpucount hello'],
  ['ttyconsole hello'],
  ['screenshot hello /dev/null'],
  ['suspend hello'],
  ['domstate hello --reason'],
  ['resume hello'],
  ['domstate hello --reason'],
  ['undefine hello --nonsense'],
  ['shutdown hello', hasEnded],
  ['domstate hello --reason'],
  ['start hello', greeted],
  ['destroy hello'],
  ['domstate hello --reason'],
  ['undefine hello'],
  ['list --all'],
  ['dominfo hello'],
];

async function live(uri: string): Promise<string> {
  const listener = spawn('virsh', ['-c', uri, 'event', '--event', 'lifecycle', '--loop'], {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(listener, 'close');
  let heard = '';
  listener.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk;
  });
  let told = '';
  try {
    for (const [command, until = nothing] of LIFE) {
      told += `$ ${command}\n${comparable(await virsh(uri, command.replace('HELLO', xmlPath)))}`;
      await until(uri);
    }
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('Undefined Removed');
  } finally {
    listener.kill('SIGINT');
    await closed;
  }
  // Whether the listener was there in time to hear of the definition is chance.
  const certain = heard.replace(/^.*: Defined Added\n/m, '').replace(/^events received: \d+$/m, '');
  return `${told}$ event\n${certain}`;
}

test('virsh tells the same of a guest’s life, whether virtkitd or libvirtd serves it', async () => {
  const [here, there] = await Promise.all([live(ours), live(theirs)]);
  expect(here).toBe(there);
}, 240_000);

test('our client and a libvirtd with QEMU fulfil the driver contract', async () => {
  const domainXml = (name: string, uuid: string): string => `<domain type='qemu'>
  <name>${name}</name>
  <uuid>${uuid}</uuid>
  <memory unit='MiB'>32</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
</domain>`;
  const checks = driverContract({ uri: theirs, domainXml });
  expect(checks.length).toBeGreaterThan(0);
  for (const { name, run } of checks) {
    await run().catch((cause: unknown) => {
      throw new Error(`${name}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    });
  }
}, 120_000);
