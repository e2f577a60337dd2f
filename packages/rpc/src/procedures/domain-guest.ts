import { total } from '../table/counts.js';
import { procedure } from '../table/procedure.js';
import { array, optional } from '../xdr/composites.js';
import { hyper, int, string, uhyper, uint } from '../xdr/scalars.js';
import { typedParameters } from '../xdr/typed-parameters.js';
import { domain } from './objects.js';
import { filesystemInfo } from './records.js';

/** What the guest does itself, mostly through its agent. */
export const domainGuestProcedures = {
  domainPMSuspendForDuration: procedure(261, { domain, target: uint, duration: uhyper, flags: uint }, {}),
  domainPMWakeup: procedure(267, { domain, flags: uint }, {}),
  domainGetHostname: procedure(277, { domain, flags: uint }, { hostname: string }),
  domainFSTrim: procedure(294, { domain, mountPoint: optional(string), minimum: uhyper, flags: uint }, {}),
  domainSendProcessSignal: procedure(295, { domain, pid: hyper, signal: uint, flags: uint }, {}),
  domainFSFreeze: procedure(335, { domain, mountPoints: array(string, 256), flags: uint }, { filesystems: int }),
  domainFSThaw: procedure(336, { domain, mountPoints: array(string, 256), flags: uint }, { filesystems: int }),
  domainGetTime: procedure(337, { domain, flags: uint }, { seconds: hyper, nanoseconds: uint }),
  domainSetTime: procedure(338, { domain, seconds: hyper, nanoseconds: uint, flags: uint }, {}),
  domainGetFSInfo: procedure(349, { domain, flags: uint }, { info: array(filesystemInfo, 256), total }),
  domainSetUserPassword: procedure(
    357,
    { domain, user: optional(string), password: optional(string), flags: uint },
    {},
  ),
  domainGetGuestInfo: procedure(418, { domain, types: uint, flags: uint }, { parameters: typedParameters(2048) }),
  domainAgentSetResponseTimeout: procedure(420, { domain, timeout: int, flags: uint }, { result: int }),
  domainAuthorizedSSHKeysGet: procedure(424, { domain, user: string, flags: uint }, { keys: array(string, 2048) }),
  domainAuthorizedSSHKeysSet: procedure(425, { domain, user: string, keys: array(string, 2048), flags: uint }, {}),
};
