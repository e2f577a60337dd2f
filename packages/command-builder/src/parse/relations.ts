import { CODEC_DRIVERS } from '../devices/sound.js';
import { keyOf } from './given.js';
import type { NativeArgument } from './native-argument.js';
import type { NativeCommandLine } from './native-command-line.js';

/** Which arguments belong together beside backends and their devices, found out once. */
export interface Relations {
  /** On s390x: what says under which numbers the guest knows a device, by the device's id. */
  readonly zpci: ReadonlyMap<string, NativeArgument>;
  /** Codecs of sound cards by their bus; those without one sit on the first card. */
  readonly codecs: ReadonlyMap<string | undefined, readonly NativeArgument[]>;
  readonly firstCodecCard: NativeArgument | undefined;
  /** The side of the host of each `-net nic` that names none: that which stands at its place among those. */
  readonly netHosts: ReadonlyMap<NativeArgument, NativeArgument>;
  /** Ids of the network backends that devices refer to. */
  readonly netdevs: ReadonlySet<string>;
  readonly deviceIds: ReadonlySet<string>;
  /** Whether any device has a place of its own in the order of booting. */
  readonly hasBootIndexes: boolean;
}

/** The relations between the arguments of a command line. */
export function relationsOf(line: NativeCommandLine): Relations {
  const devices = line.all('device');
  const peeked = (name: string) => devices.flatMap(({ parameters }) => parameters.peek(name) ?? []);
  const byDriver = (matches: (driver: string) => boolean) =>
    devices.filter(({ parameters }) => matches(parameters.peek('driver') ?? ''));
  const codecs = byDriver((driver) => keyOf(CODEC_DRIVERS, driver) !== undefined);
  return {
    zpci: new Map(
      byDriver((driver) => driver === 'zpci').map((one) => [one.parameters.peek('target') ?? '', one] as const),
    ),
    codecs: grouped(codecs, ({ parameters }) => parameters.peek('bus')),
    firstCodecCard: byDriver((driver) => driver.endsWith('intel-hda'))[0],
    netHosts: netHosts(line.all('net')),
    netdevs: new Set(peeked('netdev')),
    deviceIds: new Set(peeked('id')),
    hasBootIndexes: devices.some(({ parameters }) => parameters.has('bootindex')),
  };
}

function grouped<T, K>(items: readonly T[], keyOfItem: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function netHosts(nets: readonly NativeArgument[]): ReadonlyMap<NativeArgument, NativeArgument> {
  const nics = nets.filter(({ parameters }) => parameters.peek('type') === 'nic' && !parameters.has('netdev'));
  const hosts = nets.filter(({ parameters }) => !['nic', 'none'].includes(parameters.peek('type') ?? ''));
  return new Map(
    nics.flatMap((nic, index) => {
      const host = hosts[index];
      return host === undefined ? [] : [[nic, host] as const];
    }),
  );
}
