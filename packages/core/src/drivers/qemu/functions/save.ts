import { formatDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet, SAVE_FLAGS, XML_FLAGS } from '../../../driver/flags.js';
import { activeStatus } from '../active-status.js';
import { findReplaced } from '../define-domain.js';
import { findDomain, withMonitor } from '../domain-access.js';
import type { QemuRoot } from '../qemu-root.js';
import { hasManagedImage, managedImagePath, prepareManagedImage, removeManagedImage } from '../save/managed-image.js';
import { restoreDomain, savedDefinition } from '../save/restore-domain.js';
import { sameMachine } from '../save/same-machine.js';
import { saveDomain } from '../save/save-domain.js';

/** Whether the CPUs are to run after the restore; undefined leaves it as it was. @throws VirtError INVALID_ARG for both */
function wantsRunning(flags: number): boolean | undefined {
  const running = hasFlagSet(flags, SAVE_FLAGS.running);
  const paused = hasFlagSet(flags, SAVE_FLAGS.paused);
  if (running && paused) {
    throw new VirtError('INVALID_ARG', 'a domain is saved to run or to be paused, not both', { domain: 'QEMU' });
  }
  return running || paused ? running : undefined;
}

/** Domains on disk: their whole state in a file, from which they go on later. */
export function saveFunctions(root: QemuRoot) {
  return {
    domainSaveFlags: async ({ domain, to, xml, flags }, { signal }) => {
      const isRunning = wantsRunning(flags);
      await withMonitor(root, domain, signal, async (record, monitor) => {
        const { definition } = activeStatus(record);
        const saved = xml === undefined ? definition : await sameMachine(root, definition, xml, signal);
        await saveDomain(root, record, monitor, { path: to, definition: saved, isRunning, signal });
      });
    },
    domainRestoreFlags: async ({ from, xml, flags }, { signal }) => {
      root.domains.refresh();
      await restoreDomain(root, {
        path: from,
        xml,
        isRunning: wantsRunning(flags),
        signal,
        check: (definition) => {
          if (findReplaced(root, definition)?.status === undefined) return;
          throw new VirtError('OPERATION_FAILED', `domain '${definition.name}' is already active`, {
            domain: 'DOMAIN',
          });
        },
      });
    },
    domainSaveImageGetXMLDesc: async ({ file, flags }) => ({
      xml: formatDomain(await savedDefinition(file), { inactive: true, secure: hasFlagSet(flags, XML_FLAGS.secure) }),
    }),
    domainManagedSave: async ({ domain, flags }, { signal }) => {
      const isRunning = wantsRunning(flags);
      await withMonitor(root, domain, signal, async (record, monitor) => {
        if (record.persistent === undefined) {
          throw new VirtError('OPERATION_INVALID', 'cannot do managed save for transient domain', { domain: 'QEMU' });
        }
        const path = await prepareManagedImage(root, record);
        const { definition } = activeStatus(record);
        await saveDomain(root, record, monitor, { path, definition, isRunning, signal });
      });
    },
    domainHasManagedSaveImage: async ({ domain }, { signal }) => ({
      result: hasManagedImage(root, await findDomain(root, domain, signal)),
    }),
    domainManagedSaveRemove: async ({ domain }, { signal }) => {
      await removeManagedImage(root, await findDomain(root, domain, signal));
    },
    domainManagedSaveGetXMLDesc: async ({ domain, flags }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      if (!hasManagedImage(root, record)) {
        throw new VirtError('OPERATION_INVALID', 'domain does not have managed save image', { domain: 'QEMU' });
      }
      const definition = await savedDefinition(managedImagePath(root, record));
      return { xml: formatDomain(definition, { inactive: true, secure: hasFlagSet(flags, XML_FLAGS.secure) }) };
    },
  } satisfies DriverFunctions;
}
