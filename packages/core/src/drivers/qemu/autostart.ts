import { lstatSync } from 'node:fs';
import { readFile, rm, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { VirtError } from '@virtkit/errors';
import type { DomainRecord } from './domain-record.js';
import type { QemuRoot } from './qemu-root.js';
import { startSaved } from './save/start-saved.js';
import { writeFileAtomically } from './state/atomic-file.js';
import { namesIn } from './state/names-in.js';

/** When a domain starts with the driver: after every boot of the machine, or after the next one alone. */
export type Autostart = 'always' | 'once';

/** What the names of the links end in that say so. */
const SUFFIXES: Readonly<Record<Autostart, string>> = { always: '.xml', once: '.xml.once' };

function linkOf({ layout }: QemuRoot, name: string, when: Autostart): string {
  return join(layout.autostart, `${name}${SUFFIXES[when]}`);
}

/** Whether a domain starts with the driver. */
export function isAutostarted(root: QemuRoot, { name }: DomainRecord, when: Autostart): boolean {
  return lstatSync(linkOf(root, name, when), { throwIfNoEntry: false }) !== undefined;
}

/** Lets a domain start with the driver, or no longer. @throws VirtError OPERATION_INVALID for a transient one */
export async function setAutostarted(
  root: QemuRoot,
  { name, persistent }: DomainRecord,
  when: Autostart,
  autostart: boolean,
): Promise<void> {
  if (persistent === undefined) {
    throw new VirtError('OPERATION_INVALID', 'cannot set autostart for transient domain', { domain: 'QEMU' });
  }
  const link = linkOf(root, name, when);
  await rm(link, { force: true });
  if (autostart) await symlink(relative(root.layout.autostart, join(root.layout.definitions, `${name}.xml`)), link);
}

/** Starts the domains that are to start with the driver, unless that has happened since the machine booted. */
export async function autostartDomains(root: QemuRoot, signal: AbortSignal): Promise<void> {
  if (root.hasAutostarted) return;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
  if ((await readFile(root.layout.autostarted, 'utf8').catch(() => '')) !== boot) await startAll(root, boot, signal);
  root.hasAutostarted = true;
}

async function startAll(root: QemuRoot, boot: string, signal: AbortSignal): Promise<void> {
  root.domains.refresh();
  const once = namesIn(root.layout.autostart, SUFFIXES.once);
  const names = new Set([...namesIn(root.layout.autostart, SUFFIXES.always), ...once]);
  const due = root.domains.all().filter(({ name, status }) => status === undefined && names.has(name));
  // One that can't start is no reason not to start the others; its log says why.
  await Promise.allSettled(due.map((record) => startSaved(root, record, 0, signal)));
  signal.throwIfAborted();
  // Last, so that a start of the driver which was cut off begins again.
  await Promise.all([...once].map((name) => rm(linkOf(root, name, 'once'), { force: true })));
  await writeFileAtomically(root.layout.autostarted, boot);
}
