import { VirtError } from '@virtkit/errors';
import { machineOf } from '../complete/completion-context.js';
import type { Serial } from '../definition/devices.js';
import { isArm, isPpc, type MachineFamily } from '../machine/machine-family.js';
import { type DefinitionCheck, unsupported } from './check.js';

/** What QEMU speaks on a TCP connection. */
export const chardevProtocolsFit: DefinitionCheck = ({ devices = {} }) => {
  const { serials = [], parallels = [], consoles = [], channels = [], redirdevs = [] } = devices;
  for (const one of [...serials, ...parallels, ...consoles, ...channels, ...redirdevs]) {
    if (one.type === 'tcp') {
      const { type } = one.protocol ?? {};
      if (type === 'tls' || type === 'telnets') unsupported(`tcp chardev protocol '${type}' not supported`);
    }
    if (one.type !== 'unix' && one.type !== 'tcp') continue;
    if (one.source?.reconnect?.enabled === true && one.source.mode !== 'connect') {
      throw new VirtError('INTERNAL_ERROR', 'chardev reconnect is possible only for connect mode');
    }
  }
};

type SerialType = NonNullable<NonNullable<Serial['target']>['type']>;

/** Kinds of serial ports that are part of a board. */
const BOARD_SERIALS: Readonly<Partial<Record<SerialType, (family: MachineFamily) => boolean>>> = {
  'spapr-vio-serial': (family) => family === 'pseries',
  'sclp-serial': (family) => family === 's390-ccw',
};

/** Serial ports that are part of a board come with that board. */
export const serialsFit: DefinitionCheck = (definition, context) => {
  const { arch, family } = machineOf(definition, context);
  for (const { target } of definition.devices?.serials ?? []) {
    const { type, model } = target ?? {};
    if (type === undefined || model === undefined) continue;
    const fits =
      type === 'system-serial'
        ? isArm(arch) || isPpc(arch) || family === 'riscv-virt' || family === 'loongarch-virt'
        : (BOARD_SERIALS[type]?.(family) ?? true);
    if (fits) continue;
    unsupported(
      `Serial device with target type '${type}' and target model '${model.name}' not compatible with guest architecture or machine type`,
    );
  }
};

/** Consoles that QEMU does not have. */
const FOREIGN_CONSOLES: ReadonlySet<string> = new Set(['xen', 'uml', 'lxc', 'openvz', 'xenbus']);

/** Consoles are of a kind that QEMU has. */
export const consolesFit: DefinitionCheck = ({ devices }) => {
  for (const { target } of devices?.consoles ?? []) {
    if (target?.type !== undefined && FOREIGN_CONSOLES.has(target.type)) {
      unsupported(`unsupported console target type ${target.type}`);
    }
  }
};

/** What pseries has no place for. */
export const pseriesDevicesFit: DefinitionCheck = (definition, context) => {
  if (machineOf(definition, context).family !== 'pseries') return;
  const { parallels = [], panics = [] } = definition.devices ?? {};
  if (parallels.length > 0) unsupported('parallel ports are not supported');
  if (panics.some(({ model, address }) => model === 'pseries' && address !== undefined)) {
    unsupported("setting the panic device address is not supported for model 'pseries'");
  }
};
