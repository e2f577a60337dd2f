// The part of the adapter that is about definitions and command lines: it translates between the runner and the
// packages @virtkit/domain-conf and @virtkit/command-builder.

import { buildCommandLine, completeDomain, numberDescriptors } from '../packages/command-builder/dist/index.js';
import { applyFormatRules, formatDomain, parseDomain } from '../packages/domain-conf/dist/index.js';
import { hostDescription } from './host-description.mjs';

/** Where short names of machine types stay as they are, the emulator knows the machine types by those. */
function capabilitiesOf({ caps, params }) {
  if (!params.stripMachineAliases) return caps;
  const byShortName = ({ alias, ...machine }) => (alias === undefined ? machine : { ...machine, name: alias });
  const accelerators = caps.accelerators.map((one) => ({ ...one, machines: one.machines.map(byShortName) }));
  return { ...caps, accelerators };
}

/** The definition after define, and the host that it was completed for. */
function defined(xml, context) {
  const { host, params } = context;
  const caps = capabilitiesOf(context);
  const description = hostDescription(host, params);
  const { definition } = parseDomain(xml);
  const origin = params.parseFlags?.includes('ABI_UPDATE') ? 'new' : 'existing';
  const ruled = applyFormatRules(definition, { architecture: params.hostArch ?? description.arch });
  return { caps, description, definition: completeDomain(ruled, caps, description, { origin }).definition };
}

/** @returns {string} the definition as `define` and `dumpxml` leave it */
export function normalizeDomain(xml, context) {
  return formatDomain(defined(xml, context).definition, { inactive: true });
}

/** @returns {{ argv: string[], env: Record<string, string> }} */
export function domainToArgv(xml, context) {
  const { host, params } = context;
  const { caps, description, definition } = defined(xml, context);
  const start = params.start === true;
  const line = buildCommandLine(definition, caps, description, {
    domainId: start ? 1 : host.domainId.argv,
    paths: host.fds.monitorSocket === null && !start,
  });
  return { argv: numberDescriptors(line.argv, ({ open }) => numberOf(open, host.fds)), env: line.environment };
}

const ANY = 3;

function numberOf(open, fds) {
  switch (open.kind) {
    case 'unix-listen':
      return fds.monitorSocket ?? ANY;
    case 'file':
      return fds.chardevFile ?? ANY;
    default:
      return ANY;
  }
}
