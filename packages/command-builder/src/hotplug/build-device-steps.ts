import type { EmulatorCapabilities, HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { Argument } from '../arguments/argument.js';
import { type BuildContext, buildContext } from '../build/build-context.js';
import { controllerArguments } from '../devices/controllers/controller.js';
import { diskArguments } from '../devices/disk.js';
import { hostdevArguments } from '../devices/hostdev.js';
import { hostdevInterfaceArguments } from '../devices/hostdev-interface.js';
import { inputArguments } from '../devices/input.js';
import { interfaceArguments } from '../devices/interface.js';
import { rngArguments } from '../devices/rng.js';
import { type DeviceKind, type DevicePlace, deviceAt } from './device-entry.js';
import { type HotplugStep, hotplugStep } from './hotplug-step.js';

/** Makes the arguments of the device at a place, if there is one; the builders are those of a start. */
type PlacedBuilder = (context: BuildContext, index: number) => readonly Argument[];

/** The kinds that come and go while a domain runs. */
const BUILDERS: Readonly<Partial<Record<DeviceKind, PlacedBuilder>>> = {
  controllers: (context, index) => {
    const controller = deviceAt(context.definition, 'controllers', index);
    return controller === undefined ? [] : controllerArguments(controller, context);
  },
  disks: (context, index) => {
    const disk = deviceAt(context.definition, 'disks', index);
    return disk === undefined ? [] : diskArguments(disk, context);
  },
  interfaces: (context, index) => {
    const one = deviceAt(context.definition, 'interfaces', index);
    if (one === undefined) return [];
    return one.type === 'hostdev' ? hostdevInterfaceArguments(one, context) : interfaceArguments(one, context);
  },
  inputs: (context, index) => {
    const input = deviceAt(context.definition, 'inputs', index);
    return input === undefined ? [] : inputArguments(input, context);
  },
  hostdevs: (context, index) => {
    const hostdev = deviceAt(context.definition, 'hostdevs', index);
    return hostdev === undefined ? [] : hostdevArguments(hostdev, context);
  },
  rngs: (context, index) => {
    const rng = deviceAt(context.definition, 'rngs', index);
    return rng === undefined ? [] : rngArguments(rng, context);
  },
};

/**
 * What makes up one device of a running domain, in the order in which QEMU gets it; what it is made of goes in the reverse
 * order. The device itself (`device_add`) comes last.
 * @param definition the definition as it runs, with the device in it
 * @param place where it is in that definition
 * @throws VirtError OPERATION_UNSUPPORTED for a device that can't be had while the domain runs
 */
export function buildDeviceSteps(
  definition: DomainDefinition,
  { kind, index }: DevicePlace,
  capabilities: EmulatorCapabilities,
  host: HostDescription,
): readonly HotplugStep[] {
  const context = buildContext(definition, capabilities, host, { domainId: definition.id ?? -1 });
  const steps = (BUILDERS[kind]?.(context, index) ?? []).map(hotplugStep);
  if (steps.at(-1)?.add.name === 'device_add') return steps;
  throw new VirtError('OPERATION_UNSUPPORTED', `a device of '${kind}' can't come or go while the domain runs`, {
    domain: 'QEMU',
  });
}
