import { LIST_DOMAINS_FLAGS } from '../../driver/flags.js';
import { matchesListFlags } from '../../driver/list-flags.js';
import { type DomainRecord, isActive } from './domain-record.js';
import type { QemuRoot } from './qemu-root.js';
import { namesIn } from './state/names-in.js';

const { autostart, noAutostart, managedSave, noManagedSave, hasSnapshot, noSnapshot } = LIST_DOMAINS_FLAGS;

/** Those of the domains that virConnectListAllDomains lists with these flags. */
export function listedDomains(
  { layout }: QemuRoot,
  records: readonly DomainRecord[],
  flags: number,
): readonly DomainRecord[] {
  if (flags === 0) return records;
  const namesIfAsked = (pair: number, directory: string, suffix: string): ReadonlySet<string> =>
    (flags & pair) === 0 ? new Set() : namesIn(directory, suffix);
  const autostarted = namesIfAsked(autostart | noAutostart, layout.autostart, '.xml');
  const saved = namesIfAsked(managedSave | noManagedSave, layout.managedImages, '.save');
  const snapshotted = namesIfAsked(hasSnapshot | noSnapshot, layout.snapshots, '');
  return records.filter((record) => {
    const traits = {
      isActive: isActive(record),
      isPersistent: record.persistent !== undefined,
      isAutostarted: autostarted.has(record.name),
      hasSnapshot: snapshotted.has(record.name),
      hasManagedSave: saved.has(record.name),
      state: record.status?.state.state ?? 'shutoff',
    };
    return matchesListFlags(traits, flags);
  });
}
