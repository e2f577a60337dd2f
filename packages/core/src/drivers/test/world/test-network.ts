import { isIP } from 'node:net';
import { type NetworkDefinition, type NetworkPortDefinition, parseNetwork } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import { checkRange } from './address-range.js';
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

/** Reads a network's XML; its bridge gets what every bridge has. @throws VirtError XML_DETAIL, XML_ERROR */
export function readNetwork(xml: string, chance: Chance): NetworkDefinition & { name: string; uuid: string } {
  const value = parseNetwork(xml);
  const { name, uuid = chance.uuid(), forward, bridge } = value;
  if (name === undefined || name === '') throw new VirtError('NO_NAME', '', { domain: 'NETWORK' });
  if (name.includes('/'))
    throw new VirtError('INVALID_ARG', 'invalid char in name: /', { domain: 'NETWORK', isWhole: true });
  const named = { ...value, name, uuid, ...(forward && { forward: completeForward(forward) }) };
  checkAddresses(named);
  if (!OWN_BRIDGE.includes(forward?.mode)) return named;
  return { ...named, bridge: { stp: true, delay: 0, ...bridge } };
}

type Forward = NonNullable<NetworkDefinition['forward']>;

/** A device and the interfaces that it stands for are the same, said twice. */
function completeForward(forward: Forward): Forward {
  const { dev, interfaces = dev === undefined ? undefined : [{ dev }] } = forward;
  const [first] = interfaces ?? [];
  return {
    ...forward,
    mode: forward.mode ?? 'nat',
    ...(first && { dev: first.dev }),
    ...(interfaces && { interfaces }),
  };
}

/** @throws VirtError XML_ERROR for what is no address or forwarding that needs one, INTERNAL_ERROR for ranges beyond theirs */
function checkAddresses({ name = '', forward, ips = [] }: NetworkDefinition): void {
  if (forward?.mode === 'nat' && ips.length === 0) {
    const detail = `nat forwarding requested, but no IP address provided for network '${name}'`;
    throw new VirtError('XML_ERROR', detail, { domain: 'NETWORK' });
  }
  const wrong = ips.find(({ address }) => isIP(address) === 0);
  if (wrong !== undefined) {
    throw new VirtError('XML_ERROR', `Invalid address '${wrong.address}' in network '${name}'`, { domain: 'NETWORK' });
  }
  for (const ip of ips) for (const range of ip.dhcp?.ranges ?? []) checkRange(range, ip);
}

/** What the network is now. */
export function networkDefinition({ live, persistent, name }: TestNetwork): NetworkDefinition {
  const definition = live ?? persistent;
  if (definition === undefined) throw new VirtError('NO_NETWORK', `no definition of '${name}'`, { domain: 'NETWORK' });
  return definition;
}
