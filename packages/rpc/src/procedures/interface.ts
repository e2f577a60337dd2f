import { capacity, total, wanted } from '../table/counts.js';
import { procedure } from '../table/procedure.js';
import { list } from '../xdr/composites.js';
import { bool, int, string, uint } from '../xdr/scalars.js';
import { iface } from './objects.js';

/** The host's network interfaces. */
export const interfaceProcedures = {
  connectNumOfInterfaces: procedure(126, {}, { count: int }, 'readOnly', 'high'),
  connectListInterfaces: procedure(127, { maxNames: capacity }, { names: list(string) }, 'readOnly', 'high'),
  interfaceLookupByName: procedure(128, { name: string }, { iface }, 'readOnly', 'high'),
  interfaceLookupByMACString: procedure(129, { mac: string }, { iface }, 'readOnly', 'high'),
  interfaceGetXMLDesc: procedure(130, { iface, flags: uint }, { xml: string }, 'readOnly'),
  interfaceDefineXML: procedure(131, { xml: string, flags: uint }, { iface }, 'high'),
  interfaceUndefine: procedure(132, { iface }, {}, 'high'),
  interfaceCreate: procedure(133, { iface, flags: uint }, {}),
  interfaceDestroy: procedure(134, { iface, flags: uint }, {}, 'high'),
  connectNumOfDefinedInterfaces: procedure(137, {}, { count: int }, 'readOnly', 'high'),
  connectListDefinedInterfaces: procedure(138, { maxNames: capacity }, { names: list(string) }, 'readOnly', 'high'),
  interfaceIsActive: procedure(156, { iface }, { active: bool }, 'readOnly', 'high'),
  interfaceChangeBegin: procedure(220, { flags: uint }, {}),
  interfaceChangeCommit: procedure(221, { flags: uint }, {}),
  interfaceChangeRollback: procedure(222, { flags: uint }, {}),
  connectListAllInterfaces: procedure(
    284,
    { needResults: wanted, flags: uint },
    { interfaces: list(iface), total },
    'readOnly',
    'high',
  ),
};
