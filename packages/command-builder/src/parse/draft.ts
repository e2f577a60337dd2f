import type { ArchitectureName } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import type { DeviceOf, Devices, ListKind, Watchdog } from '../definition/devices.js';
import type { MachineFamily } from '../machine/machine-family.js';
import type { Buses } from './buses.js';
import type { DiskTargets } from './devices/disk-targets.js';
import type { IdNumbers } from './id-numbers.js';
import type { NativeArgument } from './native-argument.js';
import type { NativeCommandLine } from './native-command-line.js';
import type { Relations } from './relations.js';

/** A definition in the making. */
export interface Draft {
  readonly line: NativeCommandLine;
  readonly arch: ArchitectureName;
  readonly family: MachineFamily;
  readonly definition: DomainDefinition;
  readonly devices: Devices;
  readonly buses: Buses;
  readonly iothreads: IdNumbers;
  readonly audios: IdNumbers;
  /** QEMU adds no devices of its own accord. */
  readonly noDefaults: boolean;
  /** The command line is one that a driver made: what it doesn't say of booting is meant. */
  readonly strictBoot: boolean;
  readonly relations: Relations;
  readonly targets: DiskTargets;
  /** Aliases that stay from one start to the next. */
  readonly userAliases: Set<string>;
  /** Places in the order of booting that floppies have by their unit; they stand before the floppies. */
  readonly floppyBoots: Map<number, number>;
  /** What the machine is told to load from the first device that it boots. */
  readonly loadparm: { machine?: string | undefined };
  /** What all watchdogs do. */
  readonly watchdogAction: { action?: Watchdog['action'] };
  /** Slots that went to devices which are left as they are. */
  readonly placed: number[];
  readonly assumptions: Assumption[];
}

/** What an argument doesn't tell, and was taken to be. */
export interface Assumption {
  readonly words: readonly string[];
  readonly reason: string;
}

/** A device read from arguments. */
export interface ReadDevice {
  /** Adds it to the definition, under the alias if its properties need one. */
  readonly add: (draft: Draft, alias: string | undefined) => void;
  /** The arguments beside its own that it is made of: its host's side. */
  readonly uses: readonly NativeArgument[];
}

/** Reads a device from its argument. Throws `Unmapped` where that has no place in a definition. */
export type DeviceParser = (device: NativeArgument, draft: Draft) => ReadDevice;

/**
 * Reads an option into the definition, and gives the other arguments that it used. Throws `Unmapped` where it has no place
 * there. It replaces what it changes and never changes it in place, but for devices, so that all can be taken back.
 */
export type OptionParser = (argument: NativeArgument, draft: Draft) => readonly NativeArgument[] | undefined;

/** A device of a kind of which there may be several. */
export function listed<K extends ListKind>(
  kind: K,
  device: DeviceOf<K>,
  uses: readonly NativeArgument[] = [],
): ReadDevice {
  return {
    uses,
    add: ({ devices }, alias) => {
      addDevice(devices, kind, alias === undefined ? device : Object.assign({}, device, { alias: { name: alias } }));
    },
  };
}

/** The device of a kind of which there is at most one. */
export function single<K extends Exclude<keyof Devices, ListKind | 'emulator' | 'redirfilter'>>(
  kind: K,
  device: NonNullable<Devices[K]>,
  uses: readonly NativeArgument[] = [],
): ReadDevice {
  return {
    uses,
    add: ({ devices }, alias) => {
      Object.assign(devices, { [kind]: alias === undefined ? device : { ...device, alias: { name: alias } } });
    },
  };
}

/** Adds a device behind those of its kind, in place: a line may have thousands. */
export function addDevice<K extends ListKind>(devices: Devices, kind: K, device: DeviceOf<K>): void {
  const lists: { [K in ListKind]?: DeviceOf<K>[] } = devices;
  const list: DeviceOf<K>[] | undefined = lists[kind];
  if (list === undefined) Object.assign(devices, { [kind]: [device] });
  else list.push(device);
}
