import type { ListedTraits } from '../../driver/list-flags.js';
import { isAutostarted } from './autostart.js';
import { type DomainRecord, isActive } from './domain-record.js';
import type { QemuRoot } from './qemu-root.js';
import { hasManagedImage } from './save/managed-image.js';

/** What filters of lists look at. */
export function listedTraits(root: QemuRoot, record: DomainRecord): ListedTraits {
  return {
    isActive: isActive(record),
    isPersistent: record.persistent !== undefined,
    isAutostarted: isAutostarted(root, record),
    hasManagedSave: hasManagedImage(root, record),
    state: record.status?.state.state ?? 'shutoff',
  };
}
