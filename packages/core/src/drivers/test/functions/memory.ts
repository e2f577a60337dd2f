import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import { changeDefinition, definitionOf, liveDefinition, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** virDomainMemoryModFlags: the maximum is to change, not what the domain has now. */
const MAXIMUM = 4;

/** virDomainMemoryFlags */
const PEEK = { virtual: 1, physical: 2 } as const;

/** When libvirt's test driver says that a guest last told of its memory; its guests' clocks show the same. */
const LAST_UPDATE = 627_319_920n;

/** virDomainMemoryStatTags and what a guest with so much memory says, in the order in which they are told. */
const FIGURES: readonly (readonly [tag: number, figure: (memoryKiB: bigint) => bigint])[] = [
  [6, (memory) => memory],
  [0, () => 0n],
  [1, () => 0n],
  [2, () => 0n],
  [3, () => 0n],
  [4, (memory) => memory / 2n],
  [5, (memory) => memory],
  [8, (memory) => memory / 2n],
  [9, () => LAST_UPDATE],
  [10, (memory) => memory / 8n],
  [11, () => 0n],
  [12, () => 0n],
  [7, (memory) => memory / 2n],
];

function withMemory(definition: DomainDefinition, sizeKiB: number): DomainDefinition {
  if (sizeKiB <= (definition.memoryKiB ?? 0)) return { ...definition, currentMemoryKiB: sizeKiB };
  throw new VirtError('INVALID_ARG', 'cannot set memory higher than max memory', { domain: 'TEST' });
}

function withMaximum(definition: DomainDefinition, sizeKiB: number): DomainDefinition {
  const { currentMemoryKiB = sizeKiB } = definition;
  return { ...definition, memoryKiB: sizeKiB, currentMemoryKiB: Math.min(currentMemoryKiB, sizeKiB) };
}

function setMaximum(domain: TestDomain, sizeKiB: number, flags: number): void {
  if (domain.live !== undefined && !hasFlagSet(flags, AFFECT_FLAGS.config)) {
    throw new VirtError('OPERATION_INVALID', 'cannot resize the maximum memory on an active domain', {
      domain: 'TEST',
    });
  }
  changeDefinition(domain, flags, (definition) => withMaximum(definition, sizeKiB));
}

/** A domain's memory: what it has, and what its guest says of it. */
export function memoryFunctions({ domains }: TestWorld) {
  return {
    domainGetMaxMemory: async ({ domain }) => ({ memory: BigInt(definitionOf(domains.byUuid(domain)).memoryKiB ?? 0) }),
    domainSetMaxMemory: async ({ domain, memory }) => setMaximum(domains.byUuid(domain), Number(memory), 0),
    domainSetMemory: async ({ domain, memory }) =>
      changeDefinition(domains.byUuid(domain), 0, (definition) => withMemory(definition, Number(memory))),
    domainSetMemoryFlags: async ({ domain, memory, flags }) => {
      if (hasFlagSet(flags, MAXIMUM)) setMaximum(domains.byUuid(domain), Number(memory), flags);
      else changeDefinition(domains.byUuid(domain), flags, (definition) => withMemory(definition, Number(memory)));
    },
    domainMemoryStats: async ({ domain }) => {
      const { memoryKiB = 0, currentMemoryKiB = memoryKiB, devices } = liveDefinition(domains.byUuid(domain));
      if (devices?.memballoon === undefined) return { stats: [] };
      const memory = BigInt(currentMemoryKiB);
      return { stats: FIGURES.map(([tag, figure]) => ({ tag, value: figure(memory) })) };
    },
    domainMemoryPeek: async ({ domain, offset, size, flags }) => {
      liveDefinition(domains.byUuid(domain));
      if (flags !== PEEK.virtual && flags !== PEEK.physical) {
        const detail = 'flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL';
        throw new VirtError('INVALID_ARG', detail, { domain: 'TEST' });
      }
      return { buffer: Uint8Array.from({ length: size }, (_, index) => Number(offset % 256n) + index) };
    },
    domainSetMemoryStatsPeriod: async ({ domain, period, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => {
        const { devices = {} } = definition;
        const { memballoon } = devices;
        if (memballoon === undefined) {
          throw new VirtError('OPERATION_INVALID', 'Domain does not have a balloon device', { domain: 'TEST' });
        }
        return { ...definition, devices: { ...devices, memballoon: { ...memballoon, stats: { period } } } };
      }),
  } satisfies DriverFunctions;
}
