import {
  type NetworkDefinition,
  parseDhcpHost,
  parseDhcpRange,
  parseForwardInterface,
  parsePortgroup,
} from '@virtkit/domain-conf/documents';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import { checkRange } from './address-range.js';
import { COMMANDS, changed, type NetworkUpdate, readPart, refuse } from './network-change.js';
import type { TestNetwork } from './test-network.js';
import { withDns } from './update-dns.js';

type Ip = NonNullable<NetworkDefinition['ips']>[number];

/** virNetworkUpdateSection */
const SECTIONS = [
  'none',
  'bridge',
  'domain',
  'ip',
  'ip-dhcp-host',
  'ip-dhcp-range',
  'forward',
  'forward interface',
  'forward pf',
  'portgroup',
  'dns-host',
  'dns-txt',
  'dns-srv',
] as const;

function ipOf({ name = '', ips = [] }: NetworkDefinition, parentIndex: number): Ip {
  const at =
    parentIndex === -1
      ? Math.max(
          0,
          ips.findIndex(({ dhcp }) => dhcp),
        )
      : parentIndex;
  const where = parentIndex === -1 ? '' : ` found at index ${parentIndex} in network '${name}'`;
  return ips[at] ?? refuse('OPERATION_INVALID', `couldn't update dhcp host entry - no <ip> element${where}`);
}

function withIp(definition: NetworkDefinition, old: Ip, dhcp: NonNullable<Ip['dhcp']>): NetworkDefinition {
  const isEmpty = (dhcp.ranges ?? []).length === 0 && (dhcp.hosts ?? []).length === 0 && dhcp.bootp === undefined;
  const { dhcp: _, ...rest } = old;
  const ip = isEmpty ? rest : { ...rest, dhcp };
  return { ...definition, ips: (definition.ips ?? []).map((one) => (one === old ? ip : one)) };
}

function withDhcpHost(definition: NetworkDefinition, { xml, command, parentIndex }: NetworkUpdate): NetworkDefinition {
  const { name: network = '' } = definition;
  const host = readPart(parseDhcpHost, 'host', xml, network);
  const { mac, name, ip: address } = host;
  if (mac === undefined && name === undefined) {
    refuse('XML_ERROR', `Static host definition in IPv4 network '${network}' must have mac or name attribute`);
  }
  if (address === undefined && COMMANDS[command] !== 'delete') {
    refuse('XML_ERROR', `Missing IP address in static host definition for network '${network}'`);
  }
  const shown = [
    mac !== undefined && `mac='${mac}'`,
    `name='${name ?? '(null)'}'`,
    address !== undefined && `ip='${address}'`,
  ];
  const words = shown.filter((word) => word !== false).join(' ');
  const ip = ipOf(definition, parentIndex);
  const hosts = changed(ip.dhcp?.hosts, host, command, {
    isSame: (other) =>
      (mac !== undefined && other.mac === mac) ||
      (name !== undefined && other.name === name) ||
      (address !== undefined && other.ip === address),
    existing: `there is an existing dhcp host entry in network '${network}' that matches "<host ${words}/>"`,
    missing:
      COMMANDS[command] === 'delete'
        ? `couldn't locate a matching dhcp host entry in network '${network}'`
        : `couldn't locate an existing dhcp host entry with "mac='${mac}'" "name='${name ?? '(null)'}'" "ip='${address}'" in network '${network}'`,
  });
  return withIp(definition, ip, { ...ip.dhcp, hosts });
}

function withDhcpRange(definition: NetworkDefinition, { xml, command, parentIndex }: NetworkUpdate): NetworkDefinition {
  const { name: network = '' } = definition;
  const range = readPart(parseDhcpRange, 'range', xml, network);
  const ip = ipOf(definition, parentIndex);
  checkRange(range, ip);
  const words = `"<range start='${range.start}' end='${range.end}'/>"`;
  const ranges = changed(ip.dhcp?.ranges, range, command, {
    isSame: ({ start, end }) => start === range.start && end === range.end,
    existing: `there is an existing dhcp range entry in network '${network}' that matches ${words}`,
    missing: `couldn't locate a matching dhcp range entry in network '${network}'`,
    unmodifiable: 'dhcp ranges',
  });
  return withIp(definition, ip, { ...ip.dhcp, ranges });
}

function withForwardInterface(definition: NetworkDefinition, { xml, command }: NetworkUpdate): NetworkDefinition {
  const { name: network = '' } = definition;
  const device = readPart(parseForwardInterface, 'interface', xml, network);
  const words = `<interface dev='${device.dev}'>`;
  const interfaces = changed(definition.forward?.interfaces, device, command, {
    isSame: ({ dev }) => dev === device.dev,
    existing: `there is an existing interface entry in network '${network}' that matches "${words}"`,
    missing: `couldn't find an interface entry in network '${network}' matching ${words}`,
    unmodifiable: 'forward interface entries',
  });
  const { dev: _, ...forward } = definition.forward ?? {};
  const [first] = interfaces;
  return { ...definition, forward: { ...forward, ...(first && { dev: first.dev }), interfaces } };
}

function withPortgroup(definition: NetworkDefinition, { xml, command }: NetworkUpdate): NetworkDefinition {
  const { name: network = '', portgroups: old = [] } = definition;
  const group = readPart(parsePortgroup, 'portgroup', xml, network);
  const words = `<portgroup name='${group.name}'>`;
  const isOther = old.some((other) => other.default === true && other.name !== group.name);
  const portgroups = changed(old, group, command, {
    isSame: ({ name }) => name === group.name,
    existing: `there is an existing portgroup entry in network '${network}' that matches "${words}"`,
    missing: `couldn't find a portgroup entry in network '${network}' matching ${words}`,
  });
  if (group.default === true && isOther && COMMANDS[command] !== 'delete') {
    const which = `a different portgroup entry in network '${network}' is already set as the default`;
    refuse('OPERATION_INVALID', `${which}. Only one default is allowed.`);
  }
  return { ...definition, portgroups };
}

function changedDefinition(definition: NetworkDefinition, update: NetworkUpdate): NetworkDefinition {
  const section = SECTIONS[update.section] ?? 'none';
  switch (section) {
    case 'ip-dhcp-host':
      return withDhcpHost(definition, update);
    case 'ip-dhcp-range':
      return withDhcpRange(definition, update);
    case 'forward interface':
      return withForwardInterface(definition, update);
    case 'portgroup':
      return withPortgroup(definition, update);
    case 'dns-host':
    case 'dns-txt':
    case 'dns-srv':
      return withDns(definition, section, update);
    case 'none':
      return refuse('OPERATION_UNSUPPORTED', "can't update unrecognized section of network");
    default:
      return refuse('OPERATION_UNSUPPORTED', `can't update '${section}' section of network '${definition.name}'`);
  }
}

/** Changes a part of a network. @throws VirtError OPERATION_INVALID, OPERATION_UNSUPPORTED, XML_ERROR */
export function updateNetwork(network: TestNetwork, update: NetworkUpdate, flags: number): void {
  changeNetwork(network, flags, (definition) => changedDefinition(definition, update));
}

/** Changes the definitions that the flags mean. @throws VirtError OPERATION_INVALID for a live one that there isn't, or what `change` throws */
export function changeNetwork(
  network: TestNetwork,
  flags: number,
  change: (definition: NetworkDefinition) => NetworkDefinition,
): void {
  const { live, persistent } = network;
  const isNamed = hasFlagSet(flags, AFFECT_FLAGS.live | AFFECT_FLAGS.config);
  const affectsLive = isNamed ? hasFlagSet(flags, AFFECT_FLAGS.live) : live !== undefined;
  const affectsConfig = isNamed ? hasFlagSet(flags, AFFECT_FLAGS.config) : live === undefined;
  if (affectsLive && live === undefined) refuse('OPERATION_INVALID', 'network is not running');
  const changedLive = affectsLive && live ? change(live) : live;
  network.persistent = affectsConfig && persistent ? change(persistent) : persistent;
  network.live = changedLive;
}
