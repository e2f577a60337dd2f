import type { EmulatorCapabilities, HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { Argument } from '../arguments/argument.js';
import { type BuildContext, buildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { DeviceOf } from '../definition/devices.js';
import { channelArguments } from '../devices/channel.js';
import { consoleArguments } from '../devices/console.js';
import { controllerArguments } from '../devices/controllers/controller.js';
import { cryptoArguments } from '../devices/crypto.js';
import { diskArguments } from '../devices/disk.js';
import { filesystemArguments } from '../devices/filesystem.js';
import { hostdevArguments } from '../devices/hostdev.js';
import { hostdevInterfaceArguments } from '../devices/hostdev-interface.js';
import { inputArguments } from '../devices/input.js';
import { interfaceArguments } from '../devices/interface.js';
import { memoryDeviceArguments } from '../devices/memory-device.js';
import { redirdevArguments } from '../devices/redirdev.js';
import { rngArguments } from '../devices/rng.js';
import { serialArguments } from '../devices/serial.js';
import { shmemArguments } from '../devices/shmem.js';
import { watchdogArguments } from '../devices/watchdog.js';
import { type DeviceKind, type DevicePlace, deviceAt } from './device-entry.js';
import type { HotplugStep } from './hotplug-command.js';
import { hotplugStep } from './hotplug-step.js';

/** Makes the arguments of the device at a place, if there is one; the builders are those of a start. */
type PlacedBuilder = (context: BuildContext, index: number) => readonly Argument[];

/** Builds the device at a place as a start would. */
function builds<K extends DeviceKind>(kind: K, build: DeviceBuilder<DeviceOf<K>>): PlacedBuilder {
  return (context, index) => {
    const device = deviceAt(context.definition, kind, index);
    return device === undefined ? [] : build(device, context);
  };
}

/** Serial ports on buses that know of plugging; others are part of the machine. */
const PLUGGABLE_SERIALS: ReadonlySet<string | undefined> = new Set(['pci-serial', 'usb-serial']);

/** The kinds that come and go while a domain runs. */
const BUILDERS: Readonly<Partial<Record<DeviceKind, PlacedBuilder>>> = {
  channels: builds('channels', channelArguments),
  consoles: builds('consoles', consoleArguments),
  controllers: builds('controllers', controllerArguments),
  cryptos: builds('cryptos', cryptoArguments),
  disks: builds('disks', diskArguments),
  filesystems: builds('filesystems', filesystemArguments),
  hostdevs: builds('hostdevs', hostdevArguments),
  inputs: builds('inputs', inputArguments),
  interfaces: builds('interfaces', (one, context) =>
    one.type === 'hostdev' ? hostdevInterfaceArguments(one, context) : interfaceArguments(one, context),
  ),
  memories: builds('memories', memoryDeviceArguments),
  redirdevs: builds('redirdevs', redirdevArguments),
  rngs: builds('rngs', rngArguments),
  serials: builds('serials', (serial, context) =>
    PLUGGABLE_SERIALS.has(serial.target?.type) ? serialArguments(serial, context) : [],
  ),
  shmems: builds('shmems', shmemArguments),
  watchdogs: builds('watchdogs', watchdogArguments),
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
  const context = buildContext(definition, capabilities, host, { domainId: definition.id ?? -1, paths: true });
  const steps = (BUILDERS[kind]?.(context, index) ?? []).map(hotplugStep);
  if (steps.at(-1)?.add.name === 'device_add') return steps;
  throw new VirtError('OPERATION_UNSUPPORTED', `a device of '${kind}' can't come or go while the domain runs`, {
    domain: 'QEMU',
  });
}
