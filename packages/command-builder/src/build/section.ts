import type { Argument } from '../arguments/argument.js';
import type { DeviceLists, DeviceOf, Devices, ListKind } from '../definition/devices.js';
import type { ArgumentOrigin } from './argument-origin.js';
import type { BuildContext } from './build-context.js';
import { optionOrigin } from './option-origin.js';
import { overridden } from './overridden.js';

/** Makes the arguments of one QEMU option. */
export type OptionBuilder = (context: BuildContext) => readonly Argument[];

/** Makes the arguments of one device: the same at start and at hotplug. */
export type DeviceBuilder<D> = (device: D, context: BuildContext) => readonly Argument[];

/** One origin for all arguments, or what finds out that of each. */
export type OriginOfArgument = ArgumentOrigin | ((argument: Argument) => ArgumentOrigin);

/** Takes arguments with where they come from, which is found out when it is asked for. */
export type AddArguments = (added: readonly Argument[], origin: OriginOfArgument) => void;

/** A stretch of the command line. */
export type Section = (context: BuildContext, add: AddArguments) => void;

/** An option: the paths that it may follow from, and the rule that makes it as it is where none of them changes it. */
export function option(build: OptionBuilder, ...sources: readonly (string | { readonly rule: string })[]): Section {
  const paths = sources.filter((source) => typeof source === 'string');
  const places = paths.map((path) => ({ path, steps: path.split('/').slice(1) }));
  const rule = sources.find((source) => typeof source !== 'string')?.rule ?? `default of ${paths[0] ?? 'the option'}`;
  return (context, add) => {
    const built = build(context);
    if (built.length > 0) add(built, (argument) => optionOrigin(argument, build, context, places, rule));
  };
}

/** All devices of a kind, or those that a condition picks. */
export function eachDevice<K extends ListKind>(
  kind: K,
  build: DeviceBuilder<DeviceOf<K>>,
  picks: (device: DeviceOf<K>) => boolean = () => true,
): Section {
  return (context, add) => {
    const lists: DeviceLists = context.definition.devices ?? {};
    lists[kind]?.forEach((device, index) => {
      if (!picks(device)) return;
      add(overridden(build(device, context), context.definition), { paths: [`/devices/${kind}/${index}`] });
    });
  };
}

/** The device of a kind of which there is at most one. */
export function singleDevice<K extends keyof Devices>(kind: K, build: DeviceBuilder<NonNullable<Devices[K]>>): Section {
  return (context, add) => {
    const device = context.definition.devices?.[kind];
    if (device === undefined || device === null) return;
    add(overridden(build(device, context), context.definition), { paths: [`/devices/${kind}`] });
  };
}
