import { formatDomainSnapshot } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DomainReference } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet, XML_FLAGS } from '../../../driver/flags.js';
import { snapshotFunctions } from '../../../driver/snapshot-functions.js';
import { findDomain, withMonitor } from '../domain-access.js';
import { type DomainRecord, isActive } from '../domain-record.js';
import { referenceTo } from '../lifecycle-events.js';
import type { QemuRoot } from '../qemu-root.js';
import { createSnapshot } from '../snapshots/create-snapshot.js';
import { deleteSnapshot } from '../snapshots/delete-snapshot.js';
import { revertToSnapshot } from '../snapshots/revert-to-snapshot.js';
import { readSnapshots } from '../snapshots/snapshot-files.js';

/** Runs what changes a domain's snapshots, with its monitor if it runs. @throws VirtError OPERATION_UNSUPPORTED if it is transient */
async function withJob<T>(
  root: QemuRoot,
  domain: DomainReference,
  signal: AbortSignal,
  action: (record: DomainRecord) => Promise<T>,
): Promise<T> {
  const record = await findDomain(root, domain, signal);
  if (record.persistent === undefined) {
    throw new VirtError('OPERATION_UNSUPPORTED', 'snapshots of a transient domain', { domain: 'QEMU' });
  }
  return isActive(record) ? withMonitor(root, domain, signal, action) : record.job.run(signal, () => action(record));
}

/** A domain's snapshots, inside its images. */
export function qemuSnapshotFunctions(root: QemuRoot) {
  return {
    ...snapshotFunctions('QEMU', async (domain, signal) => {
      const record = await findDomain(root, domain, signal);
      return { domain: referenceTo(record), tree: await readSnapshots(root, record) };
    }),
    domainSnapshotCreateXML: async ({ domain, xml, flags }, { signal }) =>
      withJob(root, domain, signal, async (record) => {
        const { name } = await createSnapshot(root, record, xml, flags, signal);
        return { snapshot: { name, domain: referenceTo(record) } };
      }),
    domainSnapshotGetXMLDesc: async ({ snapshot, flags }, { signal }) => {
      const record = await findDomain(root, snapshot.domain, signal);
      const { parent, definition } = (await readSnapshots(root, record)).byName(snapshot.name);
      const { active: _, parent: __, ...shown } = definition;
      const secure = hasFlagSet(flags, XML_FLAGS.secure);
      const named = { ...shown, ...(parent !== undefined && { parent: { name: parent } }) };
      return { xml: formatDomainSnapshot(named, { inactive: true, secure }) };
    },
    domainRevertToSnapshot: async ({ snapshot: { domain, name }, flags }, { signal }) =>
      withJob(root, domain, signal, async (record) => {
        const snapshot = (await readSnapshots(root, record)).byName(name);
        await revertToSnapshot(root, record, snapshot, flags, signal);
      }),
    domainSnapshotDelete: async ({ snapshot: { domain, name }, flags }, { signal }) =>
      withJob(root, domain, signal, async (record) => {
        const tree = await readSnapshots(root, record);
        await deleteSnapshot(root, record, tree, tree.byName(name), flags, signal);
      }),
  } satisfies DriverFunctions;
}
