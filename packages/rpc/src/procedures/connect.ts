import { total, wanted } from '../table/counts.js';
import { event, procedure } from '../table/procedure.js';
import { array, list, optional } from '../xdr/composites.js';
import { bool, int, string, uhyper, uint } from '../xdr/scalars.js';
import { typedParameters } from '../xdr/typed-parameters.js';
import { domain } from './objects.js';
import { domainStatsRecord } from './records.js';

/** The connection itself: opening, closing, what the hypervisor is and can do. */
export const connectProcedures = {
  connectOpen: procedure(1, { name: optional(string), flags: uint }, {}, 'readOnly', 'high'),
  connectClose: procedure(2, {}, {}, 'readOnly', 'high'),
  connectGetType: procedure(3, {}, { type: string }, 'readOnly', 'high'),
  connectGetVersion: procedure(4, {}, { version: uhyper }, 'readOnly', 'high'),
  connectGetMaxVcpus: procedure(5, { type: optional(string) }, { maxVcpus: int }, 'readOnly', 'high'),
  connectGetCapabilities: procedure(7, {}, { capabilities: string }, 'readOnly'),
  connectGetHostname: procedure(59, {}, { hostname: string }, 'readOnly', 'high'),
  connectSupportsFeature: procedure(60, { feature: int }, { supported: bool }, 'readOnly', 'high'),
  connectFindStoragePoolSources: procedure(
    75,
    { type: string, sourceSpec: optional(string), flags: uint },
    { xml: string },
  ),
  connectGetURI: procedure(110, {}, { uri: string }, 'readOnly', 'high'),
  connectDomainXMLFromNative: procedure(
    135,
    { nativeFormat: string, nativeConfig: string, flags: uint },
    { domainXml: string },
  ),
  connectDomainXMLToNative: procedure(
    136,
    { nativeFormat: string, domainXml: string, flags: uint },
    { nativeConfig: string },
  ),
  connectIsSecure: procedure(149, {}, { secure: bool }, 'readOnly', 'high'),
  connectGetLibVersion: procedure(157, {}, { version: uhyper }, 'readOnly', 'high'),
  connectCompareCPU: procedure(158, { xml: string, flags: uint }, { result: int }, 'readOnly', 'high'),
  connectBaselineCPU: procedure(162, { xmlCPUs: array(string, 256), flags: uint }, { cpu: string }, 'readOnly'),
  connectGetSysinfo: procedure(203, { flags: uint }, { sysinfo: string }, 'readOnly', 'high'),
  connectGetCPUModelNames: procedure(
    312,
    { arch: string, needResults: wanted, flags: uint },
    { models: array(string, 8192), total },
    'readOnly',
  ),
  connectGetDomainCapabilities: procedure(
    342,
    {
      emulator: optional(string),
      arch: optional(string),
      machine: optional(string),
      virtType: optional(string),
      flags: uint,
    },
    { capabilities: string },
  ),
  connectGetAllDomainStats: procedure(
    344,
    { domains: list(domain), stats: uint, flags: uint },
    { records: list(domainStatsRecord) },
    'readOnly',
  ),
  connectRegisterCloseCallback: procedure(360, {}, {}, 'readOnly', 'high'),
  connectUnregisterCloseCallback: procedure(361, {}, {}, 'readOnly', 'high'),
  connectCompareHypervisorCPU: procedure(
    393,
    {
      emulator: optional(string),
      arch: optional(string),
      machine: optional(string),
      virtType: optional(string),
      xmlCPU: string,
      flags: uint,
    },
    { result: int },
  ),
  connectBaselineHypervisorCPU: procedure(
    394,
    {
      emulator: optional(string),
      arch: optional(string),
      machine: optional(string),
      virtType: optional(string),
      xmlCPUs: array(string, 256),
      flags: uint,
    },
    { cpu: string },
  ),
  connectGetStoragePoolCapabilities: procedure(403, { flags: uint }, { capabilities: string }, 'readOnly'),
  connectSetIdentity: procedure(419, { parameters: typedParameters(20), flags: uint }, {}),
};

/** What the server tells unasked about the same. */
export const connectEvents = {
  connectEventConnectionClosed: event(362, { reason: int }),
};
