import type { Bandwidth, Devices, DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { TypedParameters } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { mustBeKnown } from '../world/known-parameters.js';
import { changeDefinition, definitionFor, liveDefinition } from '../world/test-domain.js';
import { networkDefinition } from '../world/test-network.js';
import type { TestWorld } from '../world/test-world.js';
import { clockFigures } from './block.js';

type Interface = NonNullable<Devices['interfaces']>[number];
type Rate = NonNullable<Bandwidth['inbound']>;

const DIRECTIONS = ['inbound', 'outbound'] as const;
/** The limits of a direction; what goes out has no floor. */
const LIMITS = ['average', 'peak', 'burst', 'floor'] as const;

function interfaceOf({ devices }: DomainDefinition, device: string): Interface {
  const found = devices?.interfaces?.find(
    ({ target, mac }) => target?.dev === device || mac?.address === device.toLowerCase(),
  );
  if (found !== undefined) return found;
  throw new VirtError('INVALID_ARG', `'${device}' is not a known interface`, { domain: 'TEST' });
}

function limitsOf({ bandwidth }: Interface): TypedParameters {
  const pairs = DIRECTIONS.flatMap((direction) =>
    LIMITS.filter((limit) => direction === 'inbound' || limit !== 'floor').map((limit) => [
      `${direction}.${limit}`,
      { type: 'uint' as const, value: Number(bandwidth?.[direction]?.[limit] ?? 0) },
    ]),
  );
  return Object.fromEntries(pairs);
}

/** A direction is limited anew by its average or its floor; an average of nothing takes its limits away. */
function changedRate(rate: Rate | undefined, direction: string, parameters: TypedParameters): Rate | undefined {
  const fresh: { -readonly [L in keyof Rate]: Rate[L] } = {};
  for (const limit of LIMITS) {
    const given = parameters[`${direction}.${limit}`];
    if (given?.type === 'uint' && given.value > 0) fresh[limit] = given.value;
  }
  if (fresh.average !== undefined || fresh.floor !== undefined) return fresh;
  return parameters[`${direction}.average`] === undefined ? rate : undefined;
}

function limited(definition: DomainDefinition, device: string, parameters: TypedParameters): DomainDefinition {
  const known = DIRECTIONS.flatMap((direction) => LIMITS.map((limit) => `${direction}.${limit}`));
  mustBeKnown(
    parameters,
    known.filter((name) => name !== 'outbound.floor'),
  );
  const chosen = interfaceOf(definition, device);
  const inbound = changedRate(chosen.bandwidth?.inbound, 'inbound', parameters);
  const outbound = changedRate(chosen.bandwidth?.outbound, 'outbound', parameters);
  const bandwidth = { ...(inbound && { inbound }), ...(outbound && { outbound }) };
  const { devices = {} } = definition;
  const interfaces = devices.interfaces?.map((one) => (one === chosen ? { ...one, bandwidth } : one));
  return { ...definition, devices: { ...devices, ...(interfaces && { interfaces }) } };
}

/** How many addresses libvirt's test driver keeps for each domain. */
const ADDRESSES_PER_DOMAIN = 20;

/** The address that a network's DHCP lends to an interface: from the second of its range on, by domain and interface. */
function leasedAddress(
  world: TestWorld,
  network: string,
  id: number,
  index: number,
): { address: string; prefix: number } {
  const [ip] = networkDefinition(world.networks.byName(network)).ips ?? [];
  const start = ip?.dhcp?.ranges?.[0]?.start ?? '192.168.122.2';
  const first = start.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const lent = first + 1 + (id - 1) * ADDRESSES_PER_DOMAIN + index;
  const address = [24, 16, 8, 0].map((shift) => Math.floor(lent / 2 ** shift) % 256).join('.');
  return { address, prefix: ip?.prefix ?? 24 };
}

/** A domain's network interfaces. */
export function networkInterfaceFunctions(world: TestWorld) {
  const { domains } = world;
  return {
    domainInterfaceStats: async ({ domain, device }) => {
      interfaceOf(liveDefinition(domains.byUuid(domain)), device);
      const { us, s } = clockFigures(world);
      return {
        rxBytes: us / 10n,
        rxPackets: us / 100n,
        rxErrors: s,
        rxDrops: s / 2n,
        txBytes: us / 20n,
        txPackets: us / 110n,
        txErrors: s / 3n,
        txDrops: s / 4n,
      };
    },
    domainGetInterfaceParameters: async ({ domain, device, flags }) => ({
      parameters: limitsOf(interfaceOf(definitionFor(domains.byUuid(domain), flags), device)),
    }),
    domainSetInterfaceParameters: async ({ domain, device, parameters, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => limited(definition, device, parameters)),
    domainInterfaceAddresses: async ({ domain: reference }) => {
      const domain = domains.byUuid(reference);
      const { devices } = liveDefinition(domain);
      const interfaces = (devices?.interfaces ?? []).map((one, index) => ({
        name: one.target?.dev ?? '',
        hardwareAddress: one.mac?.address,
        addresses: [
          one.type === 'network'
            ? { type: 0, ...leasedAddress(world, one.source?.network ?? '', domain.id, index) }
            : { type: 0, address: `192.168.0.${index + 1}`, prefix: 24 },
        ],
      }));
      return { interfaces };
    },
  } satisfies DriverFunctions;
}
