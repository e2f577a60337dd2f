// Written from the files under src/commands; `pnpm test -u` in this package writes it anew.
import type { CommandRow } from '../command/command-row.js';

/** Every command by its name, without what only running it needs. */
export const commandTable = {
  "console": {
    group: 'domain',
    summary: "connect to the guest console",
    load: () => import('../commands/domain/console.js'),
  },
  "create": {
    group: 'domain',
    summary: "create a domain from an XML file",
    load: () => import('../commands/domain/create.js'),
  },
  "define": {
    group: 'domain',
    summary: "define (but don't start) a domain from an XML file",
    load: () => import('../commands/domain/define.js'),
  },
  "destroy": {
    group: 'domain',
    summary: "destroy (stop) a domain",
    load: () => import('../commands/domain/destroy.js'),
  },
  "domid": {
    group: 'domain',
    summary: "convert a domain name or UUID to domain id",
    load: () => import('../commands/domain/domid.js'),
  },
  "domname": {
    group: 'domain',
    summary: "convert a domain id or UUID to domain name",
    load: () => import('../commands/domain/domname.js'),
  },
  "domuuid": {
    group: 'domain',
    summary: "convert a domain name or id to domain UUID",
    load: () => import('../commands/domain/domuuid.js'),
  },
  "dumpxml": {
    group: 'domain',
    summary: "domain information in XML",
    load: () => import('../commands/domain/dumpxml.js'),
  },
  "reset": {
    group: 'domain',
    summary: "reset a domain",
    load: () => import('../commands/domain/reset.js'),
  },
  "resume": {
    group: 'domain',
    summary: "resume a domain",
    load: () => import('../commands/domain/resume.js'),
  },
  "shutdown": {
    group: 'domain',
    summary: "gracefully shutdown a domain",
    load: () => import('../commands/domain/shutdown.js'),
  },
  "start": {
    group: 'domain',
    summary: "start a (previously defined) inactive domain",
    load: () => import('../commands/domain/start.js'),
  },
  "suspend": {
    group: 'domain',
    summary: "suspend a domain",
    load: () => import('../commands/domain/suspend.js'),
  },
  "undefine": {
    group: 'domain',
    summary: "undefine a domain",
    load: () => import('../commands/domain/undefine.js'),
  },
  "dominfo": {
    group: 'monitor',
    summary: "domain information",
    load: () => import('../commands/monitor/dominfo.js'),
  },
  "domstate": {
    group: 'monitor',
    summary: "domain state",
    load: () => import('../commands/monitor/domstate.js'),
  },
  "list": {
    group: 'monitor',
    summary: "list domains",
    load: () => import('../commands/monitor/list.js'),
  },
  "event": {
    group: 'events',
    summary: "Domain Events",
    load: () => import('../commands/events/event.js'),
  },
  "hostname": {
    group: 'host',
    summary: "print the hypervisor hostname",
    load: () => import('../commands/host/hostname.js'),
  },
  "uri": {
    group: 'host',
    summary: "print the hypervisor canonical URI",
    load: () => import('../commands/host/uri.js'),
  },
  "version": {
    group: 'host',
    summary: "show version",
    load: () => import('../commands/host/version.js'),
  },
  "capabilities record": {
    group: 'emulator',
    summary: "record what an emulator answers to a capability probe",
    load: () => import('../commands/emulator/capabilities-record.js'),
  },
  "advance-clock": {
    group: 'virtkit',
    summary: "let time go by in a test world",
    load: () => import('../commands/virtkit/advance-clock.js'),
  },
  "complete": {
    group: 'virtkit',
    summary: "complete a command line, for shells",
    load: () => import('../commands/virtkit/complete.js'),
  },
  "crash-domain": {
    group: 'virtkit',
    summary: "let a domain crash, for tests",
    load: () => import('../commands/virtkit/crash-domain.js'),
  },
  "echo": {
    group: 'virtkit',
    summary: "echo arguments",
    load: () => import('../commands/virtkit/echo.js'),
  },
  "explain": {
    group: 'virtkit',
    summary: "show the command line of a domain, and why each argument is there",
    load: () => import('../commands/virtkit/explain.js'),
  },
  "help": {
    group: 'virtkit',
    summary: "print help",
    load: () => import('../commands/virtkit/help.js'),
  },
  "trace": {
    group: 'virtkit',
    summary: "run another command and show the calls it makes",
    load: () => import('../commands/virtkit/trace.js'),
  },
} as const satisfies Record<string, CommandRow>;
