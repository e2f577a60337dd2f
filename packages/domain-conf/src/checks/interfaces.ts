import type { NetworkInterface } from '../generated/definition.js';
import type { Check } from './check.js';

/** What an interface of some types cannot be without. */
const SOURCE_NEEDED: ReadonlySet<NetworkInterface['type']> = new Set([
  'network',
  'bridge',
  'direct',
  'vhostuser',
  'server',
  'client',
  'mcast',
  'udp',
  'internal',
  'hostdev',
  'vdpa',
  'vds',
]);

/** Interfaces are connected to something, and their MAC addresses name one machine. */
export const checkInterfaces: Check = ({ devices = {} }, tell) => {
  devices.interfaces?.forEach((one, index) => {
    const path = `/devices/interfaces/${index}`;
    const hasSource = 'source' in one && one.source !== undefined;
    if (SOURCE_NEEDED.has(one.type) && !hasSource && one.backend?.type !== 'passt') {
      tell('XML_ERROR', `interface type='${one.type}' requires a 'source' element`, path);
    }
    const isPasst = one.backend?.type === 'passt' && (one.type === 'user' || one.type === 'vhostuser');
    if ((one.portForwards ?? []).length > 0 && !isPasst) {
      const backend = "the 'passt' backend of interface type='user' or type='vhostuser'";
      tell('CONFIG_UNSUPPORTED', `The <portForward> element can only be used with ${backend}`, `${path}/portForwards`);
    }
    const size = [one.driver?.rxQueueSize, one.driver?.txQueueSize];
    size.forEach((value, place) => {
      if (value === undefined || Number.isInteger(Math.log2(value))) return;
      tell('CONFIG_UNSUPPORTED', `${place === 0 ? 'r' : 't'}x_queue_size has to be a power of two`, `${path}/driver`);
    });
    if (one.teaming?.type === 'transient' && (one.teaming.persistent ?? '') === '') {
      const message = "teaming persistent attribute must be set if teaming type is 'transient'";
      tell('CONFIG_UNSUPPORTED', message, `${path}/teaming`);
    }
    one.vlan?.tags?.forEach(({ id }, place) => {
      if (id > 4095) tell('XML_ERROR', `vlan tag id ${id} too large (maximum 4095)`, `${path}/vlan/tags/${place}/id`);
    });
    const address = one.mac?.address;
    if (address === undefined) return;
    const first = Number.parseInt(address.split(':')[0] ?? '', 16);
    if (first % 2 === 1) {
      tell('XML_ERROR', `expected unicast mac address, found multicast '${address}'`, `${path}/mac/address`);
    }
  });
};
