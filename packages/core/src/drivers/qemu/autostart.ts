import { lstatSync } from 'node:fs';
import { readFile, rm, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { DomainRecord } from './domain-record.js';
import type { QemuRoot } from './qemu-root.js';
import { startSaved } from './save/start-saved.js';
import { writeFileAtomically } from './state/atomic-file.js';

function linkOf({ layout }: QemuRoot, name: string): string {
  return join(layout.autostart, `${name}.xml`);
}

/** Whether a domain starts with the driver, once a boot of the machine. */
export function isAutostarted(root: QemuRoot, { name }: DomainRecord): boolean {
  return lstatSync(linkOf(root, name), { throwIfNoEntry: false }) !== undefined;
}

export async function setAutostarted(root: QemuRoot, { name }: DomainRecord, autostart: boolean): Promise<void> {
  const link = linkOf(root, name);
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
  const due = root.domains.all().filter((record) => record.status === undefined && isAutostarted(root, record));
  // One that can't start is no reason not to start the others; its log says why.
  await Promise.allSettled(due.map((record) => startSaved(root, record, 0, signal)));
  signal.throwIfAborted();
  // Last, so that a start of the driver which was cut off begins again.
  await writeFileAtomically(root.layout.autostarted, boot);
}
