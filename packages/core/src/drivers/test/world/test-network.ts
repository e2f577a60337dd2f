import {
  type DhcpHost,
  type DhcpRange,
  type NetworkDefinition,
  type NetworkPortDefinition,
  parseDhcpHost,
  parseDhcpRange,
  parseNetwork,
} from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import type { Chance } from './chance.js';

/** A network of the test world. */
export interface TestNetwork {
  readonly name: string;
  readonly uuid: string;
  /** What the next start takes; a transient network has none. */
  persistent: NetworkDefinition | undefined;
  /** What it is while it is active. */
  live: NetworkDefinition | undefined;
  isAutostarted: boolean;
  /** By their UUIDs. */
  readonly ports: Map<string, NetworkPortDefinition>;
}

/** Forwarding for which libvirt runs a bridge of its own. */
const OWN_BRIDGE: readonly unknown[] = [undefined, 'nat', 'route', 'open'];

/** Reads a network's XML; its bridge gets a name, and what every bridge has. @throws VirtError XML_DETAIL, XML_ERROR */
export function readNetwork(
  xml: string,
  chance: Chance,
  bridgeFor: () => string,
): NetworkDefinition & { name: string; uuid: string } {
  const value = parseNetwork(xml);
  const { name, uuid = chance.uuid(), forward, bridge } = value;
  if (name === undefined || name === '') throw new VirtError('NO_NAME', '', { domain: 'NETWORK' });
  const named = { ...value, name, uuid, ...(forward && { forward: { ...forward, mode: forward.mode ?? 'nat' } }) };
  if (!OWN_BRIDGE.includes(forward?.mode)) return named;
  return { ...named, bridge: { stp: true, delay: 0, ...bridge, name: bridge?.name ?? bridgeFor() } };
}

/** What the network is now. */
export function networkDefinition({ live, persistent, name }: TestNetwork): NetworkDefinition {
  const definition = live ?? persistent;
  if (definition === undefined) throw new VirtError('NO_NETWORK', `no definition of '${name}'`, { domain: 'NETWORK' });
  return definition;
}

type Ip = NonNullable<NetworkDefinition['ips']>[number];
type Dhcp = NonNullable<Ip['dhcp']>;

/** virNetworkUpdateCommand */
const COMMANDS = ['none', 'modify', 'delete', 'add', 'add-first'] as const;
type Command = (typeof COMMANDS)[number];

/** A change of a network: virNetworkUpdate's arguments. */
export interface NetworkUpdate {
  readonly command: number;
  /** virNetworkUpdateSection */
  readonly section: number;
  /** Which `<ip>`; -1 for the first with DHCP. */
  readonly parentIndex: number;
  readonly xml: string;
}

const SECTIONS = { ipDhcpHost: 4, ipDhcpRange: 5 } as const;

function changed<T>(list: readonly T[], item: T, command: Command, isSame: (other: T) => boolean): T[] {
  const known = list.findIndex(isSame);
  const others = list.filter((_, index) => index !== known);
  if ((command === 'modify' || command === 'delete') && known === -1) {
    throw new VirtError('OPERATION_INVALID', "couldn't locate a matching entry in the network", { domain: 'NETWORK' });
  }
  if ((command === 'add' || command === 'add-first') && known !== -1) {
    throw new VirtError('OPERATION_INVALID', 'there is a matching entry in the network already', { domain: 'NETWORK' });
  }
  switch (command) {
    case 'modify':
      return list.map((other, index) => (index === known ? item : other));
    case 'delete':
      return others;
    case 'add-first':
      return [item, ...list];
    default:
      return [...list, item];
  }
}

function changedDhcp(dhcp: Dhcp, { section, xml, command }: NetworkUpdate): Dhcp {
  const word = COMMANDS[command] ?? 'none';
  if (section === SECTIONS.ipDhcpHost) {
    const host = parseDhcpHost(xml);
    const isSame = (other: DhcpHost): boolean =>
      (host.mac !== undefined && other.mac === host.mac) || (host.ip !== undefined && other.ip === host.ip);
    return { ...dhcp, hosts: changed(dhcp.hosts ?? [], host, word, isSame) };
  }
  if (section === SECTIONS.ipDhcpRange) {
    const range = parseDhcpRange(xml);
    const isSame = ({ start, end }: DhcpRange): boolean => start === range.start && end === range.end;
    return { ...dhcp, ranges: changed(dhcp.ranges ?? [], range, word, isSame) };
  }
  throw new VirtError('OPERATION_UNSUPPORTED', `can't update section ${section} of a network`, { domain: 'NETWORK' });
}

function changedDefinition(definition: NetworkDefinition, update: NetworkUpdate): NetworkDefinition {
  const ips = definition.ips ?? [];
  const at =
    update.parentIndex === -1
      ? Math.max(
          0,
          ips.findIndex(({ dhcp }) => dhcp),
        )
      : update.parentIndex;
  const ip = ips[at];
  if (ip === undefined) {
    throw new VirtError('OPERATION_INVALID', "couldn't find the <ip> element to update", { domain: 'NETWORK' });
  }
  const dhcp = changedDhcp(ip.dhcp ?? {}, update);
  return { ...definition, ips: ips.map((other, index) => (index === at ? { ...ip, dhcp } : other)) };
}

/** Changes a part of a network. @throws VirtError OPERATION_INVALID, OPERATION_UNSUPPORTED, XML_ERROR */
export function updateNetwork(network: TestNetwork, update: NetworkUpdate, flags: number): void {
  const { live, persistent } = network;
  const isNamed = hasFlagSet(flags, AFFECT_FLAGS.live | AFFECT_FLAGS.config);
  const affectsLive = isNamed ? hasFlagSet(flags, AFFECT_FLAGS.live) : live !== undefined;
  const affectsConfig = isNamed ? hasFlagSet(flags, AFFECT_FLAGS.config) : live === undefined;
  if (affectsLive && live === undefined) {
    throw new VirtError('OPERATION_INVALID', 'network is not running', { domain: 'NETWORK' });
  }
  const changedLive = affectsLive && live ? changedDefinition(live, update) : live;
  network.persistent = affectsConfig && persistent ? changedDefinition(persistent, update) : persistent;
  network.live = changedLive;
}
