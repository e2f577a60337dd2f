import { event, procedure } from '../table/procedure.js';
import { optional } from '../xdr/composites.js';
import { hyper, int, string, uint } from '../xdr/scalars.js';
import { domain } from './objects.js';

/** QEMU's own procedures: past libvirt, straight to monitor and agent. */
export const qemuProcedures = {
  domainQemuMonitorCommand: procedure(1, { domain, command: string, flags: uint }, { result: string }),
  domainQemuAttach: procedure(2, { pid: uint, flags: uint }, { domain }),
  domainQemuAgentCommand: procedure(
    3,
    { domain, command: string, timeout: int, flags: uint },
    { result: optional(string) },
  ),
  connectDomainQemuMonitorEventRegister: procedure(
    4,
    { domain: optional(domain), event: optional(string), flags: uint },
    { callbackId: int },
    'high',
  ),
  connectDomainQemuMonitorEventDeregister: procedure(5, { callbackId: int }, {}, 'high'),
  domainQemuMonitorCommandWithFiles: procedure(
    7,
    { domain, command: string, flags: uint },
    { result: string },
    'takesDescriptors',
  ),
};

/** What the server tells unasked about the same. */
export const qemuEvents = {
  domainQemuMonitorEvent: event(6, {
    callbackId: int,
    domain,
    event: string,
    seconds: hyper,
    microseconds: uint,
    details: optional(string),
  }),
};
