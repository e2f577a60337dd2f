import { procedure, readOnlyUnless } from '../table/procedure.js';
import { optional } from '../xdr/composites.js';
import { bool, int, string, uhyper, uint } from '../xdr/scalars.js';
import { typedParameters } from '../xdr/typed-parameters.js';
import { domain } from './objects.js';

/** VIR_DOMAIN_SAVE_IMAGE_XML_SECURE: with passwords. */
const SECURE = 1;

/** A domain's memory on disk, and the jobs that put it there. */
export const domainSaveProcedures = {
  domainCoreDump: procedure(53, { domain, to: string, flags: uint }, {}),
  domainRestore: procedure(54, { from: string }, {}),
  domainSave: procedure(55, { domain, to: string }, {}),
  domainGetJobInfo: procedure(
    163,
    { domain },
    {
      type: int,
      timeElapsed: uhyper,
      timeRemaining: uhyper,
      dataTotal: uhyper,
      dataProcessed: uhyper,
      dataRemaining: uhyper,
      memoryTotal: uhyper,
      memoryProcessed: uhyper,
      memoryRemaining: uhyper,
      fileTotal: uhyper,
      fileProcessed: uhyper,
      fileRemaining: uhyper,
    },
    'readOnly',
  ),
  domainAbortJob: procedure(164, { domain }, {}),
  domainManagedSave: procedure(182, { domain, flags: uint }, {}),
  domainHasManagedSaveImage: procedure(183, { domain, flags: uint }, { result: bool }, 'readOnly'),
  domainManagedSaveRemove: procedure(184, { domain, flags: uint }, {}),
  domainSaveFlags: procedure(232, { domain, to: string, xml: optional(string), flags: uint }, {}),
  domainRestoreFlags: procedure(233, { from: string, xml: optional(string), flags: uint }, {}),
  domainSaveImageGetXMLDesc: procedure(235, { file: string, flags: uint }, { xml: string }, 'high'),
  domainSaveImageDefineXML: procedure(236, { file: string, xml: string, flags: uint }, {}, 'high'),
  domainGetJobStats: procedure(
    298,
    { domain, flags: uint },
    { type: int, parameters: typedParameters(64) },
    'readOnly',
  ),
  domainCoreDumpWithFormat: procedure(334, { domain, to: string, dumpFormat: uint, flags: uint }, {}),
  domainManagedSaveGetXMLDesc: procedure(
    388,
    { domain, flags: uint },
    { xml: string },
    readOnlyUnless('flags', SECURE),
  ),
  domainManagedSaveDefineXML: procedure(389, { domain, xml: optional(string), flags: uint }, {}),
  domainSaveParams: procedure(440, { domain, parameters: typedParameters(64), flags: uint }, {}),
  domainRestoreParams: procedure(441, { parameters: typedParameters(64), flags: uint }, {}),
  domainAbortJobFlags: procedure(442, { domain, flags: uint }, {}),
};
