import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet, refuseFlags, UNDEFINE_FLAGS } from '../../../driver/flags.js';
import { isAutostarted, setAutostarted } from '../autostart.js';
import { defineDomain } from '../define-domain.js';
import { findDomain } from '../domain-access.js';
import type { DomainRecord } from '../domain-record.js';
import { emitLifecycle, referenceTo } from '../lifecycle-events.js';
import type { QemuRoot } from '../qemu-root.js';
import { hasManagedImage, removeManagedImage } from '../save/managed-image.js';
import { shownDefinition } from '../shown-definition.js';
import { forgetSnapshots, hasSnapshots, readSnapshots } from '../snapshots/snapshot-files.js';

/** There is nothing yet that most of these would have to remove or keep: no checkpoints, variables, TPM states. */
const HARMLESS_UNDEFINE_FLAGS = Object.values(UNDEFINE_FLAGS).reduce((sum, flag) => sum | flag, 0);

/** Definitions: making them persistent, removing them, showing them. */
export function definitionFunctions(root: QemuRoot) {
  return {
    domainDefineXMLFlags: async ({ xml }, { signal }) => ({
      domain: referenceTo(await defineDomain(root, xml, signal)),
    }),
    domainUndefineFlags: async ({ domain, flags }, { signal }) => {
      refuseFlags(flags, ~HARMLESS_UNDEFINE_FLAGS);
      await findDomain(root, domain, signal);
      await root.locked(signal, async () => {
        const record = root.domains.find(domain);
        if (record.persistent === undefined) {
          throw new VirtError('OPERATION_INVALID', 'cannot undefine transient domain', { domain: 'QEMU' });
        }
        await dropManagedImage(root, record, flags);
        await dropSnapshots(root, record, flags);
        for (const when of ['always', 'once'] as const) await setAutostarted(root, record, when, false);
        await root.domains.removePersistent(record);
        emitLifecycle(root, record, { event: 'undefined', detail: 'removed' });
      });
    },
    domainGetXMLDesc: async ({ domain, flags }, { signal }) => ({
      xml: shownDefinition(await findDomain(root, domain, signal), flags, root.shownTexts),
    }),
    domainIsPersistent: async ({ domain }, { signal }) => ({
      persistent: (await findDomain(root, domain, signal)).persistent !== undefined,
    }),
    domainGetAutostart: async ({ domain }, { signal }) => ({
      autostart: isAutostarted(root, await findDomain(root, domain, signal), 'always'),
    }),
    domainSetAutostart: async ({ domain, autostart }, { signal }) => {
      await setAutostarted(root, await findDomain(root, domain, signal), 'always', autostart);
    },
    domainGetAutostartOnce: async ({ domain }, { signal }) => ({
      autostart: isAutostarted(root, await findDomain(root, domain, signal), 'once'),
    }),
    domainSetAutostartOnce: async ({ domain, autostart }, { signal }) => {
      await setAutostarted(root, await findDomain(root, domain, signal), 'once', autostart);
    },
    domainGetOSType: async ({ domain }, { signal }) => {
      const { status, persistent } = await findDomain(root, domain, signal);
      return { type: (status?.definition ?? persistent?.read())?.os?.type ?? 'hvm' };
    },
  } satisfies DriverFunctions;
}

/** An image that a managed save left goes with its domain, if the caller knows of it. @throws VirtError OPERATION_INVALID if not */
async function dropManagedImage(root: QemuRoot, record: DomainRecord, flags: number): Promise<void> {
  if (!hasManagedImage(root, record)) return;
  if (!hasFlagSet(flags, UNDEFINE_FLAGS.managedSave)) {
    throw new VirtError('OPERATION_INVALID', 'Refusing to undefine while domain managed save image exists', {
      domain: 'QEMU',
    });
  }
  await removeManagedImage(root, record);
}

/** What is known of a domain's snapshots goes with it, if the caller knows of them. @throws VirtError OPERATION_INVALID if not */
async function dropSnapshots(root: QemuRoot, record: DomainRecord, flags: number): Promise<void> {
  if (!hasSnapshots(root, record)) return;
  if (!hasFlagSet(flags, UNDEFINE_FLAGS.snapshotsMetadata)) {
    const count = (await readSnapshots(root, record)).all().length;
    throw new VirtError('OPERATION_INVALID', `cannot delete inactive domain with ${count} snapshots`, {
      domain: 'QEMU',
    });
  }
  await forgetSnapshots(root, record);
}
