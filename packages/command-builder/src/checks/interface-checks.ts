import { type DefinitionCheck, unsupported } from './check.js';

const WITH_COALESCE: ReadonlySet<string> = new Set(['network', 'bridge']);
const WITHOUT_MTU: ReadonlySet<string> = new Set([
  'user',
  'mcast',
  'server',
  'client',
  'udp',
  'internal',
  'null',
  'vds',
]);

/** What can be set of a device on the host, by the kind of interface. */
export const interfacesFit: DefinitionCheck = ({ devices }) => {
  for (const one of devices?.interfaces ?? []) {
    const { type } = one;
    if (one.mtu !== undefined && (WITHOUT_MTU.has(type) || type === 'direct' || type === 'hostdev')) {
      unsupported(`setting MTU on interface type ${type} is not supported yet`);
    }
    if (one.coalesce !== undefined && !WITH_COALESCE.has(type)) {
      unsupported(`coalesce settings on interface type ${type} are not supported`);
    }
    if (one.bandwidth?.inbound?.floor !== undefined && type !== 'network') {
      unsupported('floor attribute is not supported for this config');
    }
  }
};
