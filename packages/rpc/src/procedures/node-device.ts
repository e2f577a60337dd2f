import { capacity, total, wanted } from '../table/counts.js';
import { event, procedure } from '../table/procedure.js';
import { array, optional } from '../xdr/composites.js';
import { bool, int, string, uint } from '../xdr/scalars.js';
import { nodeDevice } from './objects.js';

/** Devices of the node. */
export const nodeDeviceProcedures = {
  nodeNumOfDevices: procedure(111, { capability: optional(string), flags: uint }, { count: int }, 'readOnly', 'high'),
  nodeListDevices: procedure(
    112,
    { capability: optional(string), maxNames: capacity, flags: uint },
    { names: array(string, 65_536) },
    'readOnly',
    'high',
  ),
  nodeDeviceLookupByName: procedure(113, { name: string }, { device: nodeDevice }, 'readOnly', 'high'),
  nodeDeviceGetXMLDesc: procedure(114, { name: string, flags: uint }, { xml: string }, 'readOnly'),
  nodeDeviceGetParent: procedure(115, { name: string }, { parentName: optional(string) }, 'readOnly', 'high'),
  nodeDeviceNumOfCaps: procedure(116, { name: string }, { count: int }, 'readOnly', 'high'),
  nodeDeviceListCaps: procedure(
    117,
    { name: string, maxNames: capacity },
    { names: array(string, 65_536) },
    'readOnly',
    'high',
  ),
  nodeDeviceDettach: procedure(118, { name: string }, {}),
  nodeDeviceReAttach: procedure(119, { name: string }, {}),
  nodeDeviceReset: procedure(120, { name: string }, {}),
  nodeDeviceCreateXML: procedure(123, { xml: string, flags: uint }, { device: nodeDevice }),
  nodeDeviceDestroy: procedure(124, { name: string }, {}, 'high'),
  connectListAllNodeDevices: procedure(
    285,
    { needResults: wanted, flags: uint },
    { devices: array(nodeDevice, 65_536), total },
    'readOnly',
    'high',
  ),
  nodeDeviceLookupSCSIHostByWWN: procedure(
    297,
    { wwnn: string, wwpn: string, flags: uint },
    { device: nodeDevice },
    'readOnly',
    'high',
  ),
  nodeDeviceDetachFlags: procedure(301, { name: string, driverName: optional(string), flags: uint }, {}),
  connectNodeDeviceEventRegisterAny: procedure(
    374,
    { eventId: int, device: optional(nodeDevice) },
    { callbackId: int },
    'readOnly',
    'high',
  ),
  connectNodeDeviceEventDeregisterAny: procedure(375, { callbackId: int }, {}, 'readOnly', 'high'),
  nodeDeviceDefineXML: procedure(428, { xml: string, flags: uint }, { device: nodeDevice }),
  nodeDeviceUndefine: procedure(429, { name: string, flags: uint }, {}, 'high'),
  nodeDeviceCreate: procedure(430, { name: string, flags: uint }, {}, 'high'),
  nodeDeviceGetAutostart: procedure(433, { name: string }, { autostart: bool }, 'high'),
  nodeDeviceSetAutostart: procedure(434, { name: string, autostart: bool }, {}, 'high'),
  nodeDeviceIsPersistent: procedure(435, { name: string }, { persistent: bool }, 'readOnly', 'high'),
  nodeDeviceIsActive: procedure(436, { name: string }, { active: bool }, 'readOnly', 'high'),
  nodeDeviceUpdate: procedure(447, { name: string, xml: string, flags: uint }, {}, 'high'),
};

/** What the server tells unasked about the same. */
export const nodeDeviceEvents = {
  nodeDeviceEventLifecycle: event(376, { callbackId: int, device: nodeDevice, event: int, detail: int }),
  nodeDeviceEventUpdate: event(377, { callbackId: int, device: nodeDevice }),
};
