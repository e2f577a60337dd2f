import { capacity, total } from '../table/counts.js';
import { procedure } from '../table/procedure.js';
import { array, optional } from '../xdr/composites.js';
import { bool, hyper, int, opaque, string, uhyper, uint } from '../xdr/scalars.js';
import { typedParameters } from '../xdr/typed-parameters.js';
import { domain } from './objects.js';
import { diskError } from './records.js';

/** A domain's disks while it runs: statistics and block jobs. */
export const domainBlockProcedures = {
  domainBlockStats: procedure(
    64,
    { domain, path: string },
    { readRequests: hyper, readBytes: hyper, writeRequests: hyper, writeBytes: hyper, errors: hyper },
    'readOnly',
  ),
  domainBlockPeek: procedure(
    103,
    { domain, path: string, offset: uhyper, size: uint, flags: uint },
    { buffer: opaque(4_194_304) },
  ),
  domainGetBlockInfo: procedure(
    194,
    { domain, path: string, flags: uint },
    { allocation: uhyper, capacity: uhyper, physical: uhyper },
    'readOnly',
  ),
  domainBlockJobAbort: procedure(237, { domain, path: string, flags: uint }, {}),
  domainGetBlockJobInfo: procedure(
    238,
    { domain, path: string, flags: uint },
    { found: bool, type: int, bandwidth: uhyper, current: uhyper, end: uhyper },
    'readOnly',
  ),
  domainBlockJobSetSpeed: procedure(239, { domain, path: string, bandwidth: uhyper, flags: uint }, {}),
  domainBlockPull: procedure(240, { domain, path: string, bandwidth: uhyper, flags: uint }, {}),
  domainBlockStatsFlags: procedure(
    243,
    { domain, path: string, parameterCount: capacity, flags: uint },
    { parameters: typedParameters(16), parameterCount: total },
    'readOnly',
  ),
  domainBlockResize: procedure(251, { domain, disk: string, size: uhyper, flags: uint }, {}),
  domainSetBlockIoTune: procedure(252, { domain, disk: string, parameters: typedParameters(32), flags: uint }, {}),
  domainGetBlockIoTune: procedure(
    253,
    { domain, disk: optional(string), parameterCount: capacity, flags: uint },
    { parameters: typedParameters(32), parameterCount: total },
    'readOnly',
  ),
  domainGetDiskErrors: procedure(
    263,
    { domain, maxErrors: capacity, flags: uint },
    { errors: array(diskError, 256), errorCount: total },
    'readOnly',
  ),
  domainBlockRebase: procedure(
    266,
    { domain, path: string, base: optional(string), bandwidth: uhyper, flags: uint },
    {},
  ),
  domainBlockCommit: procedure(
    290,
    { domain, disk: string, base: optional(string), top: optional(string), bandwidth: uhyper, flags: uint },
    {},
  ),
  domainBlockCopy: procedure(
    345,
    { domain, path: string, destinationXml: string, parameters: typedParameters(16), flags: uint },
    {},
  ),
  domainSetBlockThreshold: procedure(386, { domain, device: string, threshold: uhyper, flags: uint }, {}),
  domainSetThrottleGroup: procedure(451, { domain, group: string, parameters: typedParameters(32), flags: uint }, {}),
  domainDelThrottleGroup: procedure(452, { domain, group: optional(string), flags: uint }, {}),
};
