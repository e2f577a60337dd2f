import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet } from '../../../driver/flags.js';
import { cpuMapOf, cpusetOf, cpusOf } from '../world/cpu-map.js';
import { MAX_VCPUS, NODE } from '../world/node.js';
import {
  changeDefinition,
  changeDefinitions,
  definitionFor,
  definitionOf,
  liveDefinition,
  type TestDomain,
} from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** virDomainVcpuFlags: the most a domain may have. */
const MAXIMUM = 4;
/** virVcpuState */
const RUNNING = 1;
const EVERY_CPU = `0-${NODE.cpus - 1}`;

const maximumOf = ({ vcpu }: DomainDefinition): number => vcpu?.count ?? 1;
const onlineOf = (definition: DomainDefinition): number => definition.vcpu?.current ?? maximumOf(definition);

function withVcpus(definition: DomainDefinition, count: number): DomainDefinition {
  const most = maximumOf(definition);
  if (count > most) {
    throw new VirtError('INVALID_ARG', `requested cpu amount exceeds maximum (${count} > ${most})`, { domain: 'TEST' });
  }
  const { current: _, ...vcpu } = definition.vcpu ?? {};
  return { ...definition, vcpu: count === most ? vcpu : { ...vcpu, current: count } };
}

function withMaximum(definition: DomainDefinition, count: number): DomainDefinition {
  if (count > MAX_VCPUS) {
    const detail = `requested cpu amount exceeds maximum supported amount (${count} > ${MAX_VCPUS})`;
    throw new VirtError('INVALID_ARG', detail, { domain: 'TEST' });
  }
  const online = Math.min(onlineOf(definition), count);
  return { ...definition, vcpu: { ...definition.vcpu, count, ...(online < count && { current: online }) } };
}

function pinOf({ cputune, vcpu: vcpus }: DomainDefinition, vcpu: number): string {
  return cputune?.vcpupins?.find((pin) => pin.vcpu === vcpu)?.cpuset ?? vcpus?.cpuset ?? EVERY_CPU;
}

function pinnable(domain: TestDomain): TestDomain {
  if (domain.live !== undefined) return domain;
  throw new VirtError('OPERATION_INVALID', 'cannot pin vcpus on an inactive domain', { domain: 'TEST' });
}

function pinned(definition: DomainDefinition, vcpu: number, cpuset: string): DomainDefinition {
  if (vcpu >= onlineOf(definition)) {
    throw new VirtError('INVALID_ARG', `requested vcpu '${vcpu}' is not present in the domain`, { domain: 'TEST' });
  }
  const others = (definition.cputune?.vcpupins ?? []).filter((pin) => pin.vcpu !== vcpu);
  const vcpupins = [...others, { vcpu, cpuset }].sort((a, b) => a.vcpu - b.vcpu);
  return { ...definition, cputune: { ...definition.cputune, vcpupins } };
}

/** The maps of several vCPUs, one after the other. */
function mapsOf(definition: DomainDefinition, count: number, length: number): Uint8Array {
  const maps = new Uint8Array(count * length);
  for (let vcpu = 0; vcpu < count; vcpu++) maps.set(cpuMapOf(pinOf(definition, vcpu), length), vcpu * length);
  return maps;
}

/** A domain's virtual CPUs. */
export function vcpuFunctions(world: TestWorld) {
  const { domains } = world;
  return {
    domainGetMaxVcpus: async ({ domain }) => ({ count: maximumOf(definitionOf(domains.byUuid(domain))) }),
    domainGetVcpusFlags: async ({ domain, flags }) => {
      const definition = definitionFor(domains.byUuid(domain), flags);
      return { count: hasFlagSet(flags, MAXIMUM) ? maximumOf(definition) : onlineOf(definition) };
    },
    domainSetVcpusFlags: async ({ domain, vcpuCount, flags }) =>
      changeDefinitions(domains.byUuid(domain), flags, (definition) =>
        hasFlagSet(flags, MAXIMUM) ? withMaximum(definition, vcpuCount) : withVcpus(definition, vcpuCount),
      ),
    domainGetVcpus: async ({ domain, maxInfo, mapLength }) => {
      const definition = liveDefinition(domains.byUuid(domain));
      const cpuTime = BigInt(world.statisticsMs()) * 100n;
      const info = Array.from({ length: Math.min(onlineOf(definition), maxInfo) }, (_, number) => ({
        number,
        state: RUNNING,
        cpuTime,
        cpu: cpusOf(cpuMapOf(pinOf(definition, number), NODE.cpus / 8)).at(-1) ?? -1,
      }));
      return { info, cpuMaps: mapsOf(definition, info.length, mapLength) };
    },
    domainPinVcpu: async ({ domain, vcpu, cpuMap }) =>
      changeDefinition(pinnable(domains.byUuid(domain)), 0, (definition) => pinned(definition, vcpu, cpusetOf(cpuMap))),
    domainPinVcpuFlags: async ({ domain, vcpu, cpuMap, flags }) =>
      changeDefinition(pinnable(domains.byUuid(domain)), flags, (definition) =>
        pinned(definition, vcpu, cpusetOf(cpuMap)),
      ),
    domainGetVcpuPinInfo: async ({ domain, cpuMapCount, mapLength, flags }) => {
      const definition = definitionFor(domains.byUuid(domain), flags);
      const count = Math.min(maximumOf(definition), cpuMapCount);
      return { cpuMaps: mapsOf(definition, count, mapLength), count };
    },
    domainPinEmulator: async ({ domain, cpuMap, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => ({
        ...definition,
        cputune: { ...definition.cputune, emulatorpin: { cpuset: cpusetOf(cpuMap) } },
      })),
    domainGetEmulatorPinInfo: async ({ domain, mapLength, flags }) => {
      const { cputune, vcpu } = definitionFor(domains.byUuid(domain), flags);
      return { cpuMaps: cpuMapOf(cputune?.emulatorpin?.cpuset ?? vcpu?.cpuset ?? EVERY_CPU, mapLength), count: 1 };
    },
  } satisfies DriverFunctions;
}
