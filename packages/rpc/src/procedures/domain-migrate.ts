import { procedure } from '../table/procedure.js';
import { optional } from '../xdr/composites.js';
import { bool, int, string, uhyper, uint } from '../xdr/scalars.js';
import { typedParameterList } from '../xdr/typed-parameters.js';
import { domain } from './objects.js';
import { cookie } from './records.js';

/** Migration, in its three generations. */
export const domainMigrateProcedures = {
  domainMigratePrepare: procedure(
    61,
    { uriIn: optional(string), flags: uhyper, destinationName: optional(string), resource: uhyper },
    { cookie, uriOut: optional(string) },
  ),
  domainMigratePerform: procedure(
    62,
    { domain, cookie, uri: string, flags: uhyper, destinationName: optional(string), resource: uhyper },
    {},
  ),
  domainMigrateFinish: procedure(63, { destinationName: string, cookie, uri: string, flags: uhyper }, { domain }),
  domainMigratePrepare2: procedure(
    108,
    { uriIn: optional(string), flags: uhyper, destinationName: optional(string), resource: uhyper, domainXml: string },
    { cookie, uriOut: optional(string) },
  ),
  domainMigrateFinish2: procedure(
    109,
    { destinationName: string, cookie, uri: string, flags: uhyper, returnCode: int },
    { domain },
  ),
  domainMigratePrepareTunnel: procedure(
    148,
    { flags: uhyper, destinationName: optional(string), resource: uhyper, domainXml: string },
    {},
    'writeStream',
  ),
  domainMigrateSetMaxDowntime: procedure(166, { domain, downtimeMs: uhyper, flags: uint }, {}),
  domainMigrateSetMaxSpeed: procedure(207, { domain, bandwidth: uhyper, flags: uint }, {}),
  domainMigrateBegin3: procedure(
    213,
    { domain, xml: optional(string), flags: uhyper, destinationName: optional(string), resource: uhyper },
    { cookieOut: cookie, xml: string },
  ),
  domainMigratePrepare3: procedure(
    214,
    {
      cookieIn: cookie,
      uriIn: optional(string),
      flags: uhyper,
      destinationName: optional(string),
      resource: uhyper,
      domainXml: string,
    },
    { cookieOut: cookie, uriOut: optional(string) },
  ),
  domainMigratePrepareTunnel3: procedure(
    215,
    { cookieIn: cookie, flags: uhyper, destinationName: optional(string), resource: uhyper, domainXml: string },
    { cookieOut: cookie },
    'writeStream',
  ),
  domainMigratePerform3: procedure(
    216,
    {
      domain,
      xml: optional(string),
      cookieIn: cookie,
      destinationUri: optional(string),
      uri: optional(string),
      flags: uhyper,
      destinationName: optional(string),
      resource: uhyper,
    },
    { cookieOut: cookie },
  ),
  domainMigrateFinish3: procedure(
    217,
    {
      destinationName: string,
      cookieIn: cookie,
      destinationUri: optional(string),
      uri: optional(string),
      flags: uhyper,
      cancelled: bool,
    },
    { domain, cookieOut: cookie },
  ),
  domainMigrateConfirm3: procedure(218, { domain, cookieIn: cookie, flags: uhyper, cancelled: bool }, {}),
  domainMigrateGetMaxSpeed: procedure(242, { domain, flags: uint }, { bandwidth: uhyper }),
  domainMigrateGetCompressionCache: procedure(299, { domain, flags: uint }, { cacheSize: uhyper }, 'readOnly'),
  domainMigrateSetCompressionCache: procedure(300, { domain, cacheSize: uhyper, flags: uint }, {}),
  domainMigrateBegin3Params: procedure(
    302,
    { domain, parameters: typedParameterList(64), flags: uint },
    { cookieOut: cookie, xml: string },
  ),
  domainMigratePrepare3Params: procedure(
    303,
    { parameters: typedParameterList(64), cookieIn: cookie, flags: uint },
    { cookieOut: cookie, uriOut: optional(string) },
  ),
  domainMigratePrepareTunnel3Params: procedure(
    304,
    { parameters: typedParameterList(64), cookieIn: cookie, flags: uint },
    { cookieOut: cookie },
  ),
  domainMigratePerform3Params: procedure(
    305,
    { domain, destinationUri: optional(string), parameters: typedParameterList(64), cookieIn: cookie, flags: uint },
    { cookieOut: cookie },
  ),
  domainMigrateFinish3Params: procedure(
    306,
    { parameters: typedParameterList(64), cookieIn: cookie, flags: uint, cancelled: bool },
    { domain, cookieOut: cookie },
  ),
  domainMigrateConfirm3Params: procedure(
    307,
    { domain, parameters: typedParameterList(64), cookieIn: cookie, flags: uint, cancelled: bool },
    {},
  ),
  domainMigrateStartPostCopy: procedure(364, { domain, flags: uint }, {}),
  domainMigrateGetMaxDowntime: procedure(387, { domain, flags: uint }, { downtimeMs: uhyper }, 'readOnly'),
};
