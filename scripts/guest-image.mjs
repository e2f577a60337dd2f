// The guest that the demo and the tests boot: Debian's cloud kernel and an initramfs of busybox and the guest agent.
// It prints `virtkit greeting: WORD` (from `virtkit.greeting=WORD` on the kernel's command line) on its consoles.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { unpackPackages } from './guest/debian-packages.mjs';
import { initramfs, kernelVersion } from './guest/initramfs.mjs';
import { PACKAGES } from './guest/recipe.mjs';
import { lastWords, SetUpError } from './setup/set-up-error.mjs';

const RECIPE = join(import.meta.dirname, 'guest');

/**
 * The guest's kernel and initramfs, made on first use and cached under `${XDG_CACHE_HOME:-~/.cache}/virtkit`.
 * Throws a SetUpError when the packages can't be downloaded.
 * @param {{ report?: (line: string) => void }} [options]
 * @returns {Promise<{ kernel: string, initrd: string }>} paths of files
 */
export async function guestImage({ report = (line) => console.error(line) } = {}) {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'virtkit');
  const prefix = `guest-${recipeHash()}-`;
  mkdirSync(cache, { recursive: true });
  const cached = readdirSync(cache).find((name) => name.startsWith(prefix));
  if (cached) return image(join(cache, cached));

  removeAbandoned(cache);
  const work = mkdtempSync(join(cache, 'making-'));
  try {
    report("guest image: downloading the kernel, busybox and the guest agent from Debian's archive");
    const tree = await unpackPackages(PACKAGES.map(packageName), work).catch(explain);
    const version = kernelVersion(tree);
    report(`guest image: packing the initramfs for kernel ${version}`);
    const made = join(work, 'image');
    mkdirSync(made);
    copyFileSync(join(tree, 'boot', `vmlinuz-${version}`), join(made, 'vmlinuz'));
    writeFileSync(join(made, 'initramfs.img'), gzipSync(await initramfs(tree, version)));
    const target = join(cache, prefix + version);
    publish(made, target);
    report(`guest image: ready in ${target}`);
    return image(target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// What a killed run was making; one that is under way is younger.
/** @param {string} cache */
function removeAbandoned(cache) {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('making-'))) {
    const path = join(cache, name);
    const made = statSync(path, { throwIfNoEntry: false });
    if (made && made.mtimeMs < hourAgo) rmSync(path, { recursive: true, force: true });
  }
}

// Renaming onto a directory that isn't empty fails: then another process was faster, and its image is as good.
/** @param {string} made @param {string} target */
function publish(made, target) {
  try {
    renameSync(made, target);
  } catch (error) {
    if (!existsSync(join(target, 'initramfs.img'))) throw error;
  }
}

/** @param {unknown} cause @returns {never} */
function explain(cause) {
  const needs = 'a network, and the package lists of a Debian 12 for amd64';
  throw new SetUpError(`the guest's packages could not be downloaded; that needs ${needs}\n${lastWords(cause)}`, {
    cause,
  });
}

/** @param {{ name: string }} row */
function packageName({ name }) {
  return name;
}

function recipeHash() {
  const hash = createHash('sha256');
  for (const name of readdirSync(RECIPE).sort()) hash.update(readFileSync(join(RECIPE, name)));
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} directory */
function image(directory) {
  return { kernel: join(directory, 'vmlinuz'), initrd: join(directory, 'initramfs.img') };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(JSON.stringify(await guestImage()));
