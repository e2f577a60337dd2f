import type { DriverFunctions } from '../../../driver/contract.js';
import { changeMetadata, readMetadata } from '../../../driver/domain-metadata.js';
import { changeDefinitions, definitionFor, referenceTo } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** Title, description and what programs keep with a domain. */
export function metadataFunctions({ domains, events }: TestWorld) {
  return {
    domainGetMetadata: async ({ domain, flags, ...wanted }) => ({
      metadata: readMetadata(definitionFor(domains.byUuid(domain), flags), wanted),
    }),
    domainSetMetadata: async ({ domain: reference, flags, ...metadata }) => {
      const domain = domains.byUuid(reference);
      changeDefinitions(domain, flags, (definition) => changeMetadata(definition, metadata));
      const { type, uri: namespaceUri } = metadata;
      events.emit('metadataChange', domain.uuid, (callbackId) => ({
        callbackId,
        domain: referenceTo(domain),
        type,
        namespaceUri,
      }));
    },
  } satisfies DriverFunctions;
}
