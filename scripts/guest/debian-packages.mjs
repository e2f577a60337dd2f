// Debian packages without installing them: apt downloads, dpkg-deb unpacks. Needs no root, and leaves the machine's
// own package lists alone, which may be missing or stale.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.mjs';

/**
 * Downloads packages and unpacks them into one tree.
 * @param {string[]} names packages; one that only points to a versioned kernel brings that kernel
 * @param {string} directory where to work; `tree` inside it receives the files
 * @returns {Promise<string>} the tree
 */
export async function unpackPackages(names, directory) {
  const [lists, archives, tree] = ['lists', 'archives', 'tree'].map((name) => join(directory, name));
  mkdirSync(join(lists, 'partial'), { recursive: true });
  mkdirSync(join(archives, 'partial'), { recursive: true });
  mkdirSync(tree);
  const settings = [
    ...['-o', `Dir::State::Lists=${lists}`],
    ...['-o', `Dir::Cache=${archives}`],
    ...['-o', 'APT::Sandbox::User=root'],
    ...['-o', 'Acquire::Languages=none'],
    ...['-o', 'Acquire::Retries=2'],
  ];
  // A source that the guest doesn't need may be out of order: whether the packages arrive is what counts.
  await run('apt-get', [...settings, 'update'], { allowFailure: true });
  const resolved = [];
  for (const name of names) resolved.push(await concretePackage(name, settings));
  await run('apt-get', [...settings, 'download', ...resolved], { cwd: archives });
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    await run('dpkg-deb', ['-x', join(archives, file), tree]);
  }
  return tree;
}

/** @param {string} name @param {string[]} settings */
async function concretePackage(name, settings) {
  if (!name.startsWith('linux-image-')) return name;
  const { stdout } = await run('apt-cache', [...settings, 'depends', '--important', name]);
  const kernel = /Depends: (linux-image-\d\S+)/.exec(stdout);
  if (!kernel) throw new Error(`no kernel found behind the package '${name}': does this machine use Debian's archive?`);
  return kernel[1];
}
