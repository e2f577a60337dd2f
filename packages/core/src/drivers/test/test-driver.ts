import { hostname } from 'node:os';
import { formatDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { DECLINED, type DriverFunctions, type OpenContext } from '../../driver/contract.js';
import { type DomainState, numbersOfState } from '../../driver/domain-state.js';
import { CREATE_FLAGS, hasFlagSet, XML_FLAGS } from '../../driver/flags.js';
import type { LifecycleEvent } from '../../driver/lifecycle-event.js';
import { matchesListFlags } from '../../driver/list-flags.js';
import type { TestDomain, TestWorld } from './test-world.js';

/** As libvirt's test driver has it: the version of its own API. */
const VERSION = 2n;
const LIB_VERSION = 11_003_000n;

const referenceTo = ({ name, uuid, id }: TestDomain) => ({ name, uuid, id });
const isActive = ({ id }: TestDomain): boolean => id !== -1;

function mustBeActive(domain: TestDomain): TestDomain {
  if (!isActive(domain)) throw new VirtError('OPERATION_INVALID', 'domain is not running', { domain: 'TEST' });
  return domain;
}

function lookupFunctions(world: TestWorld) {
  return {
    connectListAllDomains: async ({ flags }) => ({
      domains: world
        .domains()
        .filter((domain) => {
          const { isPersistent, state } = domain;
          return matchesListFlags({ isActive: isActive(domain), isPersistent, state: state.state }, flags);
        })
        .map(referenceTo),
    }),
    domainLookupByName: async ({ name }) => ({
      domain: referenceTo(world.find((domain) => domain.name === name, `name '${name}'`)),
    }),
    domainLookupByUUID: async (reference) => ({ domain: referenceTo(world.byReference(reference)) }),
    domainLookupByID: async ({ id }) => ({
      domain: referenceTo(world.find((domain) => isActive(domain) && domain.id === id, `id '${id}'`)),
    }),
  } satisfies DriverFunctions;
}

function definitionFunctions(world: TestWorld) {
  return {
    domainDefineXMLFlags: async ({ xml }) => {
      const domain = world.define(xml);
      world.emit(domain, { event: 'defined', detail: domain.isPersistent ? 'updated' : 'added' });
      domain.isPersistent = true;
      return { domain: referenceTo(domain) };
    },
    domainUndefineFlags: async ({ domain: reference }) => {
      const domain = world.byReference(reference);
      if (!domain.isPersistent) {
        throw new VirtError('OPERATION_INVALID', 'cannot undefine transient domain', { domain: 'TEST' });
      }
      world.undefine(domain);
      world.emit(domain, { event: 'undefined', detail: 'removed' });
    },
    domainGetXMLDesc: async ({ domain: reference, flags }) => {
      const domain = world.byReference(reference);
      const active = isActive(domain) && !hasFlagSet(flags, XML_FLAGS.inactive);
      const definition = active ? { ...domain.definition, id: domain.id } : domain.definition;
      return { xml: formatDomain(definition, { inactive: !active, secure: hasFlagSet(flags, XML_FLAGS.secure) }) };
    },
    domainIsPersistent: async ({ domain }) => ({ persistent: world.byReference(domain).isPersistent }),
    domainGetOSType: async () => ({ type: 'linux' }),
  } satisfies DriverFunctions;
}

function lifecycleFunctions(world: TestWorld) {
  const enter = (domain: TestDomain, state: DomainState, event: LifecycleEvent): void => {
    domain.state = state;
    world.emit(domain, event);
  };
  const start = (domain: TestDomain, flags: number): void => {
    if (isActive(domain))
      throw new VirtError('OPERATION_INVALID', `Domain '${domain.name}' is already running`, { domain: 'TEST' });
    world.start(domain, { state: 'running', reason: 'booted' });
    world.emit(domain, { event: 'started', detail: 'booted' });
    if (hasFlagSet(flags, CREATE_FLAGS.paused)) {
      enter(domain, { state: 'paused', reason: 'user' }, { event: 'suspended', detail: 'paused' });
    }
  };
  const end = (domain: TestDomain, reason: 'shutdown' | 'destroyed'): void => {
    world.stop(mustBeActive(domain), reason);
    world.emit(domain, { event: 'stopped', detail: reason });
  };
  return {
    domainCreateWithFlags: async ({ domain: reference, flags }) => {
      const domain = world.byReference(reference);
      start(domain, flags);
      return { domain: referenceTo(domain) };
    },
    domainCreateXML: async ({ xml, flags }) => {
      const domain = world.define(xml);
      start(domain, flags);
      return { domain: referenceTo(domain) };
    },
    domainSuspend: async ({ domain: reference }) => {
      const domain = mustBeActive(world.byReference(reference));
      enter(domain, { state: 'paused', reason: 'user' }, { event: 'suspended', detail: 'paused' });
    },
    domainResume: async ({ domain: reference }) => {
      const domain = mustBeActive(world.byReference(reference));
      if (domain.state.state !== 'paused') {
        throw new VirtError('OPERATION_INVALID', `Domain '${domain.name}' is not paused`, { domain: 'TEST' });
      }
      enter(domain, { state: 'running', reason: 'unpaused' }, { event: 'resumed', detail: 'unpaused' });
    },
    domainShutdownFlags: async ({ domain }) => end(world.byReference(domain), 'shutdown'),
    domainDestroyFlags: async ({ domain }) => end(world.byReference(domain), 'destroyed'),
  } satisfies DriverFunctions;
}

function infoFunctions(world: TestWorld) {
  return {
    domainGetInfo: async ({ domain: reference }) => {
      const { definition, state } = world.byReference(reference);
      const { memoryKiB = 0, currentMemoryKiB = memoryKiB, vcpu } = definition;
      return {
        state: numbersOfState(state).state,
        maxMem: BigInt(memoryKiB),
        memory: BigInt(currentMemoryKiB),
        nrVirtCpu: vcpu?.current ?? vcpu?.count ?? 1,
        cpuTime: BigInt(Math.trunc(Date.now() / 1000)) * 1_000_000_000n,
      };
    },
    domainGetState: async ({ domain }) => numbersOfState(world.byReference(domain).state),
    domainIsActive: async ({ domain }) => ({ active: isActive(world.byReference(domain)) }),
  } satisfies DriverFunctions;
}

/** Opens `test:///default`. @throws VirtError INVALID_ARG for another world */
export async function openTest(
  uri: URL,
  { deliver }: OpenContext,
  world: TestWorld,
): Promise<DriverFunctions | typeof DECLINED> {
  if (uri.protocol !== 'test:' || uri.host !== '') return DECLINED;
  if (uri.pathname !== '/default') {
    throw new VirtError('INVALID_ARG', `the test driver knows no world '${uri.pathname}'; open test:///default`, {
      domain: 'TEST',
    });
  }
  return {
    connectGetType: async () => ({ type: 'TEST' }),
    connectGetVersion: async () => ({ version: VERSION }),
    connectGetLibVersion: async () => ({ version: LIB_VERSION }),
    connectGetHostname: async () => ({ hostname: hostname() }),
    connectGetURI: async () => ({ uri: uri.href }),
    connectIsSecure: async () => ({ secure: true }),
    ...lookupFunctions(world),
    ...definitionFunctions(world),
    ...lifecycleFunctions(world),
    ...infoFunctions(world),
    ...world.events.functionsFor(deliver),
    connectClose: async () => world.events.forget(deliver),
  };
}
