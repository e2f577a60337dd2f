import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { TypedParameters } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { blkioLimits, withBlkioLimits } from '../world/blkio-limits.js';
import { mustBeKnown } from '../world/known-parameters.js';
import { changeDefinition, definitionFor, definitionOf } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** VIR_DOMAIN_MEMORY_PARAM_UNLIMITED, in KiB. */
const UNLIMITED = 9_007_199_254_740_991n;

const MEMORY_LIMITS = {
  hard_limit: 'hardLimitKiB',
  soft_limit: 'softLimitKiB',
  swap_hard_limit: 'swapHardLimitKiB',
} as const;

/** virDomainNumatuneMemMode */
const NUMA_MODES = ['strict', 'preferred', 'interleave', 'restrictive'] as const;

const PERF_EVENTS = [
  'cmt',
  'mbmt',
  'mbml',
  'cpu_cycles',
  'instructions',
  'cache_references',
  'cache_misses',
  'branch_instructions',
  'branch_misses',
  'bus_cycles',
  'stalled_cycles_frontend',
  'stalled_cycles_backend',
  'ref_cpu_cycles',
  'cpu_clock',
  'task_clock',
  'page_faults',
  'context_switches',
  'cpu_migrations',
  'page_faults_min',
  'page_faults_maj',
  'alignment_faults',
  'emulation_faults',
] as const;

/** The weight that libvirt's test driver shows of every domain, and never changes. */
const SCHEDULER = { weight: { type: 'uint', value: 50 } } as const satisfies TypedParameters;

function memoryLimits({ memtune }: DomainDefinition): TypedParameters {
  const limits = Object.entries(MEMORY_LIMITS).map(([name, key]) => {
    const limit = memtune?.[key];
    return [name, { type: 'ullong' as const, value: limit === undefined ? UNLIMITED : BigInt(limit) }];
  });
  return Object.fromEntries(limits);
}

function withMemoryLimits(definition: DomainDefinition, parameters: TypedParameters): DomainDefinition {
  mustBeKnown(parameters, Object.keys(MEMORY_LIMITS));
  const memtune = { ...definition.memtune };
  for (const [name, key] of Object.entries(MEMORY_LIMITS)) {
    const given = parameters[name];
    if (given?.type !== 'ullong') continue;
    if (given.value >= UNLIMITED) delete memtune[key];
    else memtune[key] = Number(given.value);
  }
  const { hardLimitKiB = UNLIMITED, swapHardLimitKiB = UNLIMITED } = memtune;
  if ((parameters.hard_limit ?? parameters.swap_hard_limit) !== undefined && hardLimitKiB > swapHardLimitKiB) {
    const detail = 'memory hard_limit tunable value must be lower than or equal to swap_hard_limit';
    throw new VirtError('INVALID_ARG', detail, { domain: 'TEST' });
  }
  return { ...definition, memtune };
}

/** @throws VirtError INVALID_ARG */
function readNodeset(nodeset: string): string {
  if (/^\d+(-\d+)?(,\^?\d+(-\d+)?)*$/.test(nodeset)) return nodeset;
  throw new VirtError('INVALID_ARG', `Failed to parse bitmap '${nodeset}'`, { domain: 'TEST' });
}

function withNuma(definition: DomainDefinition, parameters: TypedParameters, isActive: boolean): DomainDefinition {
  const { numa_mode: mode, numa_nodeset: nodeset } = parameters;
  const memory = { ...definition.numatune?.memory };
  if (nodeset?.type === 'string') memory.nodeset = readNodeset(nodeset.value);
  if (memory.nodeset === undefined) {
    const detail = "nodeset for NUMA memory tuning must be set if 'placement' is 'static'";
    throw new VirtError('CONFIG_UNSUPPORTED', detail, { domain: 'TEST' });
  }
  if (mode?.type === 'int') {
    const word = NUMA_MODES[mode.value];
    if (word === undefined) {
      throw new VirtError('INVALID_ARG', `unsupported numatune mode: '${mode.value}'`, { domain: 'TEST' });
    }
    if (isActive && memory.mode !== undefined && word !== memory.mode) {
      throw new VirtError('OPERATION_INVALID', "can't change numatune mode for running domain", { domain: 'TEST' });
    }
    if (word !== undefined) memory.mode = word;
  }
  return { ...definition, numatune: { ...definition.numatune, memory: { mode: 'strict', ...memory } } };
}

function withPerfEvents(definition: DomainDefinition, parameters: TypedParameters): DomainDefinition {
  mustBeKnown(parameters, PERF_EVENTS);
  const events = new Map(definition.perfEvents?.map(({ name, enabled }) => [name, enabled]));
  for (const name of PERF_EVENTS) {
    const given = parameters[name];
    if (given?.type === 'boolean') events.set(name, given.value);
  }
  return { ...definition, perfEvents: [...events].map(([name, enabled]) => ({ name, enabled })) };
}

/** Limits and shares of a domain. */
export function tuningFunctions({ domains }: TestWorld) {
  return {
    domainGetSchedulerType: async ({ domain }) => {
      domains.byUuid(domain);
      return { type: 'fair', parameterCount: 1 };
    },
    domainGetSchedulerParameters: async ({ domain }) => {
      definitionOf(domains.byUuid(domain));
      return { parameters: SCHEDULER };
    },
    domainGetSchedulerParametersFlags: async ({ domain, flags }) => {
      definitionFor(domains.byUuid(domain), flags);
      return { parameters: SCHEDULER };
    },
    domainSetSchedulerParameters: async ({ domain, parameters }) => {
      domains.byUuid(domain);
      mustBeKnown(parameters, Object.keys(SCHEDULER));
    },
    domainSetSchedulerParametersFlags: async ({ domain, parameters }) => {
      domains.byUuid(domain);
      mustBeKnown(parameters, Object.keys(SCHEDULER));
    },
    domainGetMemoryParameters: async ({ domain, flags }) => ({
      parameters: memoryLimits(definitionFor(domains.byUuid(domain), flags)),
    }),
    domainSetMemoryParameters: async ({ domain, parameters, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => withMemoryLimits(definition, parameters)),
    domainGetBlkioParameters: async ({ domain, flags }) => ({
      parameters: blkioLimits(definitionFor(domains.byUuid(domain), flags)),
    }),
    domainSetBlkioParameters: async ({ domain, parameters, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => withBlkioLimits(definition, parameters)),
    domainGetNumaParameters: async ({ domain, flags }) => {
      const { numatune } = definitionFor(domains.byUuid(domain), flags);
      const { mode = 'strict', nodeset = '' } = numatune?.memory ?? {};
      return {
        parameters: {
          numa_mode: { type: 'int', value: NUMA_MODES.indexOf(mode) },
          numa_nodeset: { type: 'string', value: nodeset },
        },
      };
    },
    domainSetNumaParameters: async ({ domain: reference, parameters, flags }) => {
      const domain = domains.byUuid(reference);
      const isActive = domain.live !== undefined;
      changeDefinition(domain, flags, (definition) => withNuma(definition, parameters, isActive));
    },
    domainGetPerfEvents: async ({ domain, flags }) => {
      const { perfEvents = [] } = definitionFor(domains.byUuid(domain), flags);
      const values = PERF_EVENTS.map((name) => {
        const value = perfEvents.some((event) => event.name === name && event.enabled);
        return [name, { type: 'boolean' as const, value }];
      });
      return { parameters: Object.fromEntries(values) };
    },
    domainSetPerfEvents: async ({ domain, parameters, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => withPerfEvents(definition, parameters)),
  } satisfies DriverFunctions;
}
