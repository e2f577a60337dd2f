import { flag, keyed, plain, qomObject } from '../arguments/argument.js';
import { domainDirectory, monitorPath } from '../build/domain-paths.js';
import type { OptionBuilder } from '../build/section.js';

/** `-S`: QEMU waits for `cont`, so that nothing of the guest runs before the driver is ready. */
export const stoppedOption: OptionBuilder = () => [flag('S')];

/** The secret that protects all other secrets on their way to QEMU. */
export const masterKeyObject: OptionBuilder = (context) => [
  qomObject('secret', 'masterKey0', { format: 'raw', file: `${domainDirectory(context)}/master-key.aes` }),
];

/** `-no-user-config -nodefaults`: nothing but what the definition says. */
export const noDefaultsOptions: OptionBuilder = () => [flag('no-user-config'), flag('nodefaults')];

/** `-uuid` */
export const uuidOption: OptionBuilder = ({ definition }) =>
  definition.uuid === undefined ? [] : [plain('uuid', definition.uuid)];

/** `-display none` for a domain without graphics. */
export const displayOption: OptionBuilder = ({ definition }) =>
  definition.devices?.graphics?.length ? [] : [plain('display', 'none')];

/** The monitor: a listening socket that QEMU inherits, so that it can be connected to before QEMU runs. */
export const monitorOptions: OptionBuilder = (context) => [
  keyed('chardev', 'socket', {
    id: 'charmonitor',
    ...(context.paths
      ? { path: monitorPath(context) }
      : { fd: { descriptor: 'monitor', open: { kind: 'unix-listen', path: monitorPath(context) } } }),
    server: true,
    wait: false,
  }),
  keyed('mon', undefined, {
    chardev: 'charmonitor',
    id: 'monitor',
    mode: context.monitor === 'qmp' ? 'control' : 'readline',
  }),
];

/** The groups of system calls that no guest needs its emulator to make. */
export const DENIED_GROUPS = ['obsolete', 'elevateprivileges', 'spawn', 'resourcecontrol'] as const;

/** `-sandbox`: the system calls that QEMU gives up. */
export const sandboxOption: OptionBuilder = ({ flags, host }) => {
  if (!flags.has('seccomp-sandbox')) return [];
  if (host.settings.seccompSandbox === 0) return [plain('sandbox', 'off')];
  return [keyed('sandbox', 'on', Object.fromEntries(DENIED_GROUPS.map((group) => [group, 'deny'])))];
};

/** `-msg`: messages with their time. */
export const messageOption: OptionBuilder = ({ host }) =>
  host.settings.logTimestamp === false ? [] : [keyed('msg', undefined, { timestamp: true })];
