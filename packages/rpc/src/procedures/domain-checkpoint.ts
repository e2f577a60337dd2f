import { total, wanted } from '../table/counts.js';
import { procedure, readOnlyUnless } from '../table/procedure.js';
import { list, optional } from '../xdr/composites.js';
import { string, uint } from '../xdr/scalars.js';
import { domain, domainCheckpoint } from './objects.js';

/** VIR_DOMAIN_CHECKPOINT_XML_SECURE: with passwords. */
const SECURE = 1;

/** A domain's checkpoints and backups. */
export const domainCheckpointProcedures = {
  domainCheckpointCreateXML: procedure(411, { domain, xml: string, flags: uint }, { checkpoint: domainCheckpoint }),
  domainCheckpointGetXMLDesc: procedure(
    412,
    { checkpoint: domainCheckpoint, flags: uint },
    { xml: string },
    readOnlyUnless('flags', SECURE),
  ),
  domainListAllCheckpoints: procedure(
    413,
    { domain, needResults: wanted, flags: uint },
    { checkpoints: list(domainCheckpoint), total },
    'readOnly',
    'high',
  ),
  domainCheckpointListAllChildren: procedure(
    414,
    { checkpoint: domainCheckpoint, needResults: wanted, flags: uint },
    { checkpoints: list(domainCheckpoint), total },
    'readOnly',
    'high',
  ),
  domainCheckpointLookupByName: procedure(
    415,
    { domain, name: string, flags: uint },
    { checkpoint: domainCheckpoint },
    'readOnly',
    'high',
  ),
  domainCheckpointGetParent: procedure(
    416,
    { checkpoint: domainCheckpoint, flags: uint },
    { parent: domainCheckpoint },
    'readOnly',
    'high',
  ),
  domainCheckpointDelete: procedure(417, { checkpoint: domainCheckpoint, flags: uint }, {}),
  domainBackupBegin: procedure(421, { domain, backupXml: string, checkpointXml: optional(string), flags: uint }, {}),
  domainBackupGetXMLDesc: procedure(422, { domain, flags: uint }, { xml: string }, 'readOnly', 'high'),
};
