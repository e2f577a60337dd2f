import { capacity, total, wanted } from '../table/counts.js';
import { event, procedure } from '../table/procedure.js';
import { list, optional } from '../xdr/composites.js';
import { bool, int, string, uchar, uhyper, uint } from '../xdr/scalars.js';
import { uuid } from '../xdr/uuid.js';
import { storagePool, storageVol } from './objects.js';

/** Storage pools. */
export const storagePoolProcedures = {
  connectNumOfStoragePools: procedure(71, {}, { count: int }, 'readOnly', 'high'),
  connectListStoragePools: procedure(72, { maxNames: capacity }, { names: list(string) }, 'readOnly', 'high'),
  connectNumOfDefinedStoragePools: procedure(73, {}, { count: int }, 'readOnly', 'high'),
  connectListDefinedStoragePools: procedure(74, { maxNames: capacity }, { names: list(string) }, 'readOnly', 'high'),
  storagePoolCreateXML: procedure(76, { xml: string, flags: uint }, { pool: storagePool }),
  storagePoolDefineXML: procedure(77, { xml: string, flags: uint }, { pool: storagePool }, 'high'),
  storagePoolCreate: procedure(78, { pool: storagePool, flags: uint }, {}),
  storagePoolBuild: procedure(79, { pool: storagePool, flags: uint }, {}),
  storagePoolDestroy: procedure(80, { pool: storagePool }, {}, 'high'),
  storagePoolDelete: procedure(81, { pool: storagePool, flags: uint }, {}),
  storagePoolUndefine: procedure(82, { pool: storagePool }, {}, 'high'),
  storagePoolRefresh: procedure(83, { pool: storagePool, flags: uint }, {}),
  storagePoolLookupByName: procedure(84, { name: string }, { pool: storagePool }, 'readOnly', 'high'),
  storagePoolLookupByUUID: procedure(85, { uuid }, { pool: storagePool }, 'readOnly', 'high'),
  storagePoolLookupByVolume: procedure(86, { volume: storageVol }, { pool: storagePool }, 'readOnly', 'high'),
  storagePoolGetInfo: procedure(
    87,
    { pool: storagePool },
    { state: uchar, capacity: uhyper, allocation: uhyper, available: uhyper },
    'readOnly',
    'high',
  ),
  storagePoolGetXMLDesc: procedure(88, { pool: storagePool, flags: uint }, { xml: string }, 'readOnly', 'high'),
  storagePoolGetAutostart: procedure(89, { pool: storagePool }, { autostart: bool }, 'readOnly', 'high'),
  storagePoolSetAutostart: procedure(90, { pool: storagePool, autostart: bool }, {}, 'high'),
  storagePoolNumOfVolumes: procedure(91, { pool: storagePool }, { count: int }, 'readOnly', 'high'),
  storagePoolListVolumes: procedure(
    92,
    { pool: storagePool, maxNames: capacity },
    { names: list(string) },
    'readOnly',
    'high',
  ),
  storagePoolIsActive: procedure(154, { pool: storagePool }, { active: bool }, 'readOnly', 'high'),
  storagePoolIsPersistent: procedure(155, { pool: storagePool }, { persistent: bool }, 'readOnly', 'high'),
  connectListAllStoragePools: procedure(
    281,
    { needResults: wanted, flags: uint },
    { pools: list(storagePool), total },
    'readOnly',
    'high',
  ),
  storagePoolListAllVolumes: procedure(
    282,
    { pool: storagePool, needResults: wanted, flags: uint },
    { volumes: list(storageVol), total },
    'readOnly',
    'high',
  ),
  connectStoragePoolEventRegisterAny: procedure(
    368,
    { eventId: int, pool: optional(storagePool) },
    { callbackId: int },
    'readOnly',
    'high',
  ),
  connectStoragePoolEventDeregisterAny: procedure(369, { callbackId: int }, {}, 'readOnly', 'high'),
  storagePoolLookupByTargetPath: procedure(391, { path: string }, { pool: storagePool }, 'readOnly', 'high'),
};

/** What the server tells unasked about the same. */
export const storagePoolEvents = {
  storagePoolEventLifecycle: event(370, { callbackId: int, pool: storagePool, event: int, detail: int }),
  storagePoolEventRefresh: event(373, { callbackId: int, pool: storagePool }),
};
