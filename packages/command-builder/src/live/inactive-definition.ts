import type { DomainDefinition } from '@virtkit/domain-conf';
import { changeDevices } from '../complete/change.js';
import { withoutRunAliases } from '../complete/rules/aliases.js';
import type { DeviceOf } from '../definition/devices.js';

/** Names that the driver gives to an interface's device on the host. */
const GENERATED_DEVICE = /^(vnet|macvtap|macvlan)\d+$/;

/** What the next start of a running domain would take: without what only this run decided. */
export function inactiveDefinition(live: DomainDefinition): DomainDefinition {
  let definition = withoutRunAliases(live);
  definition = changeDevices(definition, 'serials', withoutTerminal);
  definition = changeDevices(definition, 'parallels', withoutTerminal);
  definition = changeDevices(definition, 'channels', withoutTerminal);
  definition = changeDevices(definition, 'consoles', (console) => {
    const { tty: _, ...rest } = withoutTerminal(console);
    return rest;
  });
  definition = changeDevices(definition, 'interfaces', withoutGeneratedDevice);
  return changeDevices(definition, 'graphics', withoutPort);
}

function withoutTerminal<D extends DeviceOf<'serials' | 'parallels' | 'channels' | 'consoles'>>(device: D): D {
  if (device.type !== 'pty' || device.source === undefined) return device;
  const { path: _, ...source } = device.source;
  const inactive = { ...device, source };
  if (Object.keys(source).length === 0) Reflect.deleteProperty(inactive, 'source');
  return inactive;
}

function withoutGeneratedDevice(device: DeviceOf<'interfaces'>): DeviceOf<'interfaces'> {
  if (device.target?.dev === undefined || !GENERATED_DEVICE.test(device.target.dev)) return device;
  const {
    target: { dev: _, ...target },
    ...rest
  } = device;
  return { ...rest, ...(Object.keys(target).length > 0 && { target }) };
}

function withoutPort(device: DeviceOf<'graphics'>): DeviceOf<'graphics'> {
  return 'autoport' in device && device.autoport === true ? { ...device, port: -1 } : device;
}
