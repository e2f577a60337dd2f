import { cpus } from 'node:os';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { cpuMapOf, cpusetOf } from '../world/cpu-map.js';
import { mustBeKnown } from '../world/known-parameters.js';
import { changeDefinition, definitionFor } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

type Iothreads = NonNullable<NonNullable<DomainDefinition['iothreadids']>['iothreads']>;

/** As libvirt's test driver has it: a thread that isn't pinned runs on any processor of the real host. */
const HOST_CPUS = cpus().length;
const EVERY_CPU = `0-${HOST_CPUS - 1}`;

/** What of a thread can be tuned; nothing shows it. */
const TUNABLES = ['poll_max_ns', 'poll_grow', 'poll_shrink', 'thread_pool_min', 'thread_pool_max'] as const;

const threadsOf = ({ iothreadids }: DomainDefinition): Iothreads => iothreadids?.iothreads ?? [];

function withThreads(definition: DomainDefinition, threads: Iothreads): DomainDefinition {
  const { iothreads: _count, iothreadids: _ids, ...rest } = definition;
  return threads.length === 0 ? rest : { ...rest, iothreads: threads.length, iothreadids: { iothreads: threads } };
}

function withoutPin({ cputune, ...rest }: DomainDefinition, id: number): DomainDefinition {
  const { iothreadpins = [], ...others } = cputune ?? {};
  const kept = iothreadpins.filter(({ iothread }) => iothread !== id);
  const tuned = { ...others, ...(kept.length > 0 && { iothreadpins: kept }) };
  return Object.keys(tuned).length > 0 ? { ...rest, cputune: tuned } : rest;
}

function added(definition: DomainDefinition, id: number): DomainDefinition {
  const threads = threadsOf(definition);
  if (threads.some((thread) => thread.id === id)) {
    throw new VirtError('INVALID_ARG', `an IOThread is already using iothread_id '${id}'`, { domain: 'TEST' });
  }
  return withThreads(definition, [...threads, { id }]);
}

function removed(definition: DomainDefinition, id: number): DomainDefinition {
  const threads = threadsOf(definition);
  if (!threads.some((thread) => thread.id === id)) {
    throw new VirtError('INVALID_ARG', `cannot find IOThread '${id}' in iothreadids list`, { domain: 'TEST' });
  }
  return withThreads(
    withoutPin(definition, id),
    threads.filter((thread) => thread.id !== id),
  );
}

function pinned(definition: DomainDefinition, id: number, cpuset: string): DomainDefinition {
  if (!threadsOf(definition).some((thread) => thread.id === id)) {
    throw new VirtError('INVALID_ARG', `iothreadid ${id} not found`, { domain: 'TEST' });
  }
  const others = (definition.cputune?.iothreadpins ?? []).filter(({ iothread }) => iothread !== id);
  return { ...definition, cputune: { ...definition.cputune, iothreadpins: [...others, { iothread: id, cpuset }] } };
}

/** A domain's threads for I/O. */
export function iothreadFunctions({ domains }: TestWorld) {
  return {
    domainGetIOThreadInfo: async ({ domain, flags }) => {
      const definition = definitionFor(domains.byUuid(domain), flags);
      const pins = definition.cputune?.iothreadpins ?? [];
      const info = threadsOf(definition).map(({ id }) => ({
        iothreadId: id,
        cpuMap: cpuMapOf(pins.find(({ iothread }) => iothread === id)?.cpuset ?? EVERY_CPU, Math.ceil(HOST_CPUS / 8)),
      }));
      return { info };
    },
    domainAddIOThread: async ({ domain, iothreadId, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => added(definition, iothreadId)),
    domainDelIOThread: async ({ domain, iothreadId, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => removed(definition, iothreadId)),
    domainSetIOThreadParams: async ({ domain, iothreadId, parameters, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => {
        mustBeKnown(parameters, TUNABLES);
        if (threadsOf(definition).some((thread) => thread.id === iothreadId)) return definition;
        throw new VirtError('INVALID_ARG', `cannot find IOThread '${iothreadId}' in iothreadids`, { domain: 'TEST' });
      }),
    domainPinIOThread: async ({ domain, iothreadId, cpuMap, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => pinned(definition, iothreadId, cpusetOf(cpuMap))),
  } satisfies DriverFunctions;
}
