import { type DefinitionCheck, invalid, unsupported } from './check.js';

/** What of a host's SCSI device may be passed on. */
export const hostdevsFit: DefinitionCheck = ({ devices }) => {
  for (const hostdev of devices?.hostdevs ?? []) {
    if (hostdev.type === 'scsi' && hostdev.sgio === 'unfiltered') unsupported('unfiltered sgio is no longer supported');
    if (hostdev.type === 'mdev' && hostdev.source?.address?.uuid === undefined) {
      unsupported("Missing 'uuid' attribute for element <address>");
    }
  }
};

/** A device of the host can be given away once. */
export const hostdevsDiffer: DefinitionCheck = ({ devices }) => {
  const taken = new Set<string>();
  for (const { type, source } of devices?.hostdevs ?? []) {
    const key = `${type} ${JSON.stringify(source)}`;
    if (taken.has(key)) invalid('Hostdev already exists in the domain configuration');
    taken.add(key);
  }
};
