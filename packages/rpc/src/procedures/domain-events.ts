import { event, procedure } from '../table/procedure.js';
import { array, optional } from '../xdr/composites.js';
import { bool, hyper, int, string, uhyper, uint } from '../xdr/scalars.js';
import { typedParameters } from '../xdr/typed-parameters.js';
import { domain } from './objects.js';
import { graphicsAddress, graphicsIdentity } from './records.js';

/** Asking for events of domains. A client of today uses the callback procedures. */
export const domainEventProcedures = {
  connectDomainEventRegister: procedure(105, {}, { registered: bool }, 'readOnly', 'high'),
  connectDomainEventDeregister: procedure(106, {}, { registered: bool }, 'readOnly', 'high'),
  connectDomainEventRegisterAny: procedure(167, { eventId: int }, {}, 'readOnly', 'high'),
  connectDomainEventDeregisterAny: procedure(168, { eventId: int }, {}, 'readOnly', 'high'),
  connectDomainEventCallbackRegisterAny: procedure(
    316,
    { eventId: int, domain: optional(domain) },
    { callbackId: int },
    'readOnly',
    'high',
  ),
  connectDomainEventCallbackDeregisterAny: procedure(317, { callbackId: int }, {}, 'readOnly', 'high'),
};

/**
 * What happens to domains. Those without a `callbackId` are for clients that asked by `connectDomainEventRegister…`.
 */
export const domainEvents = {
  domainEventLifecycle: event(107, { domain, event: int, detail: int }),
  domainEventReboot: event(169, { domain }),
  domainEventRTCChange: event(170, { domain, offset: hyper }),
  domainEventWatchdog: event(171, { domain, action: int }),
  domainEventIOError: event(172, { domain, sourcePath: string, deviceAlias: string, action: int }),
  domainEventGraphics: event(173, {
    domain,
    phase: int,
    local: graphicsAddress,
    remote: graphicsAddress,
    authScheme: string,
    subject: array(graphicsIdentity, 20),
  }),
  domainEventIOErrorReason: event(195, {
    domain,
    sourcePath: string,
    deviceAlias: string,
    action: int,
    reason: string,
  }),
  domainEventControlError: event(224, { domain }),
  domainEventBlockJob: event(241, { domain, path: string, type: int, status: int }),
  domainEventDiskChange: event(248, {
    domain,
    oldSourcePath: optional(string),
    newSourcePath: optional(string),
    deviceAlias: string,
    reason: int,
  }),
  domainEventTrayChange: event(268, { domain, deviceAlias: string, reason: int }),
  domainEventPMWakeup: event(269, { domain }),
  domainEventPMSuspend: event(270, { domain }),
  domainEventBalloonChange: event(276, { domain, actual: uhyper }),
  domainEventPMSuspendDisk: event(292, { domain }),
  domainEventDeviceRemoved: event(311, { domain, deviceAlias: string }),
  domainEventCallbackLifecycle: event(318, { callbackId: int, domain, event: int, detail: int }),
  domainEventCallbackReboot: event(319, { callbackId: int, domain }),
  domainEventCallbackRTCChange: event(320, { callbackId: int, domain, offset: hyper }),
  domainEventCallbackWatchdog: event(321, { callbackId: int, domain, action: int }),
  domainEventCallbackIOError: event(322, {
    callbackId: int,
    domain,
    sourcePath: string,
    deviceAlias: string,
    action: int,
  }),
  domainEventCallbackGraphics: event(323, {
    callbackId: int,
    domain,
    phase: int,
    local: graphicsAddress,
    remote: graphicsAddress,
    authScheme: string,
    subject: array(graphicsIdentity, 20),
  }),
  domainEventCallbackIOErrorReason: event(324, {
    callbackId: int,
    domain,
    sourcePath: string,
    deviceAlias: string,
    action: int,
    reason: string,
  }),
  domainEventCallbackControlError: event(325, { callbackId: int, domain }),
  domainEventCallbackBlockJob: event(326, { callbackId: int, domain, path: string, type: int, status: int }),
  domainEventCallbackDiskChange: event(327, {
    callbackId: int,
    domain,
    oldSourcePath: optional(string),
    newSourcePath: optional(string),
    deviceAlias: string,
    reason: int,
  }),
  domainEventCallbackTrayChange: event(328, { callbackId: int, domain, deviceAlias: string, reason: int }),
  domainEventCallbackPMWakeup: event(329, { callbackId: int, reason: int, domain }),
  domainEventCallbackPMSuspend: event(330, { callbackId: int, reason: int, domain }),
  domainEventCallbackBalloonChange: event(331, { callbackId: int, domain, actual: uhyper }),
  domainEventCallbackPMSuspendDisk: event(332, { callbackId: int, reason: int, domain }),
  domainEventCallbackDeviceRemoved: event(333, { callbackId: int, domain, deviceAlias: string }),
  domainEventBlockJob2: event(339, { callbackId: int, domain, destination: string, type: int, status: int }),
  domainEventCallbackTunable: event(346, { callbackId: int, domain, parameters: typedParameters(2048) }),
  domainEventCallbackAgentLifecycle: event(348, { callbackId: int, domain, state: int, reason: int }),
  domainEventCallbackDeviceAdded: event(354, { callbackId: int, domain, deviceAlias: string }),
  domainEventCallbackMigrationIteration: event(359, { callbackId: int, domain, iteration: int }),
  domainEventCallbackJobCompleted: event(363, { callbackId: int, domain, parameters: typedParameters(64) }),
  domainEventCallbackDeviceRemovalFailed: event(367, { callbackId: int, domain, deviceAlias: string }),
  domainEventCallbackMetadataChange: event(379, { callbackId: int, domain, type: int, namespaceUri: optional(string) }),
  domainEventBlockThreshold: event(385, {
    callbackId: int,
    domain,
    device: string,
    path: optional(string),
    threshold: uhyper,
    excess: uhyper,
  }),
  domainEventMemoryFailure: event(423, { callbackId: int, domain, recipient: int, action: int, flags: uint }),
  domainEventMemoryDeviceSizeChange: event(438, { callbackId: int, domain, alias: string, size: uhyper }),
  domainEventNicMacChange: event(453, { callbackId: int, domain, alias: string, oldMac: string, newMac: string }),
};
