import { capacity, total, wanted } from '../table/counts.js';
import { event, procedure } from '../table/procedure.js';
import { array, list, optional } from '../xdr/composites.js';
import { bool, int, string, uint } from '../xdr/scalars.js';
import { typedParameters } from '../xdr/typed-parameters.js';
import { uuid } from '../xdr/uuid.js';
import { network, networkPort } from './objects.js';
import { dhcpLease } from './records.js';

/** Virtual networks and their ports. */
export const networkProcedures = {
  connectListDefinedNetworks: procedure(36, { maxNames: capacity }, { names: list(string) }, 'readOnly', 'high'),
  connectListNetworks: procedure(38, { maxNames: capacity }, { names: list(string) }, 'readOnly', 'high'),
  networkCreate: procedure(39, { network }, {}),
  networkCreateXML: procedure(40, { xml: string }, { network }),
  networkDefineXML: procedure(41, { xml: string }, { network }, 'high'),
  networkDestroy: procedure(42, { network }, {}, 'high'),
  networkGetXMLDesc: procedure(43, { network, flags: uint }, { xml: string }, 'readOnly', 'high'),
  networkGetAutostart: procedure(44, { network }, { autostart: bool }, 'readOnly', 'high'),
  networkGetBridgeName: procedure(45, { network }, { name: string }, 'readOnly', 'high'),
  networkLookupByName: procedure(46, { name: string }, { network }, 'readOnly', 'high'),
  networkLookupByUUID: procedure(47, { uuid }, { network }, 'readOnly', 'high'),
  networkSetAutostart: procedure(48, { network, autostart: bool }, {}, 'high'),
  networkUndefine: procedure(49, { network }, {}, 'high'),
  connectNumOfDefinedNetworks: procedure(50, {}, { count: int }, 'readOnly', 'high'),
  connectNumOfNetworks: procedure(52, {}, { count: int }, 'readOnly', 'high'),
  networkIsActive: procedure(152, { network }, { active: bool }, 'readOnly', 'high'),
  networkIsPersistent: procedure(153, { network }, { persistent: bool }, 'readOnly', 'high'),
  connectListAllNetworks: procedure(
    283,
    { needResults: wanted, flags: uint },
    { networks: list(network), total },
    'readOnly',
    'high',
  ),
  networkUpdate: procedure(
    291,
    { network, command: uint, section: uint, parentIndex: int, xml: string, flags: uint },
    {},
    'high',
  ),
  connectNetworkEventRegisterAny: procedure(
    313,
    { eventId: int, network: optional(network) },
    { callbackId: int },
    'readOnly',
    'high',
  ),
  connectNetworkEventDeregisterAny: procedure(314, { callbackId: int }, {}, 'readOnly', 'high'),
  networkGetDHCPLeases: procedure(
    341,
    { network, mac: optional(string), needResults: wanted, flags: uint },
    { leases: array(dhcpLease, 65_536), total },
    'readOnly',
  ),
  networkListAllPorts: procedure(
    404,
    { network, needResults: wanted, flags: uint },
    { ports: list(networkPort), total },
    'readOnly',
    'high',
  ),
  networkPortLookupByUUID: procedure(405, { network, uuid }, { port: networkPort }, 'readOnly', 'high'),
  networkPortCreateXML: procedure(406, { network, xml: string, flags: uint }, { port: networkPort }),
  networkPortGetParameters: procedure(
    407,
    { port: networkPort, parameterCount: capacity, flags: uint },
    { parameters: typedParameters(16), parameterCount: total },
    'readOnly',
  ),
  networkPortSetParameters: procedure(408, { port: networkPort, parameters: typedParameters(16), flags: uint }, {}),
  networkPortGetXMLDesc: procedure(409, { port: networkPort, flags: uint }, { xml: string }, 'readOnly'),
  networkPortDelete: procedure(410, { port: networkPort, flags: uint }, {}),
  networkDefineXMLFlags: procedure(432, { xml: string, flags: uint }, { network }, 'high'),
  networkCreateXMLFlags: procedure(437, { xml: string, flags: uint }, { network }, 'high'),
  networkSetMetadata: procedure(
    444,
    { network, type: int, metadata: optional(string), key: optional(string), uri: optional(string), flags: uint },
    {},
  ),
  networkGetMetadata: procedure(
    445,
    { network, type: int, uri: optional(string), flags: uint },
    { metadata: string },
    'readOnly',
  ),
};

/** What the server tells unasked about the same. */
export const networkEvents = {
  networkEventLifecycle: event(315, { callbackId: int, network, event: int, detail: int }),
  networkEventCallbackMetadataChange: event(446, {
    callbackId: int,
    network,
    type: int,
    namespaceUri: optional(string),
  }),
};
