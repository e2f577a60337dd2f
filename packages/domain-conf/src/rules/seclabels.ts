import type { DeviceSeclabel, DomainDefinition, Seclabel } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

/** Labels that are given are left alone, chosen ones are put on what the domain uses; a domain that doesn't run has no chosen label. */
export const completeSeclabels: FormatRule = (draft) => {
  if (draft.seclabels !== undefined) {
    draft.seclabels = draft.seclabels.filter(({ type }) => type !== undefined);
    for (const seclabel of draft.seclabels) completeSeclabel(seclabel, draft);
  }
  for (const { source } of draft.devices?.disks ?? []) source?.seclabels?.forEach(completeDeviceSeclabel);
};

function completeSeclabel(seclabel: Seclabel, { id }: DomainDefinition): void {
  switch (seclabel.type) {
    case 'dynamic':
      seclabel.relabel ??= true;
      if (id === undefined || id === -1) delete seclabel.label;
      break;
    case 'static':
      seclabel.relabel ??= false;
      delete seclabel.baselabel;
      break;
    default:
      if (seclabel.relabel === false) delete seclabel.relabel;
  }
}

function completeDeviceSeclabel(seclabel: DeviceSeclabel): void {
  if (seclabel.label !== undefined) seclabel.relabel ??= true;
}
