import { capacity, total } from '../table/counts.js';
import { procedure, readOnlyUnless } from '../table/procedure.js';
import { array, optional } from '../xdr/composites.js';
import { hyper, string, uint } from '../xdr/scalars.js';
import { typedParameters } from '../xdr/typed-parameters.js';
import { domain } from './objects.js';
import { domainInterface } from './records.js';

/** VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT: the guest is asked. */
const AGENT = 1;

/** A domain's devices: attaching, detaching, and the ways in (console, channel, graphics). */
export const domainDeviceProcedures = {
  domainAttachDevice: procedure(8, { domain, xml: string }, {}),
  domainDetachDevice: procedure(13, { domain, xml: string }, {}),
  domainInterfaceStats: procedure(
    65,
    { domain, device: string },
    {
      rxBytes: hyper,
      rxPackets: hyper,
      rxErrors: hyper,
      rxDrops: hyper,
      txBytes: hyper,
      txPackets: hyper,
      txErrors: hyper,
      txDrops: hyper,
    },
    'readOnly',
    'high',
  ),
  domainAttachDeviceFlags: procedure(160, { domain, xml: string, flags: uint }, {}),
  domainDetachDeviceFlags: procedure(161, { domain, xml: string, flags: uint }, {}),
  domainUpdateDeviceFlags: procedure(174, { domain, xml: string, flags: uint }, {}),
  domainOpenConsole: procedure(
    201,
    { domain, deviceName: optional(string), flags: uint },
    {},
    'readStream',
    'writeStream',
  ),
  domainInjectNMI: procedure(210, { domain, flags: uint }, {}),
  domainScreenshot: procedure(211, { domain, screen: uint, flags: uint }, { mime: optional(string) }, 'readStream'),
  domainSendKey: procedure(
    226,
    { domain, codeset: uint, holdTimeMs: uint, keycodes: array(uint, 16), flags: uint },
    {},
  ),
  domainOpenGraphics: procedure(249, { domain, index: uint, flags: uint }, {}, 'takesDescriptors'),
  domainSetInterfaceParameters: procedure(
    256,
    { domain, device: string, parameters: typedParameters(16), flags: uint },
    {},
  ),
  domainGetInterfaceParameters: procedure(
    257,
    { domain, device: string, parameterCount: capacity, flags: uint },
    { parameters: typedParameters(16), parameterCount: total },
    'readOnly',
  ),
  domainOpenChannel: procedure(296, { domain, name: optional(string), flags: uint }, {}, 'readStream', 'writeStream'),
  domainOpenGraphicsFD: procedure(343, { domain, index: uint, flags: uint }, {}, 'returnsDescriptors'),
  domainInterfaceAddresses: procedure(
    353,
    { domain, source: uint, flags: uint },
    { interfaces: array(domainInterface, 2048) },
    readOnlyUnless('source', AGENT),
  ),
  domainDetachDeviceAlias: procedure(392, { domain, alias: string, flags: uint }, {}),
  domainGraphicsReload: procedure(448, { domain, type: uint, flags: uint }, {}),
};
