import { capacity, total, wanted } from '../table/counts.js';
import { event, procedure } from '../table/procedure.js';
import { list, optional } from '../xdr/composites.js';
import { int, opaque, string, uint } from '../xdr/scalars.js';
import { uuid } from '../xdr/uuid.js';
import { secret } from './objects.js';

/** Secrets. */
export const secretProcedures = {
  connectNumOfSecrets: procedure(139, {}, { count: int }, 'readOnly', 'high'),
  connectListSecrets: procedure(140, { maxUuids: capacity }, { uuids: list(string) }, 'readOnly', 'high'),
  secretLookupByUUID: procedure(141, { uuid }, { secret }, 'readOnly', 'high'),
  secretDefineXML: procedure(142, { xml: string, flags: uint }, { secret }, 'high'),
  secretGetXMLDesc: procedure(143, { secret, flags: uint }, { xml: string }, 'readOnly', 'high'),
  secretSetValue: procedure(144, { secret, value: opaque(65_536), flags: uint }, {}, 'high'),
  secretGetValue: procedure(145, { secret, flags: uint }, { value: opaque(65_536) }, 'high'),
  secretUndefine: procedure(146, { secret }, {}, 'high'),
  secretLookupByUsage: procedure(147, { usageType: int, usageId: string }, { secret }, 'readOnly', 'high'),
  connectListAllSecrets: procedure(
    287,
    { needResults: wanted, flags: uint },
    { secrets: list(secret), total },
    'readOnly',
    'high',
  ),
  connectSecretEventRegisterAny: procedure(
    380,
    { eventId: int, secret: optional(secret) },
    { callbackId: int },
    'readOnly',
    'high',
  ),
  connectSecretEventDeregisterAny: procedure(381, { callbackId: int }, {}, 'readOnly', 'high'),
};

/** What the server tells unasked about the same. */
export const secretEvents = {
  secretEventLifecycle: event(382, { callbackId: int, secret, event: int, detail: int }),
  secretEventValueChanged: event(383, { callbackId: int, secret }),
};
