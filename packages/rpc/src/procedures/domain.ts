import { capacity, total, wanted } from '../table/counts.js';
import { procedure, readOnlyUnless } from '../table/procedure.js';
import { terminatedText } from '../xdr/char-text.js';
import { array, list, optional } from '../xdr/composites.js';
import { bool, int, string, uchar, uhyper, uint, ushort } from '../xdr/scalars.js';
import { typedParameters } from '../xdr/typed-parameters.js';
import { uuid } from '../xdr/uuid.js';
import { domain } from './objects.js';
import { securityLabel } from './records.js';

/** VIR_DOMAIN_XML_SECURE: with passwords. */
const SECURE = 1;
/** VIR_DOMAIN_XML_MIGRATABLE: for another host. */
const MIGRATABLE = 8;

/** Domains: finding, defining, starting and stopping them, and what they are. */
export const domainProcedures = {
  domainCreate: procedure(9, { domain }, {}),
  domainCreateXML: procedure(10, { xml: string, flags: uint }, { domain }),
  domainDefineXML: procedure(11, { xml: string }, { domain }, 'high'),
  domainDestroy: procedure(12, { domain }, {}, 'high'),
  domainGetXMLDesc: procedure(
    14,
    { domain, flags: uint },
    { xml: string },
    readOnlyUnless('flags', SECURE | MIGRATABLE),
  ),
  domainGetAutostart: procedure(15, { domain }, { autostart: bool }, 'readOnly', 'high'),
  domainGetInfo: procedure(
    16,
    { domain },
    { state: uchar, maxMem: uhyper, memory: uhyper, nrVirtCpu: ushort, cpuTime: uhyper },
    'readOnly',
  ),
  domainGetOSType: procedure(19, { domain }, { type: string }, 'readOnly', 'high'),
  connectListDefinedDomains: procedure(21, { maxNames: capacity }, { names: list(string) }, 'readOnly', 'high'),
  domainLookupByID: procedure(22, { id: int }, { domain }, 'readOnly', 'high'),
  domainLookupByName: procedure(23, { name: string }, { domain }, 'readOnly', 'high'),
  domainLookupByUUID: procedure(24, { uuid }, { domain }, 'readOnly', 'high'),
  connectNumOfDefinedDomains: procedure(25, {}, { count: int }, 'readOnly', 'high'),
  domainReboot: procedure(27, { domain, flags: uint }, {}),
  domainResume: procedure(28, { domain }, {}),
  domainSetAutostart: procedure(29, { domain, autostart: bool }, {}, 'high'),
  domainShutdown: procedure(33, { domain }, {}),
  domainSuspend: procedure(34, { domain }, {}),
  domainUndefine: procedure(35, { domain }, {}, 'high'),
  connectListDomains: procedure(37, { maxIds: capacity }, { ids: list(int) }, 'readOnly', 'high'),
  connectNumOfDomains: procedure(51, {}, { count: int }, 'readOnly', 'high'),
  domainGetSecurityLabel: procedure(
    121,
    { domain },
    { label: terminatedText(4097), enforcing: bool },
    'readOnly',
    'high',
  ),
  domainIsActive: procedure(150, { domain }, { active: bool }, 'readOnly', 'high'),
  domainIsPersistent: procedure(151, { domain }, { persistent: bool }, 'readOnly', 'high'),
  domainCreateWithFlags: procedure(196, { domain, flags: uint }, { domain }),
  domainIsUpdated: procedure(202, { domain }, { updated: bool }, 'readOnly', 'high'),
  domainGetState: procedure(212, { domain, flags: uint }, { state: int, reason: int }, 'readOnly', 'high'),
  domainGetControlInfo: procedure(
    229,
    { domain, flags: uint },
    { state: uint, details: uint, stateTime: uhyper },
    'readOnly',
    'high',
  ),
  domainUndefineFlags: procedure(231, { domain, flags: uint }, {}, 'high'),
  domainDestroyFlags: procedure(234, { domain, flags: uint }, {}, 'high'),
  domainReset: procedure(245, { domain, flags: uint }, {}),
  domainShutdownFlags: procedure(258, { domain, flags: uint }, {}),
  domainSetMetadata: procedure(
    264,
    { domain, type: int, metadata: optional(string), key: optional(string), uri: optional(string), flags: uint },
    {},
  ),
  domainGetMetadata: procedure(
    265,
    { domain, type: int, uri: optional(string), flags: uint },
    { metadata: string },
    'readOnly',
  ),
  connectListAllDomains: procedure(
    273,
    { needResults: wanted, flags: uint },
    { domains: list(domain), total },
    'readOnly',
    'high',
  ),
  domainGetSecurityLabelList: procedure(
    278,
    { domain },
    { labels: array(securityLabel, 64), total },
    'readOnly',
    'high',
  ),
  domainCreateXMLWithFiles: procedure(309, { xml: string, flags: uint }, { domain }, 'takesDescriptors'),
  domainCreateWithFiles: procedure(310, { domain, flags: uint }, { domain }, 'takesDescriptors'),
  domainDefineXMLFlags: procedure(350, { xml: string, flags: uint }, { domain }, 'high'),
  domainRename: procedure(358, { domain, newName: optional(string), flags: uint }, { returnCode: int }),
  domainSetLifecycleAction: procedure(390, { domain, type: uint, action: uint, flags: uint }, {}),
  domainGetLaunchSecurityInfo: procedure(396, { domain, flags: uint }, { parameters: typedParameters(64) }),
  domainGetMessages: procedure(426, { domain, flags: uint }, { messages: array(string, 2048) }, 'readOnly'),
  domainSetLaunchSecurityState: procedure(439, { domain, parameters: typedParameters(64), flags: uint }, {}),
  domainFDAssociate: procedure(443, { domain, name: string, flags: uint }, {}, 'takesDescriptors'),
  domainGetAutostartOnce: procedure(449, { domain }, { autostart: bool }, 'readOnly', 'high'),
  domainSetAutostartOnce: procedure(450, { domain, autostart: bool }, {}, 'high'),
};
