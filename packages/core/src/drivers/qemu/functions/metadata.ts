import type { DriverFunctions } from '../../../driver/contract.js';
import { changeMetadata, readMetadata } from '../../../driver/domain-metadata.js';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import { activeStatus } from '../active-status.js';
import { changePersistent } from '../change-persistent.js';
import { findDomain } from '../domain-access.js';
import { isActive } from '../domain-record.js';
import { referenceTo } from '../lifecycle-events.js';
import type { QemuRoot } from '../qemu-root.js';

/** Title, description and what programs keep with a domain. */
export function metadataFunctions(root: QemuRoot) {
  return {
    domainGetMetadata: async ({ domain, flags, ...wanted }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      const isLive = isActive(record) && !hasFlagSet(flags, AFFECT_FLAGS.config);
      if (hasFlagSet(flags, AFFECT_FLAGS.live)) activeStatus(record);
      return { metadata: readMetadata(isLive ? record.status?.definition : record.persistent?.read(), wanted) };
    },
    domainSetMetadata: async ({ domain, flags, ...metadata }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      const wantsConfig = hasFlagSet(flags, AFFECT_FLAGS.config);
      const wantsLive = hasFlagSet(flags, AFFECT_FLAGS.live);
      if (wantsLive) activeStatus(record);
      if (wantsLive || (!wantsConfig && isActive(record))) {
        const status = activeStatus(record);
        record.status = { ...status, definition: changeMetadata(status.definition, metadata) };
        await root.domains.saveStatus(record);
      }
      if (wantsConfig || !isActive(record)) {
        await changePersistent(root, record, signal, (definition) => changeMetadata(definition, metadata));
      }
      root.events.emit('metadataChange', record.uuid, (callbackId) => ({
        callbackId,
        domain: referenceTo(record),
        type: metadata.type,
        namespaceUri: metadata.uri,
      }));
    },
  } satisfies DriverFunctions;
}
