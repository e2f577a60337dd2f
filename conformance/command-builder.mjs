// The part of the adapter that is about definitions and command lines: it translates between the runner and the
// packages @virtkit/domain-conf and @virtkit/command-builder.

import { buildCommandLine, completeDomain, numberDescriptors } from '../packages/command-builder/dist/index.js';
import {
  applyFormatRules,
  domainError,
  formatDomain,
  parseDomain,
  validateDomain,
} from '../packages/domain-conf/dist/index.js';
import { hostDescription } from './host-description.mjs';

/** Where short names of machine types stay as they are, the emulator knows the machine types by those. */
function capabilitiesOf({ caps, params, host }) {
  const short = params.stripMachineAliases === true;
  const byShortName = ({ alias, ...machine }) =>
    alias === undefined ? [machine] : [{ ...machine, name: alias }, machine];
  const accelerators = caps.accelerators.map(({ hostCpu, ...one }) => ({
    ...one,
    ...(hostCpu === undefined || replacesHostCpu(params, host) ? {} : { hostCpu }),
    machines: short ? one.machines.flatMap(byShortName) : one.machines,
  }));
  return { ...caps, accelerators };
}

/** A case with a host CPU of its own has no expansion of another one. */
function replacesHostCpu(params, host) {
  return (
    params.hostCpuModel !== undefined &&
    params.hostCpuModel !== 'host' &&
    host.hostCpus?.[params.hostCpuModel] !== undefined
  );
}

/** The definition after define, and the host that it was completed for. */
export function defined(xml, context) {
  const { host, params } = context;
  const caps = capabilitiesOf(context);
  const description = hostDescription(host, params, xml);
  const { definition: parsed, positions } = parseDomain(xml);
  const origin = params.parseFlags?.includes('ABI_UPDATE') ? 'new' : 'existing';
  const ruled = applyFormatRules(parsed, { architecture: params.hostArch ?? description.arch, origin });
  const { definition } = completeDomain(ruled, caps, description, { origin });
  const [problem] = validateDomain(definition);
  if (problem !== undefined) throw domainError(problem, positions);
  return { caps, description, definition };
}

/** @returns {string} the definition as `define` and `dumpxml` leave it */
export function normalizeDomain(xml, context) {
  return formatDomain(defined(xml, context).definition, { inactive: true });
}

/** @returns {{ argv: string[], env: Record<string, string> }} */
export function domainToArgv(xml, context) {
  const { host, params } = context;
  const { caps, description, definition } = defined(xml, context);
  const probed = params.start === true ? withProbedChains(definition) : definition;
  const line = buildCommandLine(probed, caps, description, buildOptions(context));
  return {
    argv: numberDescriptors(line.argv, ({ open }) => numberOf(open, host, params, definition)),
    env: line.environment,
  };
}

/** How the command line of a case is built. */
export function buildOptions({ host, params }) {
  const start = params.start === true;
  return {
    domainId: start ? 1 : host.domainId.argv,
    paths: host.fds.monitorSocket === null && !start,
    ...incoming(params),
    ...(start || typeof host.tpm?.emulatorSocket !== 'string'
      ? {}
      : { tpmSocket: leadingPath(host.tpm.emulatorSocket) }),
  };
}

/** A guest's state that comes over a descriptor has that one's number. */
function incoming({ migrateFrom }) {
  if (migrateFrom === undefined) return {};
  const { uri, fd } = migrateFrom;
  return { incoming: uri === 'stdio' ? `fd:${fd}` : uri };
}

function leadingPath(sentence) {
  return sentence.split(' ')[0];
}

/** Images that a start found: none has another below it. */
function withProbedChains(definition) {
  const exists = ({ type, source, backingStore }) =>
    type === 'file' &&
    backingStore === undefined &&
    /^\/(var\/lib\/libvirt\/images|srv|tmp)\//.test(source?.file ?? '');
  const disks = definition.devices.disks?.map((disk) => (exists(disk) ? { ...disk, backingStore: {} } : disk));
  return disks === undefined ? definition : { ...definition, devices: { ...definition.devices, disks } };
}

const ANY = 3;

/** Taps of a bridge count from 102, others from 3; the kernel's side counts from 44. */
const FIRST = { tap: 3, bridgeTap: 102, vhostNet: 44 };

function numberOf(open, { fds, tpm }, { vdpaFds = {} }, definition) {
  switch (open.kind) {
    case 'tap': {
      const { type } = definition.devices.interfaces[open.interface];
      return (type === 'bridge' || type === 'network' ? FIRST.bridgeTap : FIRST.tap) + open.queue;
    }
    case 'device':
      return deviceNumber(open.path, fds, tpm, vdpaFds);
    case 'vhost-net':
      return FIRST.vhostNet + open.queue;
    case 'unix-listen':
      return fds.monitorSocket ?? ANY;
    case 'file':
      return leadingNumber(fds.chardevFile);
    default:
      return ANY;
  }
}

function deviceNumber(path, fds, tpm, vdpaFds) {
  if (path === '/dev/vhost-scsi') return fds.vhostScsi ?? ANY;
  if (path === '/dev/vhost-vsock') return fds.vhostVsock ?? ANY;
  if (path.startsWith('/dev/vhost-vdpa')) return vdpaFds[path] ?? fds.vdpaNetwork ?? ANY;
  const [node = ANY, cancel = ANY] = fds.tpmPassthrough ?? [];
  return path === tpm?.passthroughCancelPath ? cancel : node;
}

/** Some numbers stand at the head of a sentence. */
function leadingNumber(value) {
  return Number.parseInt(value, 10) || ANY;
}
